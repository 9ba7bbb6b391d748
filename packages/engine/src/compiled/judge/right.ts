import { exactly, factsRead, not, type Layer, type NormOf } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Ownership } from "../../judgment/ownership.js";
import type { Spot, Told } from "./spot.js";
import { stated } from "./told-fact.js";

/** What an owner can license or enforce at a spot: nothing of what the place leaves unprotected, and of what a machine made only what a person is recorded to have put in. */
export function rightLeft(spot: Spot, layer: Layer, action: string, own: Ownership): Ownership {
  const { core, atom, at, node, source } = spot;
  const { laws, telling } = core.of;
  const open: Ownership["interval"] = { best: own.interval.best, worst: "blocked" };
  const withPremises = (interval: Ownership["interval"], ...premises: Premise[]): Ownership => ({ ...own, interval, premises: [...own.premises, ...premises] });
  const told = laws.in(atom, at).unprotects(action, layer).map(({ law, norm }) => ({ law, norm, told: telling.tell(norm.if, { ...spot, text: law }, "prohibit") }));
  const ending = told.find((each) => each.told.truth === "true");
  if (ending !== undefined) {
    const { law, norm } = ending;
    return withPremises(exactly("blocked"), ...turned(ending.told), { reads: `protection under ${law.id}`, of: source, is: `unprotected (${norm.cite})`, needs: "a right", result: "false" });
  }
  const evidence = evidenceFor(spot, node, layer);
  if (evidence.length === 0) return own;
  const reads = (norm: NormOf<"unprotect">): string[] => evidence.filter((fact) => factsRead(norm.if).has(fact));
  const asked = new Set(told.flatMap(({ norm }) => reads(norm)));
  if (asked.size === 0) return withPremises(open, { reads: "a rule of the place on what a machine made", of: source, is: null, needs: "one that gives a right", result: "unknown" });
  const shown = evidence.filter((fact) => asked.has(fact)).map((fact): Premise => {
    const values = stated(spot, source, fact);
    return { reads: fact, of: source, is: values.length === 0 ? null : values.join(" or "), needs: "one recorded value", result: new Set(values).size === 1 ? "true" : "unknown" };
  });
  const unsure = told.filter((each) => each.told.truth === "unknown");
  const isOpen = unsure.length > 0 || shown.some(({ result }) => result === "unknown");
  const telltale = isOpen ? unsure : told.filter(({ norm }) => reads(norm).length > 0);
  return withPremises(isOpen ? open : own.interval, ...shown, ...telltale.flatMap((each) => turned(each.told)));
}

/** Facts that show what a person contributed, by the derivations into a node: those of a layer. */
function evidenceFor({ core: { graph, of } }: Spot, node: number, layer: Layer): string[] {
  const { edges, derivationKinds } = graph;
  const facts = new Set<string>();
  for (let i = edges.inStart[node]!; i < edges.inStart[node + 1]!; i++) {
    for (const fact of of.taxonomies.derivationKinds.get(derivationKinds[edges.kind[edges.into[i]!]!]!)?.contribution ?? []) if (of.taxonomies.facts.get(fact)?.layer === layer) facts.add(fact);
  }
  return [...facts].toSorted();
}

/** Premises of a rule that takes protection away, from the side of who needs it. */
const turned = ({ premises }: Told): Premise[] => premises.map((p) => ({ ...p, needs: `not ${p.needs}`, result: not(p.result) }));
