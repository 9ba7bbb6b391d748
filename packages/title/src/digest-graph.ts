import { canonicalJson, sha256OfAll } from "@cleartitle/norms";
import { emptyDraft, inOrderOf } from "./graph-draft.js";
import type { Statement, TitleGraph } from "./graph.js";
import { byText } from "./text-order.js";

/** A graph never changes, and every decision names its digest. */
const digests = new WeakMap<TitleGraph, string>();

/** Canonical text of the sections of graphs in UTF-8, by the map or list that has the records: most graphs share most of their sections with the one that they were made of. */
const texts = new WeakMap<object, Uint8Array>();

/** Canonical text of records: a section with one change shares all its other records with the one before. */
const recordTexts = new WeakMap<object, string>();
/** Records of a section whose texts are kept each by itself, and of one whose whole text is: of more it would take more room than they do, and at last more than a text can have. */
const mostKept = 200_000;
const mostTold = 500_000;

type Key = keyof TitleGraph;
const isSection = (value: unknown): value is Section => typeof value === "object" && value !== null;
const keysOf = ({ us }: TitleGraph): Key[] => (Object.keys(emptyDraft(us)) as Key[]).toSorted();

/** Digest (`sha256:…`) of a graph's content: equal content, equal digest, in whatever order it was put together. It is that of the canonical JSON of the graph in order. */
export function digestGraph(graph: TitleGraph, most = mostTold): string {
  const steps = digesting(graph, most);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, a section each. It is kept: who asks for the digest of this graph later waits for nothing, and of one that was made of it only for what changed. */
export function* digesting(graph: TitleGraph, most = mostTold): Generator<void, string> {
  const known = digests.get(graph);
  if (known !== undefined) return known;
  for (const key of keysOf(graph)) {
    const section = graph[key];
    if (!isSection(section) || texts.has(section) || sizeOf(section) > most) continue;
    texts.set(section, Buffer.from([...piecesOf(key, section, false)].join("")));
    yield;
  }
  const digest = sha256OfAll(textOf(graph));
  digests.set(graph, digest);
  return digest;
}

type Section = ReadonlyMap<string, object> | readonly object[];
const isList = (section: Section): section is readonly object[] => Array.isArray(section);
const sizeOf = (section: Section): number => (isList(section) ? section.length : section.size);

/** The text of a graph, a piece after the other. */
function* textOf(graph: TitleGraph): Generator<string | Uint8Array> {
  for (const [at, key] of keysOf(graph).entries()) {
    const section = graph[key];
    yield `${at === 0 ? "{" : ","}${JSON.stringify(key)}:`;
    if (!isSection(section)) yield canonicalJson(section);
    else if (texts.has(section)) yield texts.get(section)!;
    else yield* piecesOf(key, section, true);
  }
  yield "}";
}

/** A section as text, record by record. */
function* piecesOf(key: Key, section: Section, isLarge: boolean): Generator<string> {
  const [open, close] = isList(section) ? ["[", "]"] : ["{", "}"];
  let before = open;
  for (const line of isList(section) ? linesOfList(key, section, isLarge) : linesOfMap(key, section)) {
    yield `${before}${line}`;
    before = ",";
  }
  yield before === open ? `${open}${close}` : close;
}

function* linesOfMap(key: Key, section: ReadonlyMap<string, object>): Generator<string> {
  const told = tellerOf(key, section);
  for (const id of isInOrder(section.keys(), byText) ? section.keys() : [...section.keys()].toSorted(byText)) yield `${JSON.stringify(id)}:${told(section.get(id)!)}`;
}

/** In the order in which a sealed graph has them. `isLarge`: of what is in order already no more than a record is held. */
function* linesOfList(key: Key, section: readonly object[], isLarge: boolean): Generator<string> {
  const [told, order, isOnce] = [tellerOf(key, section), inList(key), key === "covers" || key === "findings"];
  const records = function* (): Generator<ToldRecord> {
    for (const record of section) yield { record, text: told(record) };
  };
  if (isLarge && isInOrder(records(), isOnce ? (a, b) => order(a, b) || 1 : order)) {
    for (const { text } of records()) yield text;
    return;
  }
  const sorted = [...records()].toSorted(order).map(({ text }) => text);
  yield* isOnce ? new Set(sorted) : sorted;
}

interface ToldRecord {
  readonly record: object;
  readonly text: string;
}

const inList = (key: Key): ((a: ToldRecord, b: ToldRecord) => number) => {
  const at = ({ record }: ToldRecord): string => (key === "statements" ? (record as Statement).recordedAt : "");
  return (a, b) => byText(at(a), at(b)) || byText(a.text, b.text);
};

/** Tells records of a section in order; what is told of those of a small one is kept. */
function tellerOf(key: Key, section: Section): (record: object) => string {
  const sealed = key in inOrderOf ? (inOrderOf[key as keyof typeof inOrderOf] as (record: object) => object) : (record: object) => record;
  const isKept = sizeOf(section) <= mostKept;
  return (record) => {
    let text = recordTexts.get(record);
    if (text === undefined) {
      text = canonicalJson(sealed(record));
      if (isKept) recordTexts.set(record, text);
    }
    return text;
  };
}

function isInOrder<T>(items: Iterable<T>, order: (a: T, b: T) => number): boolean {
  let [last, isFirst]: [T | undefined, boolean] = [undefined, true];
  for (const item of items) {
    if (!isFirst && order(last as T, item) > 0) return false;
    [last, isFirst] = [item, false];
  }
  return true;
}
