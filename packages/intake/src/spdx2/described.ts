import { textAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { placedAt } from "../name-place.js";
import { standsOutside } from "./relation.js";

const document = "SPDXRef-DOCUMENT";

const isText = (each: YamlValue): boolean => each.scalar !== null && each.text.trim() !== "";

/** What a document says that it describes, in its list and by relationships; and what of the list cannot be read. */
export function describedIn(root: YamlValue): { readonly keys: readonly string[]; readonly unread: readonly YamlValue[] } {
  const listed = placedAt(root, "documentDescribes");
  const related = placedAt(root, "relationships").map((each) => {
    const [a, type, b] = [textAt(each, "spdxElementId"), textAt(each, "relationshipType")?.toUpperCase(), textAt(each, "relatedSpdxElement")];
    return a === document && type === "DESCRIBES" ? b : b === document && type === "DESCRIBED_BY" ? a : null;
  });
  const keys = [...listed.filter(isText).map((each) => each.text.trim()), ...related.filter((each) => each !== null)];
  return { keys: [...new Set(keys)].filter((key) => key !== document && key !== "NONE" && key !== "NOASSERTION"), unread: listed.filter((each) => !isText(each)) };
}

/** What is of use beside another thing, or tells of it, and is no part of anything by that. */
export const apartIn = (root: YamlValue): string[] =>
  placedAt(root, "relationships").flatMap((each) => (standsOutside(textAt(each, "relationshipType") ?? "") ? (textAt(each, "spdxElementId") ?? []) : []));
