import type { Use } from "@cleartitle/title";
import type { Ban } from "../judgment/ban.js";
import type { Duty } from "../judgment/duty.js";
import { boundDutiesOn, contractBansOn } from "./ban.js";
import { actionTerm } from "./covering.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { judgeDemands } from "./judge.js";
import { ownershipOf } from "./owned.js";
import { placesOf } from "./places.js";
import type { Act } from "../act.js";
import type { Env, Scene } from "./scene.js";

/** What comes of handing a thing on: what recipients are to do with it, asked of each of them as the actor. */
export interface Received {
  readonly demands: readonly DemandJudgment[];
  /** Of texts that go on to recipients: what these may not do, and what they owe. */
  readonly bans: readonly Ban[];
  readonly duties: readonly Duty[];
}

/**
 * What recipients are to do with what is released to them, asked with each of them as the actor (step 1). What the releaser owns it can license;
 * what is known of a recipient is its role, so that a grant that turns on more leaves it open.
 */
export function receivedFrom(act: Act, recipients: Use["recipients"], territory: string, env: Env, history: Scene["history"]): Received {
  const releasing = act.actions.some((a) => actionTerm(env, a)?.releasing === true);
  const here = (places: readonly string[]): boolean => places.length === 0 || places.some((p) => placesOf(env.world).contains(p, territory, act.date ?? env.asOf) === "true");
  const asked = releasing ? recipients.filter((r) => r.actions.length > 0 && here(r.in)) : [];
  const each = asked.map((r): Received => {
    const theirs: Act = { ...act, actions: r.actions, actor: r.role, recipients: [], scale: [], named: null, handedBy: act.actor };
    const rest = { env, act: theirs, territory, history };
    const demands = judgeDemands(theirs, territory, env, history).filter((d) => !isOurs(d, act, territory, env, history)).map((d) => ({ ...d, party: r.role }));
    return { demands, bans: contractBansOn(rest).map((ban) => ({ ...ban, party: r.role })), duties: boundDutiesOn(rest, new Set(demands.map((d) => d.demand.asset))) };
  });
  return { demands: each.flatMap((r) => r.demands), bans: each.flatMap((r) => r.bans), duties: each.flatMap((r) => r.duties) };
}

function isOurs({ demand }: DemandJudgment, act: Act, territory: string, env: Env, history: Scene["history"]): boolean {
  const scene: Scene = { env, act, territory, history, source: demand.asset, path: demand.path, instrument: null };
  const own = ownershipOf(scene, demand.layer, demand.action);
  return own !== null && own.interval.worst !== "blocked";
}
