import { exactly, joinIntervals, type Interval } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import type { Aftermath } from "../judgment/aftermath.js";
import type { Clash } from "../judgment/clash.js";
import { distinctDuties, type Duty } from "../judgment/duty.js";
import type { Option } from "../judgment/option.js";
import { aftermathOf } from "./aftermath.js";
import { chooseJointly, type Chosen } from "./choice.js";
import { clashesOf } from "./clash.js";
import { demandInterval, judgeAct, takenOf, type ActJudgment } from "./judge.js";
import type { Past } from "./past.js";
import { receivedFrom } from "./recipient.js";
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
  const received = receivedFrom(act, use.recipients, territory, env, past.history);
  const judgment = { ...own, demands: [...own.demands, ...received.demands], bans: [...own.bans, ...received.bans], boundDuties: [...own.boundDuties, ...received.duties] };
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
    ...[...judgment.boundDuties, ...judgment.lawDuties].map((d) => d.interval),
    ...clashes.map((c) => c.interval),
    ...aftermath.map((a) => a.interval),
    ...pastIntervals(past),
    // Of what was not judged nobody knows what it comes to.
    ...(past.cut === null ? [] : [{ best: "cleared", worst: "blocked" } as const]),
  ]);
  return { territory, judgment, chosen, relied, duties, clashes, aftermath, interval };
}

/** An act of ours that is open or unknown makes the answer no better than conditional: settle it, or accept it by a waiver. */
function pastIntervals(past: Past): Interval[] {
  if (past.duties.some((d) => d.state === "overdue")) return [exactly("conditional")];
  return past.findings.flatMap((f) => (f.ours ? [f.interval] : []));
}
