import { always, minus, overlap, type FactValue, type Period } from "@cleartitle/norms";
import { isToldApart } from "../acquisition-name.js";
import { boundsOf, parseBounds, printBounds, type Bounds } from "../bounds.js";
import { correctionsBy } from "../correction.js";
import { freeId, unrecorded } from "../declared-statement.js";
import type { Acquisition, FactRecord, QuantityRecord, Statement, TitleGraph } from "../graph.js";
import type { ChangeSet } from "../graph-change.js";
import { partyFacts, recordWordId } from "../record-word.js";
import { acquisitionNamed, type Bearer } from "./bearer.js";

/** What somebody answers: a fact, a quantity (bounds), or under which license an asset is and who licenses it (`license`, `licensor`). */
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

/** Whether an answer is no fact of the catalogue, but a word on an asset that decisions read. */
export const isWordOnAsset = (fact: string): fact is "license" | "licensor" => fact === "license" || fact === "licensor";

/** Under which name a statement holds the answer. */
export const whatOf = ({ fact, value }: Pick<Answer, "fact" | "value">): string => (isWordOnAsset(fact) ? fact : `${isBounds(value) ? "quantity" : "fact"}:${fact}`);

/** The subject of the statement that an answer becomes; null: a plan, or one of several copies without an id, whose facts stand with it. */
export function subjectOf(graph: TitleGraph, of: Bearer): Statement["about"] | null {
  if (of.kind === "use") return null;
  const copies = of.kind === "acquisition" ? graph.assets.get(of.asset)!.acquired : [];
  if (of.kind === "acquisition" && !isToldApart(copies[of.index]!, copies.length)) return null;
  return { kind: of.kind, id: of.id };
}

/** One word that stands now: nothing corrects it. */
export interface StandingWord {
  readonly id: string;
  readonly value: FactValue | Bounds | null;
  readonly rung: Statement["rung"];
  readonly valid: Period;
}

/** What records of acts and parties say themselves, under the names by which it is corrected. */
function ownWords(graph: TitleGraph, { kind, id }: Statement["about"], what: string): StandingWord[] {
  const party = kind === "party" ? graph.parties.get(id) : undefined;
  const copy = kind === "acquisition" ? acquisitionNamed(graph, id) : null;
  const facts = party !== undefined ? partyFacts(party) : kind === "derivation" ? (graph.derivations.get(id)?.facts ?? []) : copy !== null ? (graph.assets.get(copy.asset)?.acquired[copy.index]?.facts ?? []) : [];
  const own = { id: recordWordId(id, what), rung: "declared" as const };
  return [
    ...facts.filter((each) => `fact:${each.fact}` === what).map((each) => ({ ...own, value: each.value, valid: each.during })),
    ...(party?.quantities ?? []).filter((each) => `quantity:${each.quantity}` === what).map((each) => ({ ...own, value: boundsOf(each), valid: each.during })),
  ];
}

/** The words on a subject as a whole that nothing corrects. */
export function standing(graph: TitleGraph, about: Statement["about"], what: string): readonly StandingWord[] {
  const corrected = correctionsBy(graph.statements);
  const said = graph.statements.filter((s) => s.about.kind === about.kind && s.about.id === about.id && s.what === what && s.part === null && s.scope === null);
  const words = said.map((s): StandingWord => ({ id: s.id, value: s.value !== null && what.startsWith("quantity:") ? parseBounds(String(s.value)) : s.value, rung: s.rung, valid: s.valid }));
  return [...ownWords(graph, about, what), ...words].filter((word) => !corrected.has(word));
}

/** The words that speak of days of which an answer speaks. */
export const meeting = (words: readonly StandingWord[], valid: Period): readonly StandingWord[] => words.filter((word) => overlap(word.valid, valid));

/** Whether a period takes in all days of another. */
export const takesIn = (outer: Period, inner: Period): boolean => minus(inner, outer).length === 0;

/** The one word that the answer corrects: whose days are all among those of the answer. It stands beside several, and beside what also speaks of other days. */
function correctedBy(words: readonly StandingWord[], valid: Period): string | null {
  const [id, ...others] = new Set(meeting(words, valid).map((word) => word.id));
  return id !== undefined && others.length === 0 && words.every((word) => word.id !== id || takesIn(valid, word.valid)) ? id : null;
}

/** When an answer says that it was so: for a party it may be a time, all else is said of the thing or act as it is. */
const validOf = (about: Statement["about"], { during }: Answering): Period => (about.kind === "party" ? (during ?? always) : always);

/** The statement that an answer becomes: it corrects the word that stood there, and stands beside several. */
export function statementOf(graph: TitleGraph, about: Statement["about"], answer: Answer, answering: Answering): Omit<Statement, "id"> {
  const { by, recordedAt } = answering;
  const [what, valid] = [whatOf(answer), validOf(about, answering)];
  return {
    about, what, raw: null, value: isBounds(answer.value) ? printBounds(answer.value) : answer.value, scope: null, part: null,
    rung: by === null ? "declared" : "concluded", by: by ?? graph.us, source: null, valid, recordedAt, supersedes: correctedBy(standing(graph, about, what), valid),
  };
}

const withFact = (facts: readonly FactRecord[], { fact, value }: Answer): FactRecord[] =>
  isBounds(value) ? [...facts] : [...facts.filter((each) => each.fact !== fact), { fact, value, during: always }];

const withQuantity = (records: readonly QuantityRecord[], { fact, value }: Answer): QuantityRecord[] =>
  isBounds(value) ? [...records.filter((each) => each.quantity !== fact), { quantity: fact, unit: null, ...value, during: always }] : [...records];

function ofAcquisition(graph: TitleGraph, of: Extract<Bearer, { kind: "acquisition" }>, answer: Answer): ChangeSet {
  const asset = graph.assets.get(of.asset);
  if (asset === undefined) return [];
  const acquired = asset.acquired.map((each, index): Acquisition => (index === of.index ? { ...each, facts: withFact(each.facts, answer) } : each));
  return [{ change: "add-asset", asset: { ...asset, acquired } }];
}

/** An answer as changes of the graph, to be decided again with. */
export function answerChanges(graph: TitleGraph, answer: Answer, answering: Answering = { by: null, recordedAt: unrecorded }): ChangeSet {
  const { of } = answer;
  const about = subjectOf(graph, of);
  if (about !== null) {
    const id = freeId(`${of.id}:answer:${answer.fact}`, new Set(graph.statements.map((s) => s.id)));
    return [{ change: "add-statement", statement: { id, ...statementOf(graph, about, answer, answering) } }];
  }
  if (of.kind === "acquisition") return ofAcquisition(graph, of, answer);
  const use = graph.uses.get(of.id);
  return use === undefined ? [] : [{ change: "set-use", use: of.id, fields: { facts: withFact(use.facts, answer), scale: withQuantity(use.scale, answer) } }];
}
