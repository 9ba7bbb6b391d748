import type { Use } from "@cleartitle/title";
import { actionTerm } from "./covering.js";
import type { DemandJudgment } from "./demand-judgment.js";
import { judgeDemands } from "./judge.js";
import { ownershipOf } from "./owned.js";
import { placesOf } from "./places.js";
import type { Act } from "../act.js";
import type { Env, Scene } from "./scene.js";

/**
 * What recipients are to do with what is released to them, asked with each of them as the actor (step 1). What the releaser owns it can license;
 * what is known of a recipient is its role, so that a grant that turns on more leaves it open.
 */
export function recipientDemands(act: Act, recipients: Use["recipients"], territory: string, env: Env, history: Scene["history"]): DemandJudgment[] {
  if (!act.actions.some((a) => actionTerm(env, a)?.releasing === true)) return [];
  const here = (places: readonly string[]): boolean => places.length === 0 || places.some((p) => placesOf(env.world).contains(p, territory, act.date ?? env.asOf) === "true");
  return recipients.filter((r) => r.actions.length > 0 && here(r.in)).flatMap((r) => {
    const theirs: Act = { ...act, actions: r.actions, actor: r.role, recipients: [], scale: [], named: null, handedBy: act.actor };
    return judgeDemands(theirs, territory, env, history).filter((d) => !isOurs(d, act, territory, env, history)).map((d) => ({ ...d, party: r.role }));
  });
}

function isOurs({ demand }: DemandJudgment, act: Act, territory: string, env: Env, history: Scene["history"]): boolean {
  const scene: Scene = { env, act, territory, history, source: demand.asset, path: demand.path, instrument: null };
  const own = ownershipOf(scene, demand.layer, demand.action);
  return own !== null && own.interval.worst !== "blocked";
}
