import { identifyText } from "@cleartitle/catalogue";
import { sha256 } from "@cleartitle/norms";
import type { Evidence } from "./evidence.js";

/** An id without the word on later versions, which a text cannot tell. */
const plain = (id: string): string => id.toLowerCase().replace(/-(?:only|or-later)$|\+$/, "");

const reference = /\b(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+/g;

/**
 * Gives the licenses that a document names for itself (`LicenseRef-1`) names that mean the same outside it: the license that the catalogue knows the text
 * as, or the name with a mark of the text, so that the same name in two documents is not taken for one license. A name without a text stays.
 */
export class OwnLicenses {
  readonly #names = new Map<string, string>();

  constructor(private readonly into: Evidence) {}

  add(id: string, text: string, file: string): void {
    if (text.trim() === "") return;
    this.#names.set(id, this.#known(text, file) ?? `${id.startsWith("LicenseRef-") ? id : `LicenseRef-${id.replace(/[^A-Za-z0-9.-]+/g, "-")}`}-${sha256(text).slice(7, 15)}`);
  }

  #texts(text: string, file: string) {
    return this.into.knowledge === null ? [] : identifyText(text.replaceAll("\r\n", "\n"), file, this.into.knowledge).filter((each) => each.how === "text" && each.base !== null);
  }

  #known(text: string, file: string): string | null {
    const [only, ...more] = this.#texts(text, file);
    return more.length === 0 && only?.base != null && only.license.includes(only.base) ? only.base : null;
  }

  /** What a text is known as beside the license whose id it stands with: others, or that one changed; none where it is the same, or not known. */
  othersThan(id: string, text: string, file: string): string[] {
    const others = this.#texts(text, file).filter(({ license }) => license.every((each) => plain(each) !== plain(id)));
    return [...new Set(others.flatMap(({ base, license }) => license.find((each) => each === base) ?? license[0] ?? []))];
  }

  /** An expression with the document's own names replaced. */
  outside(expression: string): string {
    return expression.replace(reference, (name) => this.#names.get(name) ?? name);
  }

  /** The name that a license of the document has outside; `null` if the document has no text under this key. */
  named(id: string): string | null {
    return this.#names.get(id) ?? null;
  }
}
