import type { FactValue } from "@cleartitle/norms";
import { acquisitionName } from "../acquisition-name.js";
import { boundsOf, parseBounds, type Bounds } from "../bounds.js";
import type { FactRecord, QuantityRecord, Rung, Statement, TitleGraph } from "../graph.js";
import { correctionsBy } from "../correction.js";
import { recordWordId } from "../record-word.js";
import { whatOf } from "./answer.js";
import { acquisitionNamed, type Bearer } from "./bearer.js";

/** One recorded answer to a fact: of what, what it is, who says so. What records of acts, uses and parties say is declared by the file. */
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
    ...quantities.filter((each) => each.quantity === fact).map((each): Recorded => ({ ...declared, value: boundsOf(each) })),
  ];
}

/** Whose fact a statement tells; null: nobody's that an answer could be of. */
function bearerIn(graph: TitleGraph, { kind, id }: Statement["about"]): Bearer | null {
  return kind === "instrument" ? null : kind === "acquisition" ? acquisitionNamed(graph, id) : { kind, id };
}

/** Every answer that a graph holds to a fact, corrected ones left out: in statements, then of uses, acts, copies that were got, parties. */
export function recordedFacts(graph: TitleGraph, fact: string): Recorded[] {
  const corrected = correctionsBy(graph.statements);
  const isCorrected = (id: string): boolean => corrected.has({ id, rung: "declared" });
  const said = graph.statements.flatMap((s): Recorded[] => {
    const of = s.what === `quantity:${fact}` || s.what === whatOf({ fact, value: s.value ?? "" }) ? bearerIn(graph, s.about) : null;
    const value = s.what.startsWith("quantity:") ? parseBounds(String(s.value)) : s.value;
    return of === null || value === null || corrected.has(s) ? [] : [{ of, value, rung: s.rung, by: s.by, recordedAt: s.recordedAt }];
  });
  const own = (of: Bearer, facts: readonly FactRecord[], amounts: readonly QuantityRecord[] = []): Recorded[] =>
    borneBy(of, isCorrected(recordWordId(of.id, `fact:${fact}`)) ? [] : facts, isCorrected(recordWordId(of.id, `quantity:${fact}`)) ? [] : amounts, fact);
  return [
    ...said,
    ...[...graph.uses.values()].flatMap((use) => borneBy({ kind: "use", id: use.name }, use.facts, use.scale, fact)),
    ...[...graph.derivations.values()].flatMap((d) => own({ kind: "derivation", id: d.id }, d.facts)),
    ...[...graph.assets.values()].flatMap((a) => a.acquired.flatMap((each, index) => own({ kind: "acquisition", id: acquisitionName(a.id, each, index), asset: a.id, index }, each.facts))),
    ...[...graph.parties.values()].flatMap((p) => own({ kind: "party", id: p.id }, p.facts, p.quantities)),
  ];
}
