import type { Instrument, Interval, Norm, NormOf, Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { RolePlayed } from "../role-profile.js";
import { asProhibition, openInterval, promisedIn } from "./grants.js";
import { speaksOn } from "./law-book.js";
import type { Spot } from "./spot.js";
import { reaches } from "./text-book.js";

/** A prohibition of a text that an act may touch. */
export interface OwnBan {
  readonly interval: Interval;
  readonly norm: Norm & NormOf<"prohibit">;
  readonly premises: readonly Premise[];
  /** What is promised not to be done by relying on the text. */
  readonly undertaken: readonly Premise[];
}

/** Prohibitions of a text on an act: who relies on it is under them. */
export function bansIn(text: Instrument, action: string, spot: Spot, played: readonly RolePlayed[], persists: Truth): OwnBan[] {
  const { texts, telling } = spot.core.of;
  return texts.of(text).bans(action).flatMap((norm): OwnBan[] => {
    const reached = speaksOn(norm, spot.at.date) ? reaches(norm, played, persists) : "false";
    if (reached === "false") return [];
    const told = telling.tell(norm.if, { ...spot, text }, "prohibit");
    if (told.truth === "false") return [];
    const interval = told.truth === "true" && reached !== "true" ? openInterval : asProhibition(told);
    return [{ interval, norm, premises: told.premises, undertaken: promisedIn(told, "false").map((p) => ({ ...p, needs: `not ${p.needs}` })) }];
  });
}
