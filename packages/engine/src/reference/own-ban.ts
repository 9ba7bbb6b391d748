import { and, exactly, not, or, type Instrument, type Interval } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import type { Demand } from "../judgment/demand.js";
import { judgeCondition, type Judged } from "./condition.js";
import { isAction, normInForce, speaksOfRoles } from "./covering.js";
import { lawNorms } from "./law.js";
import type { Played } from "./roles.js";
import type { Scene } from "./scene.js";

/** An option carries its own prohibitions: who relies on it is under them. */
export interface OwnBan {
  readonly interval: Interval;
  readonly norm: string;
  readonly cite: string;
  readonly quote: string | null;
  readonly premises: readonly Premise[];
  /** What we promise not to do by relying on it. */
  readonly undertaken: readonly Premise[];
}

/** A ban that by its own words leaves what the law allows: it falls where an exception of the place gives the act. */
function yielding(ban: Judged, action: string, scene: Scene): Judged {
  const given = lawNorms(scene, "permit").filter(({ norm }) => isAction(scene.env, action, norm.permit.actions)).map(({ law, norm }) => judgeCondition(norm.if, { ...scene, instrument: law }, "permit"));
  const [truth, kept] = [or(given.map((j) => j.truth)), or(given.map((j) => j.kept))];
  const premise: Premise = { reads: "exceptions of the law", of: scene.territory, is: truth, needs: `none that gives ${action}`, result: not(truth) };
  return { truth: and([ban.truth, not(truth)]), kept: and([ban.kept, not(kept)]), premises: [...ban.premises, premise] };
}

export function ownBans(demand: { action: string; persists: Demand["persists"] }, scene: Scene, instrument: Instrument, played: readonly Played[]): OwnBan[] {
  return instrument.norms.flatMap((norm): OwnBan[] => {
    if (norm.kind !== "prohibit" || !normInForce(norm, scene.act.date) || !isAction(scene.env, demand.action, norm.prohibit.actions)) return [];
    const reached = speaksOfRoles(instrument, norm, played, demand.persists);
    if (reached === "false") return [];
    const judged = norm.prohibit.yieldsToLaw === true ? yielding(judgeCondition(norm.if, { ...scene, instrument }, "prohibit"), demand.action, scene) : judgeCondition(norm.if, { ...scene, instrument }, "prohibit");
    if (judged.truth === "false") return [];
    const sure = judged.truth === "true" && reached === "true";
    const interval: Interval = sure ? exactly("blocked") : judged.kept === "false" ? exactly("conditional") : { best: "cleared", worst: "blocked" };
    const undertaken = judged.truth === "unknown" && judged.kept === "false" ? judged.premises.filter((p) => p.result === "unknown").map((p) => ({ ...p, needs: `not ${p.needs}` })) : [];
    return [{ interval, norm: norm.id, cite: norm.cite, quote: norm.quote ?? null, premises: judged.premises, undertaken }];
  });
}
