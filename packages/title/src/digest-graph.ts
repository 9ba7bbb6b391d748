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
/** Records of a section whose texts are kept each by itself; of more only the whole is. */
const mostKept = 200_000;

type Key = keyof TitleGraph;
const isSection = (value: unknown): value is object => typeof value === "object" && value !== null;
const keysOf = ({ us }: TitleGraph): Key[] => (Object.keys(emptyDraft(us)) as Key[]).toSorted();

/** Digest (`sha256:…`) of a graph's content: equal content, equal digest, in whatever order it was put together. It is that of the canonical JSON of the graph in order. */
export function digestGraph(graph: TitleGraph): string {
  const steps = digesting(graph);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, a section each. It is kept: who asks for the digest of this graph later waits for nothing, and of one that was made of it only for what changed. */
export function* digesting(graph: TitleGraph): Generator<void, string> {
  const known = digests.get(graph);
  if (known !== undefined) return known;
  for (const key of keysOf(graph)) {
    const section = graph[key];
    if (!isSection(section) || texts.has(section)) continue;
    texts.set(section, Buffer.from(sectionText(key, section)));
    yield;
  }
  const fields = keysOf(graph).flatMap((key, at) => [`${at === 0 ? "{" : ","}${JSON.stringify(key)}:`, isSection(graph[key]) ? texts.get(graph[key])! : canonicalJson(graph[key])]);
  const digest = sha256OfAll([...fields, "}"]);
  digests.set(graph, digest);
  return digest;
}

function sectionText(key: Key, section: ReadonlyMap<string, object> | readonly object[]): string {
  const isMap = section instanceof Map;
  const sealed = key in inOrderOf ? (inOrderOf[key as keyof typeof inOrderOf] as (record: object) => object) : (record: object) => record;
  const isKept = (isMap ? section.size : (section as readonly object[]).length) <= mostKept;
  const told = (record: object): string => {
    let text = recordTexts.get(record);
    if (text === undefined) {
      text = canonicalJson(sealed(record));
      if (isKept) recordTexts.set(record, text);
    }
    return text;
  };
  if (isMap) return `{${[...(section as ReadonlyMap<string, object>)].toSorted(([a], [b]) => byText(a, b)).map(([id, record]) => `${JSON.stringify(id)}:${told(record)}`).join(",")}}`;
  return `[${listTexts(key, (section as readonly object[]).map((record) => ({ record, text: told(record) }))).join(",")}]`;
}

/** In the order in which a sealed graph has them. */
function listTexts(key: Key, records: readonly { readonly record: object; readonly text: string }[]): readonly string[] {
  const at = ({ record }: (typeof records)[number]): string => (key === "statements" ? (record as Statement).recordedAt : "");
  const sorted = records.toSorted((a, b) => byText(at(a), at(b)) || byText(a.text, b.text)).map(({ text }) => text);
  return key === "covers" || key === "findings" ? [...new Set(sorted)] : sorted;
}
