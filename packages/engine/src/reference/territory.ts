import { exactly, joinIntervals, type Interval } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { ExposureState } from "../decision.js";
import { aftermathOf, type Aftermath } from "./aftermath.js";
import { chooseJointly, type Chosen } from "./choice.js";
import { clashesOf, type Clash } from "./clash.js";
import { dutyInterval, type Duty } from "./duty.js";
import { demandInterval, judgeAct, takenOf, type ActJudgment } from "./judge.js";
import type { Option } from "./option.js";
import type { Past } from "./past.js";
import { recipientDemands } from "./recipient.js";
import type { Act } from "../act.js";
import type { Env } from "./scene.js";

/** Everything that bears on a use in one territory, joined to one interval (step 7). */
export interface TerritoryJudgment {
  readonly territory: string;
  readonly judgment: ActJudgment;
  readonly chosen: Chosen;
  readonly relied: readonly Option[];
  readonly duties: readonly Duty[];
  readonly clashes: readonly Clash[];
  readonly aftermath: readonly Aftermath[];
  readonly interval: Interval;
}

/** Judges the present acts of a use in one territory, after the past acts are known. */
export function judgeTerritory(act: Act, use: Pick<Use, "as" | "recipients">, territory: string, env: Env, past: Past): TerritoryJudgment {
  const own = judgeAct(act, territory, env, past.history);
  const judgment = { ...own, demands: [...own.demands, ...recipientDemands(act, use.recipients, territory, env, past.history)] };
  const chosen = chooseJointly(judgment, use.as, env);
  const relied = judgment.demands.flatMap((d) => d.readings.flatMap((r) => takenOf(r, chosen.compatible) ?? []));
  const duties = distinctDuties([...relied.flatMap((o) => o.duties), ...judgment.boundDuties, ...judgment.lawDuties]);
  const clashes = clashesOf(duties, act.named, env);
  const aftermath = aftermathOf(act, territory, env, past);
  const interval = joinIntervals([
    ...judgment.demands.map((d) => demandInterval(d, chosen.compatible)),
    ...judgment.bans.map((b) => b.interval),
    ...judgment.uncovered.map((u) => u.interval),
    ...judgment.reliances.map((r) => r.interval),
    // Duties of relied options are in their intervals already; these bind whatever is relied on.
    ...[...judgment.boundDuties, ...judgment.lawDuties].map((d) => dutyInterval(d)),
    ...clashes.map((c) => clashInterval(c)),
    ...aftermath.map((a) => a.interval),
    ...pastIntervals(past),
  ]);
  return { territory, judgment, chosen, relied, duties, clashes, aftermath, interval };
}

export const clashInterval = (clash: Clash): Interval =>
  clash.first.state === "if" || clash.second.state === "if" ? { best: "cleared", worst: "blocked" } : exactly("blocked");

/** An act of ours that is open or unknown makes the answer no better than conditional: settle it, or accept it by a waiver. */
function pastIntervals(past: Past): Interval[] {
  if (past.duties.some((d) => d.state === "overdue")) return [exactly("conditional")];
  return past.findings.flatMap((f) => (f.ours ? exposureInterval(f.state) : []));
}

/** An open act of ours is there to be settled; an unknown one may turn out to be covered. */
export function exposureInterval(state: ExposureState): Interval[] {
  if (state === "open") return [exactly("conditional")];
  return state === "unknown" ? [{ best: "cleared", worst: "conditional" }] : [];
}

export function distinctDuties(duties: readonly Duty[]): Duty[] {
  const best = new Map<string, Duty>();
  for (const duty of duties) {
    const key = [duty.instrument.id, duty.norm.id, duty.object, duty.trigger].join("\u0000");
    const known = best.get(key);
    if (known === undefined || (known.state === "if" && duty.state !== "if")) best.set(key, duty);
  }
  return [...best.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, d]) => d);
}
