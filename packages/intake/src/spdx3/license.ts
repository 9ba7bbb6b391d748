import { parseExpression, printExpression, spdxId } from "@cleartitle/norms";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import type { OwnLicenses } from "../license-text.js";
import { unreadLicense } from "../unread-license.js";
import { referenceOf, typeOf } from "./element.js";

const maxDepth = 20;

/** The element that carries a license, or whatever stands in its place. */
export type Elements = ReadonlyMap<string, YamlValue>;

/** Whether an element is a license that the document brings itself. */
const isOwn = (element: YamlValue): boolean => /^(simplelicensing_SimpleLicensingText|expandedlicensing_CustomLicense)$/.test(typeOf(element));

/** Puts the texts that a document brings for licenses of its own under names that mean the same outside it. */
export function addTexts(elements: Elements, licenses: OwnLicenses, file: string): void {
  for (const [id, element] of elements) {
    if (!isOwn(element)) continue;
    licenses.add(id.split(/[#/]/).at(-1) ?? id, textAt(element, "simplelicensing_licenseText") ?? "", file);
  }
}

/** Whether a reference is made of a name: for names that are no expression; by ours also for expressions that are not spelled as SPDX has them. */
function takesReference(name: string, ours: boolean): boolean {
  const { expression } = parseExpression(name);
  return expression === null || (ours && spdxId(name) !== name && printExpression(expression) !== name);
}

/** A name stands beside the reference that was made of it. A reference with a text, here or where the element points, is a license of the document's own, whatever it is called. */
function named(element: YamlValue, licenses: OwnLicenses, ours: boolean): string | null {
  const name = textAt(element, "name");
  if (name === null || valueAt(element, "simplelicensing_customIdToUri") !== undefined || !takesReference(name, ours)) return null;
  const reference = `LicenseRef-${name.replace(/[^A-Za-z0-9.-]+/g, "-")}`;
  return textAt(element, "simplelicensing_licenseExpression") === reference && licenses.named(reference) === null ? name : null;
}

/** What a license is, as an expression: an element may carry one, be one of a list, or be put together of others. `ours`: whether the document is of our writing. */
export function expressionOf(id: string, elements: Elements, licenses: OwnLicenses, ours: boolean, depth = 0): string {
  const [, listed] = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html)?$/.exec(id) ?? [];
  if (/(?:^|[/_:])NoAssertion(?:License|Element)?$/i.test(id) || id === "NOASSERTION") return "NOASSERTION";
  if (/(?:^|[/_:])None(?:License|Element)?$/i.test(id) || id === "NONE") return "NONE";
  const element = elements.get(id);
  if (element === undefined || depth > maxDepth) return listed ?? licenses.outside(id);
  const below = (key: string, operator: string): string => {
    const value = valueAt(element, key);
    // A member that cannot be read is one all the same: without it the others would seem to be all that is asked for.
    const members = (value === undefined ? [] : (value.items ?? [value])).map((each) => {
      const member = referenceOf(each);
      return member === null ? unreadLicense(each) : expressionOf(member, elements, licenses, ours, depth + 1);
    });
    return members.length === 1 ? (members[0] ?? "") : `(${members.join(` ${operator} `)})`;
  };
  switch (typeOf(element)) {
    case "simplelicensing_LicenseExpression": return named(element, licenses, ours) ?? licenses.outside(textAt(element, "simplelicensing_licenseExpression") ?? id);
    case "expandedlicensing_ConjunctiveLicenseSet": return below("expandedlicensing_member", "AND");
    case "expandedlicensing_DisjunctiveLicenseSet": return below("expandedlicensing_member", "OR");
    case "expandedlicensing_OrLaterOperator": return `${below("expandedlicensing_subjectLicense", "AND")}+`;
    case "expandedlicensing_WithAdditionOperator": return `${below("expandedlicensing_subjectExtendableLicense", "AND")} WITH ${(textAt(element, "expandedlicensing_subjectAddition") ?? "").split("/").at(-1)}`;
    default: {
      const own = id.split(/[#/]/).at(-1) ?? id;
      // One of the document's own that has no text is none of the list either, whatever it is called.
      return listed ?? licenses.named(own) ?? (isOwn(element) ? `LicenseRef-${own.replace(/^LicenseRef-/, "").replace(/[^A-Za-z0-9.-]+/g, "-")}` : own);
    }
  }
}
