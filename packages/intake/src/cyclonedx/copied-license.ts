import type { BillLicense } from "../bill.js";
import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { partOfLicenseKey } from "../license-scope.js";
import { placedAt } from "../name-place.js";
import { isOther, othersAt } from "../known-license.js";

/** The license in a tag that a tool copied from a hub. */
const licenseIn = (tag: YamlValue): string => /^license:(.*)$/.exec(tag.text.trim())?.[1]?.trim() ?? "";

/** A property has one text, into which tools put all licenses of a thing; names of licenses have commas too. */
const wordsOf = (text: string): string[] => [text, ...(text.includes(",") ? text.split(",") : [])].map((each) => each.trim());

/**
 * Licenses that tools copy into tags and properties where the place for licenses does not have them. A tag is what the hub says, and counts whatever it names; a property `license` may be of anything, and counts where the license is known and the component has another: by itself it gives none.
 */
export function copiedLicensesOf(component: YamlValue, stated: readonly BillLicense[], document: DocumentRead, into: Evidence): BillLicense[] {
  const names = stated.filter((each) => each.rung === "declared").flatMap((each) => each.names);
  const found = (at: YamlValue, named: readonly string[], where: string): BillLicense[] => (named.length === 0 ? [] : [{ names: named, rung: "declared", at: { ...placeIn(document, at), where: `L${at.line} ${where}` } }]);
  const tagged = placedAt(component, "tags").flatMap((tag) => {
    const license = licenseIn(tag);
    return found(tag, license !== "" && isOther(license, names, into) ? [license] : [], "tags");
  });
  const properties = [...placedAt(component, "properties"), ...placedAt(component, "modelCard", "properties"), ...placedAt(component, "data").flatMap((each) => placedAt(each, "contents", "properties"))];
  const copied = names.length === 0 ? [] : properties.filter((each) => partOfLicenseKey((textAt(each, "name") ?? "").split(/[:/#]/).at(-1) ?? "") === "");
  return [...tagged, ...copied.flatMap((each) => found(each, othersAt(wordsOf(textAt(each, "value") ?? ""), names, into), textAt(each, "name") ?? ""))];
}
