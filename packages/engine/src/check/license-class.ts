import type { Catalogue } from "@cleartitle/catalogue";
import { canGrant, options as optionsOf, parseExpression, resolveLicense } from "@cleartitle/norms";
import { currentStatements, licenseExpressions, type Asset, type TitleGraph } from "@cleartitle/title";
import { kept } from "../kept.js";

/** How much the record of an asset's license tells, from nothing to terms that the catalogue has and may rely on. */
export const licenseClasses = [
  /** Named by others and described by nobody. */
  "placeholder",
  /** Nobody wrote a license. Unknown, which is not the same as none. */
  "license-not-recorded",
  /** `other`, `unknown` and the like: something was written that names no license. */
  "names-no-license",
  /** A family such as `gpl` or `cc`, of which no member is chosen. */
  "family-only",
  /** A name nobody knows. */
  "name-unknown",
  /** A license that is known by its name and whose terms the catalogue does not have. */
  "terms-unknown",
  /** The catalogue has its terms, from a text that is not verified. */
  "terms-not-verified",
  /** Several with no operator, or sources that differ. */
  "several-no-operator",
  "terms-known",
] as const;

export type LicenseClass = (typeof licenseClasses)[number];

/** What is recorded of an asset's license, read against the catalogue. */
export interface RecordedLicense {
  readonly class: LicenseClass;
  /** Its id, where the record names exactly one license that the catalogue has; else null. */
  readonly id: string | null;
}

/** What is recorded of an asset of which nothing is. */
export const notRecorded: RecordedLicense = { class: "license-not-recorded", id: null };

/** What is recorded as the license of an asset as a whole, of each statement that counts. */
export function licenseSaid(graph: TitleGraph, catalogue: Catalogue, asset: Asset, asOf: string): readonly (readonly string[])[] {
  const scope = catalogue.taxonomies.assetKinds.get(asset.kind)?.scope ?? null;
  const { candidates } = currentStatements(graph, { about: { kind: "asset", id: asset.id }, what: "license", part: null, scope, asOf, knownAt: "9999-12-31" });
  return candidates.map((statement) => (statement.value === null ? [] : licenseExpressions(String(statement.value))));
}

/** Reads recorded licenses; names are resolved once. */
export function licenseReader(graph: TitleGraph, catalogue: Catalogue, asOf: string): (asset: Asset) => RecordedLicense {
  const names = new Map<string, RecordedLicense>();
  const known = new Set(catalogue.instruments.keys());
  const named = (name: string): RecordedLicense => kept(names, name, () => readName(name, catalogue, known));
  const read = (asset: Asset): RecordedLicense => {
    if (asset.placeholder) return { class: "placeholder", id: null };
    const said = licenseSaid(graph, catalogue, asset, asOf);
    if (said.length > 1 || (said[0]?.length ?? 0) > 1) return { class: "several-no-operator", id: null };
    const expression = said[0]?.[0];
    return expression === undefined ? notRecorded : named(expression);
  };
  // Asked for the question about each asset, and again for what is told of it.
  const found = new Map<Asset, RecordedLicense>();
  return (asset) => kept(found, asset, () => read(asset));
}

/** The ids that records which differ give an asset's license, each of one that the catalogue has; none where they agree. */
export function differingLicenses(graph: TitleGraph, catalogue: Catalogue, asset: Asset, asOf: string): readonly string[] {
  const said = licenseSaid(graph, catalogue, asset, asOf);
  if (said.length < 2) return [];
  const known = new Set(catalogue.instruments.keys());
  return [...new Set(said.flatMap(([name, ...more]) => (name === undefined || more.length > 0 ? [] : (readName(name, catalogue, known).id ?? []))))].toSorted();
}

function readName(name: string, catalogue: Catalogue, known: ReadonlySet<string>): RecordedLicense {
  const resolved = resolveLicense(name, catalogue.aliases, known, catalogue.families);
  if (resolved.kind === "none") return { class: "names-no-license", id: null };
  if (resolved.kind === "family") return { class: "family-only", id: null };
  if (resolved.kind === "id") {
    const instrument = catalogue.instruments.get(resolved.id);
    if (instrument === undefined) return { class: "terms-unknown", id: null };
    return { class: canGrant(instrument.verified) ? "terms-known" : "terms-not-verified", id: instrument.id };
  }
  return { class: ofExpression(name, catalogue, known), id: null };
}

/** An expression is as well known as the least known of its licenses. */
function ofExpression(text: string, catalogue: Catalogue, known: ReadonlySet<string>): LicenseClass {
  const { expression } = parseExpression(text);
  const parts = expression === null ? [] : [...new Set(optionsOf(expression).options?.flat() ?? [])].filter((part) => part !== text);
  if (parts.length === 0) return "name-unknown";
  const classes = new Set(parts.map((part) => readName(part, catalogue, known).class));
  return licenseClasses.find((each) => classes.has(each)) ?? "name-unknown";
}
