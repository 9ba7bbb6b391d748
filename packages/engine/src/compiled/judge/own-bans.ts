import { and, not, or, type Instrument, type Interval, type Norm, type NormOf, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { RolePlayed } from "../role-profile.js";
import { speaksOn } from "./law-book.js";
import type { Spot, Told } from "./spot.js";
import { reaches } from "./text-book.js";
import { asProhibition, openInterval, promisedIn } from "./told-interval.js";

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
    const forbidden = telling.tell(norm.if, { ...spot, text }, "prohibit");
    const told = norm.prohibit.yieldsToLaw === true ? yielding(forbidden, action, spot) : forbidden;
    if (told.truth === "false") return [];
    const interval = told.truth === "true" && reached !== "true" ? openInterval : asProhibition(told);
    return [{ interval, norm, premises: told.premises, undertaken: promisedIn(told, "false").map((p) => ({ ...p, needs: `not ${p.needs}` })) }];
  });
}

/** A ban that by its own words leaves what the law allows: it falls where an exception of the place gives the act. */
function yielding(forbidden: Told, action: string, spot: Spot): Told {
  const { laws, telling } = spot.core.of;
  const given = laws.in(spot.atom, spot.at).permits(action, null).map(({ law, norm }) => telling.tell(norm.if, { ...spot, text: law }, "permit"));
  const [truth, kept] = [or(given.map((told) => told.truth)), or(given.map((told) => told.kept))];
  const premise: Premise = { reads: "exceptions of the law", of: spot.atom, is: truth, needs: `none that gives ${action}`, result: not(truth) };
  return { truth: and([forbidden.truth, not(truth)]), kept: and([forbidden.kept, not(kept)]), premises: [...forbidden.premises, premise] };
}
