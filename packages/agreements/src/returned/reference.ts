import type { DocumentSentence, Target } from "../document/document.js";
import { evened } from "../document/part.js";

/** The words of a sentence without the numbers behind its phrases, and which number stood for what. */
export interface Bare {
  readonly text: string;
  readonly shown: readonly { readonly to: Target; readonly number: string }[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Takes what the document added out of a line, such as ` (clause 4.2)`; null: it does not stand there once. */
export function bareOf(line: string, { pieces }: Pick<DocumentSentence, "pieces">): Bare | null {
  const groups: { pattern: string; readonly to: Target[] }[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const isAdded = piece.kind === "reference" || piece.added === true;
    if (isAdded && !isOpen) groups.push({ pattern: "", to: [] });
    const group = groups.at(-1);
    if (isAdded && group !== undefined) {
      group.pattern += piece.kind === "text" ? escaped(piece.text) : "((?:[A-Z][a-z]+ )?[A-Z0-9][0-9.]{0,8})";
      if (piece.kind === "reference") group.to.push(piece.to);
    }
    isOpen = isAdded;
  }
  const shown: { to: Target; number: string }[] = [];
  let text = line;
  for (const { pattern, to } of groups) {
    const found = [...text.matchAll(new RegExp(pattern, "gu"))];
    const [first] = found;
    if (first === undefined) return null;
    shown.push(...to.map((target, at) => ({ to: target, number: first[at + 1]! })));
    text = text.slice(0, first.index) + text.slice(first.index + first[0].length);
  }
  return { text: evened(text), shown };
}
