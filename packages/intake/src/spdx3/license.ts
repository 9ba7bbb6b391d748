import { textAt, textsOf, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { OwnLicenses } from "../license-text.js";

const maxDepth = 20;

/** The element that carries a license, or whatever stands in its place. */
export type Elements = ReadonlyMap<string, YamlValue>;

/** The class of an element, as it names it. */
export const typeOf = (value: YamlValue): string => textAt(value, "type") ?? textAt(value, "@type") ?? "";

/** Puts the texts that a document brings for licenses of its own under names that mean the same outside it. */
export function addTexts(elements: Elements, licenses: OwnLicenses, file: string): void {
  for (const [id, element] of elements) {
    if (!/^(simplelicensing_SimpleLicensingText|expandedlicensing_CustomLicense)$/.test(typeOf(element))) continue;
    licenses.add(id.split(/[#/]/).at(-1) ?? id, textAt(element, "simplelicensing_licenseText") ?? "", file);
  }
}

/** A name that is no expression stands beside the reference that was made of it. */
function named(element: YamlValue): string | null {
  const name = textAt(element, "name");
  return name !== null && textAt(element, "simplelicensing_licenseExpression") === `LicenseRef-${name.replace(/[^A-Za-z0-9.-]+/g, "-")}` ? name : null;
}

/** What a license is, as an expression: an element may carry one, be one of a list, or be put together of others. */
export function expressionOf(id: string, elements: Elements, licenses: OwnLicenses, depth = 0): string {
  const [, listed] = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html)?$/.exec(id) ?? [];
  if (/(?:^|[/_:])NoAssertion(?:License|Element)?$/i.test(id) || id === "NOASSERTION") return "NOASSERTION";
  if (/(?:^|[/_:])None(?:License|Element)?$/i.test(id) || id === "NONE") return "NONE";
  const element = elements.get(id);
  if (element === undefined || depth > maxDepth) return listed ?? licenses.outside(id);
  const below = (key: string, operator: string): string => {
    const value = valueAt(element, key);
    const members = (value === undefined ? [] : (textsOf(value) ?? [])).map((each) => expressionOf(each.text, elements, licenses, depth + 1));
    return members.length === 1 ? (members[0] ?? "") : `(${members.join(` ${operator} `)})`;
  };
  switch (typeOf(element)) {
    case "simplelicensing_LicenseExpression": return named(element) ?? licenses.outside(textAt(element, "simplelicensing_licenseExpression") ?? "");
    case "expandedlicensing_ConjunctiveLicenseSet": return below("expandedlicensing_member", "AND");
    case "expandedlicensing_DisjunctiveLicenseSet": return below("expandedlicensing_member", "OR");
    case "expandedlicensing_OrLaterOperator": return `${below("expandedlicensing_subjectLicense", "AND")}+`;
    case "expandedlicensing_WithAdditionOperator": return `${below("expandedlicensing_subjectExtendableLicense", "AND")} WITH ${(textAt(element, "expandedlicensing_subjectAddition") ?? "").split("/").at(-1)}`;
    default: {
      const own = id.split(/[#/]/).at(-1) ?? id;
      return listed ?? licenses.named(own) ?? own;
    }
  }
}
