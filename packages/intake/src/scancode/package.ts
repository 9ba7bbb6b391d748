import type { BillItem, BillLicense } from "../bill.js";
import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { identified } from "../identifier.js";
import { isNothing } from "../name-place.js";
import { licensesIn, rawOf } from "../unread-license.js";

const declaredPlaces = ["declared_license_expression_spdx", "declared_license_expression", "license_expression"];
const otherPlaces = ["other_license_expression_spdx", "other_license_expression"];

/** Of places that say the same in other words, the first that says something. */
const saidAt = (value: YamlValue, places: readonly string[]): YamlValue | undefined => places.flatMap((key) => valueAt(value, key) ?? []).find((each) => !isNothing(each));

/** The lines of a list, as the scanner writes one into a text; any other text as it is. */
function statedIn(text: string): string[] {
  const lines = text.trim().split("\n").map((line) => /^- (?!\w+: )(.+)$/.exec(line)?.[1]?.trim() ?? null);
  return lines.every((line) => line !== null) ? lines : [text];
}

/** What a package says of its license where no expression was made of it: the scanner was not asked to, or knew none. */
function statedOf(value: YamlValue): { readonly names: readonly string[]; readonly at: YamlValue } | null {
  const detected = itemsAt(value, "license_detections").flatMap((each) => textAt(each, "license_expression_spdx") ?? textAt(each, "license_expression") ?? []);
  const [first] = itemsAt(value, "license_detections");
  if (first !== undefined && detected.length > 0) return { names: [...new Set(detected)], at: first };
  const at = saidAt(value, ["extracted_license_statement", "declared_license"]);
  if (at === undefined || (at.items ?? at.entries)?.length === 0) return null;
  return { names: at.items === null && at.entries === null ? statedIn(at.text) : [rawOf(at)], at };
}

/** The licenses of a package: what it declares, and what the scanner found in it beside that. */
export function licensesOf(value: YamlValue, by: string, document: DocumentRead, into: Evidence): BillLicense[] {
  const place = (at: YamlValue) => ({ ...placeIn(document, at), where: `L${at.line} packages` });
  const declared = saidAt(value, declaredPlaces);
  const licenses: BillLicense[] = [];
  if (declared !== undefined) {
    const { names, whole } = licensesIn(declared, document.file, "declared_license_expression", into);
    licenses.push({ names: whole === null && declared.items === null ? [declared.text] : names, raw: whole ?? textAt(value, "extracted_license_statement") ?? declared.text, rung: "declared", at: place(declared) });
  } else {
    const stated = statedOf(value);
    const empty = declaredPlaces.flatMap((key) => valueAt(value, key) ?? [])[0];
    if (stated !== null) licenses.push({ names: stated.names, raw: textAt(value, "extracted_license_statement") ?? rawOf(stated.at), rung: "declared", at: place(stated.at) });
    else if (empty !== undefined) licenses.push({ names: [""], rung: "declared", at: place(empty) });
  }
  const other = saidAt(value, otherPlaces);
  if (other !== undefined) licenses.push({ ...licensesIn(other, document.file, "other_license_expression", into), rung: "detected", by, at: place(other) });
  return licenses;
}

/** Who stands behind a package; an organization that is told to be one is none. */
export const partiesOf = (value: YamlValue): NonNullable<BillItem["persons"]> => itemsAt(value, "parties").filter((each) => textAt(each, "type") !== "organization").map((each) => ({ role: textAt(each, "role")?.replace(/[^a-z]+/g, "-") ?? "party", value: each }));

const saysSomething = ({ names }: BillLicense): boolean => names.some((name) => name.trim() !== "");

const sameSaid = (one: BillLicense, other: BillLicense): boolean => one.rung === other.rung && JSON.stringify(one.names).toLowerCase() === JSON.stringify(other.names).toLowerCase();

/** The licenses of one record of a package that another record of it has not. */
export const unsaidBy = (licenses: readonly BillLicense[], others: readonly BillLicense[]): BillLicense[] => licenses.filter((each) => saysSomething(each) && !others.some((other) => sameSaid(each, other)));

interface Known {
  readonly key: string;
  readonly licenses: BillLicense[];
}

/** The id of a package URL, with its version and without. */
function idsOf(purl: string): { readonly id: string; readonly bare: string } {
  const found = identified(purl);
  if (found === null) return { id: purl, bare: purl };
  const { id, version } = found;
  return { id, bare: version !== null && id.endsWith(`@${version}`) ? id.slice(0, -version.length - 1) : id };
}

/** The packages of a scan by what names them, for the data of one stand in several places: in the list of packages, and in each file that told of it. */
export class PackagesKnown {
  readonly #byId = new Map<string, Known[]>();
  readonly #byBare = new Map<string, Known[]>();
  readonly #byKey = new Map<string, Known>();

  add(key: string, purl: string | null, licenses: BillLicense[]): void {
    const known = { key, licenses };
    this.#byKey.set(key, known);
    if (purl === null) return;
    const { id, bare } = idsOf(purl);
    for (const [map, name] of [[this.#byId, id], [this.#byBare, bare]] as const) {
      const others = map.get(name);
      if (others === undefined) map.set(name, [known]);
      else others.push(known);
    }
  }

  at(key: string): Known | undefined {
    return this.#byKey.get(key);
  }

  /** Those that some package data are of: of the packages of its file if one has that name, be it that the data do not say the version. */
  of(purl: string, wholes: readonly string[]): readonly Known[] {
    const { id, bare } = idsOf(purl);
    const named = this.#byId.get(id) ?? [];
    const within = [...named, ...(id === bare ? (this.#byBare.get(bare) ?? []) : [])].filter(({ key }) => wholes.includes(key));
    return within.length > 0 ? [...new Set(within)] : named;
  }
}
