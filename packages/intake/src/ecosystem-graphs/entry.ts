import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { addressId, identified } from "../identifier.js";
import { namesIn } from "../name-place.js";
import { licensesIn } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";

export interface NamedEntry {
  readonly name: string;
  readonly kind: "model" | "dataset" | "product";
  readonly organization: string | null;
  readonly value: YamlValue;
  readonly document: DocumentRead;
}

/** All entries of what is imported by their names. */
export type Entries = Map<string, NamedEntry[]>;

/** Two entries of one name are told apart by who made them. */
function idOf(entry: NamedEntry, entries: Entries): string {
  const alike = entries.get(entry.name) ?? [];
  return alike.length > 1 && entry.organization !== null ? `ecosystem-graphs:${entry.organization}/${entry.name}` : `ecosystem-graphs:${entry.name}`;
}

/** Words of the format for nothing. */
const saysNothing = (text: string): boolean => /^(?:none|unknown|n\/a)$/i.test(text);

/** A field is a text, or an object of a text and how it is known. */
const saidIn = (value: YamlValue, key: string): string | null => textAt(value, key, "value") ?? textAt(value, key);

/** Records one entry; returns the number of its links. */
export function recordEntry(entry: NamedEntry, entries: Entries, into: Evidence): number {
  const { value, document } = entry;
  const id = idOf(entry, entries);
  const address = textAt(value, "url");
  into.asset({ id, kind: entry.kind, source: address === null ? id : (addressId(address) ?? id) });
  recordLicense(entry, id, into);
  for (const [key, what] of [["prohibited_uses", "use-policy"], ["intended_uses", "intended-use"], ["terms_of_service", "terms-link"]] as const) {
    const place = valueAt(value, key);
    const text = saidIn(value, key);
    if (place !== undefined && text !== null && !saysNothing(text)) into.statement({ asset: id, what, raw: text, value: what === "terms-link" ? text : true, at: { ...placeIn(document, place), where: `L${place.line} ${key}` } });
  }
  for (const key of ["url", "model_card", "datasheet"]) {
    const place = valueAt(value, key);
    const found = identified(saidIn(value, key) ?? "");
    if (place !== undefined && found !== null && found.kind === entry.kind) into.alternate(id, found.id, "medium", "the entry gives its address", placeIn(document, place));
  }
  return recordDependencies(entry, id, entries, into);
}

/** Often a name with a sentence on where it was found; the sentence goes along, since it may speak of another license for the code. */
function recordLicense({ value, document }: NamedEntry, asset: string, into: Evidence): void {
  const place = valueAt(value, "license");
  if (place === undefined) return;
  const [name, explanation] = [saidIn(value, "license"), textAt(value, "license", "explanation")];
  const raw = explanation === null ? undefined : JSON.stringify({ value: name, explanation });
  // An object of the format holds the name under `value`, which may be empty.
  const { names, whole } = name === null ? licensesIn(valueAt(place, "value") ?? place, document.file, "license", into) : { names: [name], whole: null };
  into.license({ asset, names, ...(whole === null && raw === undefined ? {} : { raw: whole ?? raw ?? "" }), at: { ...placeIn(document, place), where: `L${place.line} license` } });
}

/** How something becomes of what it depends on is not said: it is taken as what binds most. */
const takenAs = { model: "finetune", dataset: "curate", product: "include" } as const;

function recordDependencies(entry: NamedEntry, to: string, entries: Entries, into: Evidence): number {
  const named = namesIn(valueAt(entry.value, "dependencies", "value") ?? valueAt(entry.value, "dependencies"));
  const who = entry.organization === null ? `publisher-of:${to}` : `organization:${entry.organization}`;
  const groups = new Map<string, string[]>();
  for (const name of new Set(named.flatMap(({ text }) => (text === null || saysNothing(text) ? [] : [text])))) {
    const known = entries.get(name) ?? [];
    const only = known.length === 1 ? known[0] : undefined;
    if (known.length > 1) into.finding("not-an-identifier", to, `\`${name.slice(0, 100)}\` is the name of ${known.length} entries`, "name the one that is meant");
    const kind = only?.kind;
    // What was written by a model is more than a selection of what it had read.
    const by = kind === undefined || kind === "dataset" || entry.kind !== "dataset" ? takenAs[entry.kind] : "synthesize";
    const from = only === undefined ? into.mention(`ecosystem-graphs:${name}`, entry.kind === "dataset" ? "dataset" : "model") : into.mention(idOf(only, entries), only.kind);
    groups.set(by, [...(groups.get(by) ?? []), from]);
  }
  for (const { value } of named.filter(({ text }) => text === null)) {
    const unread = unreadAt(value, entry.document.file, `the dependencies of \`${entry.name.slice(0, 100)}\` are no list of names`, entry.kind === "dataset" ? "dataset" : "model", to, into);
    groups.set(takenAs[entry.kind], [...new Set([...(groups.get(takenAs[entry.kind]) ?? []), unread])]);
  }
  for (const [by, from] of groups) into.derivation({ from, to, by, who, assumed: "a dependency is named, and not what was done with it" });
  return [...groups.values()].reduce((sum, from) => sum + from.length, 0);
}
