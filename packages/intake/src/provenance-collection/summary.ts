import type { Evidence, Place } from "../evidence.js";
import { itemsAt, textAt, textsOf, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf } from "../hub-id.js";
import { addressId, identified } from "../identifier.js";
import { recordNamed } from "../named.js";

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
  const own = textAt(value, "Unique Dataset Identifier") ?? textAt(value, "id") ?? (value.entries === null ? null : (name ?? null));
  const licenses = either(value, "Licenses", "licenses");
  if (own === null || licenses === undefined) {
    into.problem("missing-key", own === null ? "a record without an identifier" : `\`${own.slice(0, 100)}\` has no list of licenses`, { file: at.file, line: at.line }, "it was passed over: a summary has `Unique Dataset Identifier` and `Licenses`");
    return null;
  }
  const id = `provenance-collection:${own}`;
  const hours = textAt(value, "Hours") === null ? [] : ["audio"];
  into.asset({ id, kind: "dataset", source: id, modality: textAt(value, "Video Hours") === null ? hours : ["video"] });
  recordAudit(licenses, id, at, into);
  recordChannels(value, id, at, into);
  const notes = textAt(value, "License Notes") ?? textAt(value, "licenseNotes");
  if (notes !== null) into.statement({ asset: id, what: "license-note", raw: notes, value: null, rung: "detected", by: auditor, at: { ...at, where: `L${at.line} notes` } });
  for (const key of ["License Verified By", "licenseVerifiedBy"]) recordNamed(id, "verifier", valueAt(value, key), at, into);
  recordAddress(value, id, at, into);
  return recordSources(value, id, into);
}

/** A list of the licenses of what the set is made of; nobody says that one of them may be chosen. One without a name is a license all the same, by the word that the collection has for it. */
function recordAudit(licenses: YamlValue, asset: string, at: Place, into: Evidence): void {
  const found = (licenses.items ?? []).map((each) => ({ name: textAt(each, "License") ?? textAt(each, "license"), url: textAt(each, "License URL") ?? textAt(each, "url") }));
  if (licenses.items === null || found.some((each) => each.name === null)) into.problem("wrong-type", `the licenses of \`${asset}\` are no list of names`, { file: at.file, line: at.line }, licenses.items === null ? "write a list of objects with `License`; nothing of it was taken" : "name each under `License`; one without a name was taken as `Unspecified`");
  const names = found.map((each) => each.name ?? "Unspecified");
  const raw = found.some((each) => each.url !== null) ? JSON.stringify(found) : undefined;
  into.license({ asset, names, ...(raw === undefined ? {} : { raw }), rung: "detected", by: auditor, at: { ...at, where: `L${at.line} audit` } });
}

function recordChannels(value: YamlValue, asset: string, at: Place, into: Evidence): void {
  const inferred = valueAt(value, "Inferred Metadata");
  for (const { by, inSummary, inLine } of channels) {
    const places = [...inSummary.flatMap((key) => valueAt(inferred, key) ?? []), ...[valueAt(value, "aggregators", inLine)].filter((each) => each !== undefined)];
    if (places.length === 0) continue;
    const names = places.flatMap((place) => (textsOf(place) ?? []).map((each) => each.text.trim()));
    into.license({ asset, names, by, at: { ...at, where: `L${at.line} ${by}` } });
  }
}

/** The hub's data set at the recorded address: it may hold several of the audited sets. */
function recordAddress(value: YamlValue, asset: string, at: Place, into: Evidence): void {
  const address = textAt(value, "Hugging Face URL") ?? textAt(value, "urls", "Hugging Face URL");
  const found = address === null ? null : identified(address.replace(/\/viewer\/.*$/, ""));
  if (found?.kind === "dataset") into.alternate(asset, found.id, "medium", "the audit gives its address, where there may be more than this set", { ...at, where: `L${at.line} address` });
}

/** What it was derived from and the models that wrote parts of it: by an identifier where one is written, else names that mean nothing beyond this record. */
function recordSources(value: YamlValue, asset: string, into: Evidence): number {
  const named = (texts: readonly string[], kind: "dataset" | "model"): string[] => [...new Set(texts)].map((text) => {
    const found = identified(text);
    if (found !== null && (found.kind === kind || found.kind === null)) return into.mention(found.id, kind);
    const address = addressId(text);
    return into.mention(address ?? `${asset}#${kind}/${text.slice(0, 200)}`, kind);
  });
  const from = named(textsIn(value, "Derived from Datasets", "derivedFrom"), "dataset");
  const models = named(textsIn(value, "Model Generated", "modelGenerated"), "model");
  into.derivation({ from, to: asset, by: "curate", who: makerOf(asset), assumed: "the audit does not say what was done with its sources" });
  into.derivation({ from: models, to: asset, by: "synthesize", who: makerOf(asset) });
  return from.length + models.length;
}

const textsIn = (value: YamlValue, summary: string, line: string): string[] => [...itemsAt(value, summary), ...itemsAt(value, line)].map((each) => each.text.trim()).filter((text) => text !== "");
