import type { Evidence, Place } from "../evidence.js";
import { jsonOf, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import { isNothing, namesIn } from "../name-place.js";
import { recordNamed } from "../named.js";
import { licensesIn } from "../unread-license.js";
import { unreadAt } from "../unread-source.js";

/** Who looked the licenses up: the finding of an audit is no word of the publisher. */
const auditor = "Data Provenance Initiative";

/** Where each hub's word stands: in a summary, and in a line of a listing. */
const channels = [
  { by: "Hugging Face", inSummary: ["HF Config License", "HF Yaml License"], inLine: "huggingface" },
  { by: "GitHub", inSummary: ["GitHub License"], inLine: "github" },
  { by: "Papers with Code", inSummary: ["PwC License Name"], inLine: "paperswithcode" },
] as const;

const either = (value: YamlValue, summary: string, line: string): YamlValue | undefined => valueAt(value, summary) ?? valueAt(value, line);

/** One data set with what the audit found and what each hub says. Returns the number of links, `null` for what is no summary. */
export function recordSummary(value: YamlValue, at: Place, into: Evidence, name?: string): number | null {
  const told = textAt(value, "Unique Dataset Identifier") ?? textAt(value, "id");
  const own = told ?? (value.entries === null ? null : (name ?? null));
  const licenses = either(value, "Licenses", "licenses");
  if (own === null || licenses === undefined) {
    into.problem("missing-key", own === null ? "a record without an identifier" : `\`${own.slice(0, 100)}\` has no list of licenses`, { file: at.file, line: at.line }, `${told === null ? "it was passed over" : "the rest of it was taken"}: a summary has \`Unique Dataset Identifier\` and \`Licenses\``);
    // One that bears an identifier of its own is a set without licenses, and what it was made of stays named.
    if (own === null || told === null) return null;
  }
  const id = `provenance-collection:${own}`;
  const hours = textAt(value, "Hours") === null ? [] : ["audio"];
  into.asset({ id, kind: "dataset", source: id, modality: textAt(value, "Video Hours") === null ? hours : ["video"] });
  if (licenses !== undefined) recordAudit(licenses, id, at, into);
  recordChannels(value, id, at, into);
  const notes = textAt(value, "License Notes") ?? textAt(value, "licenseNotes");
  if (notes !== null) into.statement({ asset: id, what: "license-note", raw: notes, value: null, rung: "detected", by: auditor, at: { ...at, where: `L${at.line} notes` } });
  for (const key of ["License Verified By", "licenseVerifiedBy"]) recordNamed(id, "verifier", valueAt(value, key), at, into);
  recordAddress(value, id, at, into);
  return recordSources(value, id, at, into);
}

/** A place within a record: on a line of its own a record begins anew. */
const within = (value: YamlValue, at: Place): YamlValue => ({ ...value, line: Math.max(value.line, at.line), items: value.items?.map((each) => within(each, at)) ?? null });

/** A list of the licenses of what the set is made of; nobody says that one of them may be chosen. One without a name is a license all the same, by the word that the collection has for it. */
function recordAudit(licenses: YamlValue, asset: string, at: Place, into: Evidence): void {
  const found = (licenses.items ?? []).map((each) => ({ name: textAt(each, "License") ?? textAt(each, "license"), url: textAt(each, "License URL") ?? textAt(each, "url") }));
  if (licenses.items === null || found.some((each) => each.name === null)) into.problem("wrong-type", `the licenses of \`${asset}\` are no list of names`, { file: at.file, line: at.line }, licenses.items === null ? "write a list of objects with `License`; it was taken as one that is `Unspecified`" : "name each under `License`; one without a name was taken as `Unspecified`");
  const names = licenses.items === null && !isNothing(licenses) ? ["Unspecified"] : found.map((each) => each.name ?? "Unspecified");
  const raw = licenses.items === null ? JSON.stringify(jsonOf(licenses)) : found.some((each) => each.url !== null) ? JSON.stringify(found) : undefined;
  into.license({ asset, names, ...(raw === undefined ? {} : { raw }), rung: "detected", by: auditor, at: { ...at, where: `L${at.line} audit` } });
}

function recordChannels(value: YamlValue, asset: string, at: Place, into: Evidence): void {
  const inferred = valueAt(value, "Inferred Metadata");
  for (const { by, inSummary, inLine } of channels) {
    const places = [...inSummary.flatMap((key) => valueAt(inferred, key) ?? []), ...[valueAt(value, "aggregators", inLine)].filter((each) => each !== undefined)];
    if (places.length === 0) continue;
    const found = places.map((place) => licensesIn(within(place, at), at.file, by, into));
    const whole = found.some((each) => each.whole !== null) ? JSON.stringify(places.map(jsonOf)) : null;
    into.license({ asset, names: found.flatMap((each) => each.names), ...(whole === null ? {} : { raw: whole }), by, at: { ...at, where: `L${at.line} ${by}` } });
  }
}

/** The hub's data set at the recorded address: it may hold several of the audited sets. */
function recordAddress(value: YamlValue, asset: string, at: Place, into: Evidence): void {
  const address = textAt(value, "Hugging Face URL") ?? textAt(value, "urls", "Hugging Face URL");
  const found = address === null ? null : identified(address.replace(/\/viewer\/.*$/, ""));
  if (found?.kind === "dataset") into.alternate(asset, found.id, "medium", "the audit gives its address, where there may be more than this set", { ...at, where: `L${at.line} address` });
}

/** What it was derived from and the models that wrote parts of it: by an identifier where one is written, else names that mean nothing beyond this record. */
function recordSources(value: YamlValue, asset: string, at: Place, into: Evidence): number {
  const named = (keys: readonly [summary: string, line: string], kind: "dataset" | "model"): string[] => {
    const found = keys.flatMap((key) => namesIn(valueAt(value, key)).map((each) => ({ ...each, key })));
    return [...new Set(found.map(({ text, value: entry, key }) => {
      if (text === null) return unreadAt(within(entry, at), at.file, `\`${key}\` of \`${asset}\` has an entry that is no text`, kind, asset, into);
      const known = identified(text);
      if (known !== null && (known.kind === kind || known.kind === null)) return into.mention(known.id, kind);
      return into.mention(addressId(text) ?? `${asset}#${kind}/${text.slice(0, 200)}`, kind);
    }))];
  };
  const from = named(["Derived from Datasets", "derivedFrom"], "dataset");
  const models = named(["Model Generated", "modelGenerated"], "model");
  into.derivation({ from, to: asset, by: "curate", who: makerOf(asset), assumed: "the audit does not say what was done with its sources" });
  into.derivation({ from: models, to: asset, by: "synthesize", who: makerOf(asset) });
  return from.length + models.length;
}
