import { exactly, factsRead, not, type Interval, type Law, type Layer, type NormOf } from "@cleartitle/norms";
import type { Premise } from "../decision.js";
import type { Ownership } from "../judgment/ownership.js";
import { judgeCondition, type Judged } from "./condition.js";
import { isAction } from "./covering.js";
import { lawNorms } from "./law.js";
import { assetFact } from "./reading.js";
import type { Scene } from "./scene.js";

interface Rule {
  readonly law: Law;
  readonly norm: NormOf<"unprotect">;
  readonly judged: Judged;
}

const open = (own: Ownership): Interval => ({ best: own.interval.best, worst: "blocked" });

/**
 * What an owner can license, assign or enforce: what the law of the place leaves unprotected is nobody's. Of what a machine made nothing is presumed: what a
 * person contributed is recorded, and a rule of the place says whether it makes a right.
 */
export function rightIn(scene: Scene, layer: Layer, action: string, own: Ownership): Ownership {
  const rules = lawNorms(scene, "unprotect")
    .filter(({ norm }) => norm.unprotect.layer === layer && (norm.unprotect.actions === undefined || isAction(scene.env, action, norm.unprotect.actions)))
    .map(({ law, norm }): Rule => ({ law, norm, judged: judgeCondition(norm.if, { ...scene, instrument: law }, "prohibit") }));
  const ending = rules.find(({ judged }) => judged.truth === "true");
  if (ending !== undefined) return { ...own, interval: exactly("blocked"), premises: [...own.premises, ...against(ending), leavesUnprotected(scene, ending)] };
  const evidence = contributionTo(scene, layer);
  if (evidence.length === 0) return own;
  const speaking = rules.filter(({ norm }) => evidence.some((fact) => factsRead(norm.if).has(fact)));
  if (speaking.length === 0) {
    const premise: Premise = { reads: "a rule of the place on what a machine made", of: scene.source, is: null, needs: "one that gives a right", result: "unknown" };
    return { ...own, interval: open(own), premises: [...own.premises, premise] };
  }
  const shown = evidence.filter((fact) => speaking.some(({ norm }) => factsRead(norm.if).has(fact))).map((fact) => recorded(scene, fact));
  const isOpen = shown.some((p) => p.result === "unknown") || rules.some(({ judged }) => judged.truth === "unknown");
  return { ...own, interval: isOpen ? open(own) : own.interval, premises: [...own.premises, ...shown, ...rules.filter((r) => r.judged.truth === "unknown" || (!isOpen && speaking.includes(r))).flatMap(against)] };
}

/** Facts of a layer that show what a person contributed to a thing, by the way it was made. */
function contributionTo({ env, source }: Scene, layer: Layer): string[] {
  const { derivationKinds, facts } = env.world.catalogue.taxonomies;
  const named = (env.lines.into.get(source) ?? []).flatMap((edge) => derivationKinds.get(edge.kind)?.contribution ?? []);
  return [...new Set(named)].filter((fact) => facts.get(fact)?.layer === layer).toSorted();
}

function recorded({ env, source, act }: Scene, fact: string): Premise {
  const values = assetFact(env, source, fact, act.date);
  return { reads: fact, of: source, is: values.length === 0 ? null : values.join(" or "), needs: "one recorded value", result: new Set(values).size === 1 ? "true" : "unknown" };
}

/** Premises of a rule that takes protection away, from the side of who needs it. */
const against = ({ judged }: Rule): Premise[] => judged.premises.map((p) => ({ ...p, needs: `not ${p.needs}`, result: not(p.result) }));

const leavesUnprotected = ({ source }: Scene, { law, norm }: Rule): Premise => ({ reads: `protection under ${law.id}`, of: source, is: `unprotected (${norm.cite})`, needs: "a right", result: "false" });
