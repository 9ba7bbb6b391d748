import { always, type FactValue, type Period } from "@cleartitle/norms";
import { freeId, unrecorded } from "../declared-statement.js";
import type { Acquisition, FactRecord, QuantityRecord, Statement, TitleGraph } from "../graph.js";
import type { ChangeSet } from "../graph-change.js";
import type { Bearer } from "./bearer.js";

/** Bounds of an amount, both inclusive; a missing one is open. */
export interface Bounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** What somebody answers: a fact, a quantity (bounds), or the license of an asset (`license`). */
export interface Answer {
  readonly fact: string;
  readonly of: Bearer;
  readonly value: FactValue | Bounds;
}

/** Who says so: with `by` a person concludes, without it is declared. */
export interface Answering {
  readonly by: string | null;
  readonly recordedAt: string;
  /** Of a party: when it was so; always, if nothing is said. */
  readonly during?: Period;
}

export const isBounds = (value: FactValue | Bounds): value is Bounds => typeof value === "object";

/** Under which name a statement about an asset holds the answer. */
export const whatOf = (fact: string): string => (fact === "license" ? "license" : `fact:${fact}`);

/** The statements about an asset as a whole that hold an answer now: those that nothing corrects. */
export function standing(graph: TitleGraph, asset: string, fact: string): readonly Statement[] {
  const corrected = new Set(graph.statements.flatMap((s) => (s.supersedes === null ? [] : [s.supersedes])));
  return graph.statements.filter(
    (s) => s.about.kind === "asset" && s.about.id === asset && s.what === whatOf(fact) && s.part === null && s.scope === null && !corrected.has(s.id),
  );
}

/** The statement that an answer about an asset becomes: it corrects the one that stood there, and stands beside several. */
export function statementOf(graph: TitleGraph, asset: string, answer: Answer, { by, recordedAt }: Answering): Omit<Statement, "id"> {
  const earlier = standing(graph, asset, answer.fact);
  return {
    about: { kind: "asset", id: asset }, what: whatOf(answer.fact), raw: null, value: isBounds(answer.value) ? null : answer.value, scope: null, part: null,
    rung: by === null ? "declared" : "concluded", by: by ?? graph.us, source: null, valid: always, recordedAt, supersedes: earlier.length === 1 ? earlier[0]!.id : null,
  };
}

const withFact = (facts: readonly FactRecord[], { fact, value }: Answer, during: Period = always): FactRecord[] =>
  isBounds(value) ? [...facts] : [...facts.filter((each) => each.fact !== fact), { fact, value, during }];

const withQuantity = (records: readonly QuantityRecord[], { fact, value }: Answer, during: Period = always): QuantityRecord[] =>
  isBounds(value) ? [...records.filter((each) => each.quantity !== fact), { quantity: fact, ...value, unit: null, during }] : [...records];

function ofAcquisition(graph: TitleGraph, of: Extract<Bearer, { kind: "acquisition" }>, answer: Answer): ChangeSet {
  const asset = graph.assets.get(of.asset);
  if (asset === undefined) return [];
  const acquired = asset.acquired.map((each, index): Acquisition => (index === of.index ? { ...each, facts: withFact(each.facts, answer) } : each));
  return [{ change: "add-asset", asset: { ...asset, acquired } }];
}

/** An answer as changes of the graph, to be decided again with. */
export function answerChanges(graph: TitleGraph, answer: Answer, answering: Answering = { by: null, recordedAt: unrecorded }): ChangeSet {
  const { of } = answer;
  if (of.kind === "asset") {
    const id = freeId(`${of.id}:answer:${answer.fact}`, new Set(graph.statements.map((s) => s.id)));
    return [{ change: "add-statement", statement: { id, ...statementOf(graph, of.id, answer, answering) } }];
  }
  if (of.kind === "acquisition") return ofAcquisition(graph, of, answer);
  if (of.kind === "use") {
    const use = graph.uses.get(of.id);
    return use === undefined ? [] : [{ change: "set-use", use: of.id, fields: { facts: withFact(use.facts, answer), scale: withQuantity(use.scale, answer) } }];
  }
  if (of.kind === "derivation") {
    const derivation = graph.derivations.get(of.id);
    return derivation === undefined ? [] : [{ change: "add-derivation", derivation: { ...derivation, facts: withFact(derivation.facts, answer) } }];
  }
  const party = graph.parties.get(of.id);
  if (party === undefined) return [];
  // What kind of party it is stands with the party, where all that ask for it look.
  if (answer.fact === "actor.kind" && !isBounds(answer.value)) return [{ change: "add-party", party: { ...party, kind: String(answer.value) } }];
  return [{ change: "add-party", party: { ...party, facts: withFact(party.facts, answer, answering.during), quantities: withQuantity(party.quantities, answer, answering.during) } }];
}
