import { canonicalJson, type Problem, sha256 } from "@cleartitle/norms";
import type { TitleGraph } from "./graph.js";
import { readTitleFile } from "./read-title-file.js";
import { writeTitleFile } from "./write-title-file.js";

/** The first line of a title file that a document of another format carries; behind it stands the document's digest. */
export const carriedHead = "# The title file of this document: ";
const noDigest = `sha256:${"0".repeat(64)}`;
const headLine = new RegExp(`${carriedHead}(sha256:[0-9a-f]{64})`, "g");

/** The graph as a text to be put into a document, which `sealed` then closes. */
export const carriedTitle = (graph: TitleGraph): string => `${carriedHead}${noDigest}\n${writeTitleFile(graph)}`;

/** The text of a document with the digest of its whole content written into the title file that it carries. Without one, the text as it is. */
export const sealed = (text: string, content: unknown): string => text.replace(`${carriedHead}${noDigest}`, `${carriedHead}${sha256(canonicalJson(content))}`);

/** What a document carries: a graph, a title file that cannot be read, or one that no longer belongs to the document around it. */
export type CarriedTitle = { readonly graph: TitleGraph | null; readonly problems: readonly Problem[] } | "changed";

/**
 * The title file that a document carries; `null` if none. INVARIANT: it is given back only where nothing in the document was changed since it was
 * written, for else the document says one thing and the title file another, and nobody could say which of them is meant.
 */
export function readCarriedTitle(content: unknown, file: string): CarriedTitle | null {
  const text = carriedIn(content);
  if (text === null) return null;
  const canonical = canonicalJson(content);
  const [seal, ...others] = [...canonical.matchAll(headLine)].map((found) => found[1]);
  if (seal === undefined || others.length > 0 || sha256(canonical.replace(headLine, `${carriedHead}${noDigest}`)) !== seal) return "changed";
  return readTitleFile(text, { file });
}

/** The first text of a value that is a carried title file. Readers bound the depth of what they hand over. */
function carriedIn(value: unknown): string | null {
  if (typeof value === "string") return value.startsWith(carriedHead) ? value : null;
  if (value === null || typeof value !== "object") return null;
  for (const each of Object.values(value)) {
    const found = carriedIn(each);
    if (found !== null) return found;
  }
  return null;
}
