import { parseBounds } from "../bounds.js";
import { listOf } from "./list.js";
import type { FileStatement } from "./record.js";
import { type FileReport, type Path, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

function uniqueIn(records: readonly { readonly id?: string | undefined }[] | undefined, path: Path, what: string, report: FileReport): void {
  const seen = new Set<string>();
  for (const [index, { id }] of (records ?? []).entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) report.add("duplicate-id", [...path, index, "id"], `the ${what} \`${id}\` is described twice`, id, "give one of the two another id");
    seen.add(id);
  }
}

/** Ids that two records of a kind share. */
export function checkIds(file: TitleFile, report: FileReport): void {
  uniqueIn(file.parties, ["parties"], "party", report);
  uniqueIn(file.assets, ["assets"], "asset", report);
  for (const [asset, path] of recordsOf(file.assets, "assets")) {
    uniqueIn(asset.parts, [...path, "parts"], "part", report);
    uniqueIn(listOf(asset.acquired), [...path, "acquired"], "copy that was got", report);
  }
  uniqueIn(file.derivations, ["derivations"], "derivation", report);
  uniqueIn(file.statements, ["statements"], "statement", report);
  uniqueIn(file.instruments, ["instruments"], "instrument", report);
  uniqueIn(file.events, ["events"], "event", report);
  uniqueIn(file.observations, ["observations"], "observation", report);
  uniqueIn(file.waivers, ["waivers"], "waiver", report);
}

/** Records that cannot all be true. */
export function checkContradictions(file: TitleFile, report: FileReport): void {
  const kinds = new Map<string, { readonly id: string; readonly kind: string }>();
  for (const [asset, path] of recordsOf(file.assets, "assets")) {
    if (asset.digest === undefined) continue;
    const other = kinds.get(asset.digest);
    if (other === undefined) kinds.set(asset.digest, asset);
    else if (other.kind !== asset.kind) {
      report.add("contradiction", [...path, "digest"], `\`${other.id}\` has the same digest and is a ${other.kind}, not a ${asset.kind}`, asset.digest, "equal bytes are one kind of asset");
    }
  }
  for (const [derivation, path] of recordsOf(file.derivations, "derivations")) {
    if (derivation.to === undefined || !listOf(derivation.from).includes(derivation.to)) continue;
    report.add("contradiction", [...path, "to"], `\`${derivation.to}\` is derived from itself`, derivation.to, "give the new version an id of its own");
  }
  for (const [party, path] of recordsOf(file.parties, "parties")) {
    for (const [index, control] of (party.controlledBy ?? []).entries()) {
      const at = [...path, "controlledBy", index];
      if (control.party === party.id) report.add("contradiction", [...at, "party"], `\`${party.id}\` is controlled by itself`, party.id);
      if (control.from !== undefined && control.to !== undefined && control.from > control.to) report.add("bad-period", [...at, "to"], "the period ends before it begins", control.to);
    }
  }
  for (const [statement, path] of recordsOf(file.statements, "statements")) {
    if (statement.id !== undefined && statement.supersedes === statement.id) report.add("contradiction", [...path, "supersedes"], `\`${statement.id}\` supersedes itself`, statement.id);
    checkSubject(statement, path, report);
  }
  for (const [waiver, path] of recordsOf(file.waivers, "waivers")) {
    if (waiver.from !== undefined && waiver.from > waiver.until) report.add("bad-period", [...path, "until"], "the waiver ends before it begins", waiver.until);
  }
}

/** Whether what is said can be said of that: amounts of parties, parts and scopes of assets. */
function checkSubject({ about, what, value, part, scope }: FileStatement, path: Path, report: FileReport): void {
  const ofAsset = typeof about === "string" || "asset" in about || "instrument" in about;
  if (!ofAsset && /^(fact|quantity):/.test(what) && (part !== undefined || scope !== undefined)) report.add("contradiction", [...path, part === undefined ? "scope" : "part"], "only an asset has parts and scopes", part ?? scope ?? null);
  if (!what.startsWith("quantity:")) return;
  if (typeof about === "string" || !("party" in about)) report.add("contradiction", [...path, "about"], "an amount is stated of a party", what, "write `about: { party: … }`; what is planned stands in the `scale` of a use");
  if (value === undefined || value === null || Array.isArray(value) || parseBounds(String(value)) === null)
    report.add("bad-value", [...path, "value"], `\`${String(value)}\` gives no bounds of \`${what.slice("quantity:".length)}\``, String(value), "write an amount, or bounds like \"1000..5000\", \"..5000\", \"1000..\"; of money with its currency, like \"..5000 EUR\"");
}
