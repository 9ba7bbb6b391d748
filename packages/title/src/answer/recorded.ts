import type { FactValue } from "@cleartitle/norms";
import type { FactRecord, QuantityRecord, Rung, TitleGraph } from "../graph.js";
import { type Bounds, whatOf } from "./answer.js";
import type { Bearer } from "./bearer.js";

/** One recorded answer to a fact: of what, what it is, who says so. Facts of acts, uses and parties are declared by the file. */
export interface Recorded {
  readonly of: Bearer;
  readonly value: FactValue | Bounds;
  readonly rung: Rung;
  readonly by: string | null;
  readonly recordedAt: string | null;
}

function borneBy(of: Bearer, facts: readonly FactRecord[], quantities: readonly QuantityRecord[], fact: string): Recorded[] {
  const declared = { of, rung: "declared" as const, by: null, recordedAt: null };
  return [
    ...facts.filter((each) => each.fact === fact).map((each): Recorded => ({ ...declared, value: each.value })),
    ...quantities.filter((each) => each.quantity === fact).map(({ atLeast, atMost }): Recorded => ({ ...declared, value: { atLeast, atMost } })),
  ];
}

/** Every answer that a graph holds to a fact, corrected ones left out: of assets, then uses, acts, copies that were got, parties. */
export function recordedFacts(graph: TitleGraph, fact: string): Recorded[] {
  const corrected = new Set(graph.statements.flatMap((s) => (s.supersedes === null ? [] : [s.supersedes])));
  const said = graph.statements.flatMap((s): Recorded[] =>
    s.about.kind !== "asset" || s.what !== whatOf(fact) || s.value === null || corrected.has(s.id)
      ? []
      : [{ of: { kind: "asset", id: s.about.id }, value: s.value, rung: s.rung, by: s.by, recordedAt: s.recordedAt }]);
  return [
    ...said,
    ...[...graph.uses.values()].flatMap((use) => borneBy({ kind: "use", id: use.name }, use.facts, use.scale, fact)),
    ...[...graph.derivations.values()].flatMap((d) => borneBy({ kind: "derivation", id: d.id }, d.facts, [], fact)),
    ...[...graph.assets.values()].flatMap((a) => a.acquired.flatMap((each, index) => borneBy({ kind: "acquisition", id: `${a.id}#acquired${index + 1}`, asset: a.id, index }, each.facts, [], fact))),
    ...[...graph.parties.values()].flatMap((p) => borneBy({ kind: "party", id: p.id }, p.facts, p.quantities, fact)),
  ];
}
