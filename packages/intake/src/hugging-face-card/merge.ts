import { readDocuments } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { isNothing, placedAt } from "../name-place.js";
import type { SourceFile } from "../source-file.js";
import { unreadAt, unreadSource } from "../unread-source.js";
import { idNamed } from "./parents.js";
import type { Card } from "./license.js";

/** One merge of a file: a document, with the name by which the other documents take its result in. */
interface Stage {
  readonly root: YamlValue;
  readonly name: string | null;
  readonly places: readonly YamlValue[];
}

/**
 * Reads the configuration of a merge, of which each document is a merge of its own: one with a name is a step, known by that name in the other documents, and one without is the result.
 * The tool that made the weights wrote it, so the kind is stated. Returns the number of links.
 */
export async function readMerge(file: SourceFile, card: Card, maxBytes: number, into: Evidence): Promise<number> {
  const link = { by: "merge", who: makerOf(card.id) };
  const before = into.problems.length;
  const documents = (await readDocuments(file, maxBytes, into)).map(({ root }) => root);
  if (documents.length === 0) {
    // What it names cannot be read, and it names something.
    if (into.problems.length > before) into.derivation({ ...link, to: card.id, from: [unreadSource(card.id, "model", into)] });
    return 0;
  }
  const stages = documents.filter((root) => root.entries !== null).map((root) => ({ root, name: nameOf(root, file.path, into), places: modelsIn(root) }));
  const results = resultsOf(stages, card);
  const ids = new Map(stages.flatMap((stage) => (stage.name === null ? [] : [[stage.name, results.has(stage) ? card.id : stepOf(stage.name, card, into)] as const])));
  let links = 0;
  const named = new Set<string>();
  for (const stage of stages) {
    const to = results.has(stage) ? card.id : (ids.get(stage.name ?? "") ?? card.id);
    const from = [...new Set(stage.places.flatMap((place) => idsNamed(place, file.path, card, into, (name) => (name === stage.name ? null : (ids.get(name) ?? null)))))];
    into.derivation({ ...link, to, from: results.size > 1 ? from.filter((each) => each !== to) : from });
    links += from.length;
    if (to === card.id) for (const each of from) named.add(each);
  }
  const [first] = results;
  // Merges that name each other alone came of something all the same.
  if (first !== undefined && named.size === 1 && named.has(card.id)) into.derivation({ ...link, to: card.id, from: [unreadAt(first.root, file.path, "merges that name nothing but each other", "model", card.id, into)] });
  // What a document that is no mapping would have made may be what the card describes.
  for (const root of documents.filter((each) => each.entries === null)) into.derivation({ ...link, to: card.id, from: [unreadAt(root, file.path, "a merge that is no mapping", "model", card.id, into)] });
  into.read.push({ file: file.path, records: documents.length, links });
  return links;
}

function nameOf(root: YamlValue, file: string, into: Evidence): string | null {
  const value = valueAt(root, "name");
  const name = textAt(value);
  if (value !== undefined && name === null && !isNothing(value)) into.problem("wrong-type", "the name of a merge that is no text", { file, line: value.line, column: value.column }, "write a text; it was taken for a merge without a name, whose result is the model itself");
  return name;
}

/** A step on the way is of this file alone, and nobody says more of it than of what it came. */
function stepOf(name: string, card: Card, into: Evidence): string {
  const id = `${card.id}#model/${name}`;
  into.asset({ id, kind: "model", licensor: publisherOf(card.id) });
  return id;
}

/** Which of the merges made what the card describes: those without a name, and one of its name; else those that no other takes in, and where all are taken in, all. */
function resultsOf(stages: readonly Stage[], card: Card): ReadonlySet<Stage> {
  const own = card.id.split("/").at(-1) ?? "";
  const named = stages.filter(({ name }) => name === null || name === own);
  if (named.length > 0) return new Set(named);
  const ends = stages.filter((stage) => !stages.some((other) => other !== stage && other.places.some((place) => textsIn(place).some((text) => stepIn(text).name === stage.name))));
  return new Set(ends.length > 0 ? ends : stages);
}

/** A reference to a model may have its revision, and an adapter that is put on it. */
function stepIn(text: string): { readonly name: string; readonly adapter: string | null } {
  const [, name, adapter] = /^([^+@]+)(?:@[^+]*)?(?:\+(.+))?$/.exec(text) ?? [];
  return { name: name?.trim() ?? text, adapter: adapter?.trim() ?? null };
}

const paths = [["path"], ["model"], ["model", "path"], ["lora"], ["lora", "path"]];

/** The texts of a place for a model: a text, or an object with the paths of a model and of an adapter on it. */
const textsIn = (place: YamlValue): string[] => (place.entries === null ? [textAt(place)] : paths.map((keys) => textAt(place, ...keys))).filter((each) => each !== null);

/** The models that a place names. `step`: what a name stands for in this file alone; `null` for all that others know too. */
export function idsNamed(place: YamlValue, file: string, card: Card, into: Evidence, step: (name: string) => string | null): string[] {
  const names = textsIn(place);
  if (names.length === 0) return [unreadAt(place, file, "a model that is neither a text nor an object with a path", "model", card.id, into)];
  return names.flatMap((text) => {
    const { name, adapter } = stepIn(text);
    const known = step(text) ?? step(name);
    if (known === null) return [idNamed(card, "model", text, into)];
    return adapter === null || step(text) !== null ? [known] : [known, idNamed(card, "model", adapter, into)];
  });
}

/** What must stand under a key of an entry: the entry itself where it does not. */
const under = (entry: YamlValue, key: string): YamlValue => {
  const found = valueAt(entry, key);
  return found === undefined || isNothing(found) ? entry : found;
};

/** The places of a merge in which models are named: of the whole, of its layers, of experts, and of modules that are merged by themselves. */
function modelsIn(config: YamlValue): YamlValue[] {
  const slices = placedAt(config, "slices");
  const sources = slices.flatMap((slice) => (placedAt(slice, "sources").length === 0 ? [slice] : placedAt(slice, "sources").map((each) => under(each, "model"))));
  const experts = ["experts", "shared_experts"].flatMap((key) => placedAt(config, key).map((each) => under(each, "source_model")));
  const bases = [config, ...slices].flatMap((each) => placedAt(each, "base_model"));
  return [...bases, ...placedAt(config, "models").map((each) => under(each, "model")), ...sources, ...experts, ...(valueAt(config, "modules")?.entries ?? []).flatMap(([, module]) => modelsIn(module))];
}
