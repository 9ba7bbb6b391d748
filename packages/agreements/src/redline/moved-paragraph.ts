import { marked, paragraphs } from "./changed-paragraph.js";

const inside = { del: /<w:del\b[^>]*(?<!\/)>[^]*?<\/w:del>/g, ins: /<w:ins\b[^>]*(?<!\/)>[^]*?<\/w:ins>/g } as const;
const texts = { del: /<w:delText\b[^>]*>([^<]*)<\/w:delText>/g, ins: /<w:t\b[^>]*>([^<]*)<\/w:t>/g } as const;
const anyText = /<w:(?:t|delText)\b[^>]*>[^<]/;

/** Fewer words than this stand in many paragraphs. */
const leastWords = 3;

/** Who the changes of a paragraph that stands elsewhere are by: it goes in one place, and comes in another. */
export const movers = { del: "Cleartitle (moved away)", ins: "Cleartitle (moved here)" } as const;

/** The words of a paragraph that goes or comes as a whole; null: it does not, or says little. */
function wholeText(paragraph: string, kind: "del" | "ins"): string | null {
  if (!marked[kind].test(paragraph) || anyText.test(paragraph.replace(inside[kind], ""))) return null;
  const text = [...paragraph.matchAll(texts[kind])].map(([, said]) => said!).join("").replaceAll(/\s+/g, " ").trim();
  return text.split(" ").length < leastWords ? null : text;
}

/**
 * Names paragraphs that only stand elsewhere by who changed them, so that whoever reads the document sees that they moved. Marks of its own for what is moved do not
 * always come back as they were, and where the two halves have one author LibreOffice gives what follows the half that goes its form.
 */
export function withMoversNamed(xml: string): string {
  const halves = { del: new Map<string, number>(), ins: new Map<string, number>() };
  for (const [paragraph] of xml.matchAll(paragraphs)) {
    for (const kind of ["del", "ins"] as const) {
      const text = wholeText(paragraph, kind);
      if (text !== null) halves[kind].set(text, (halves[kind].get(text) ?? 0) + 1);
    }
  }
  const isMoved = (text: string | null): boolean => text !== null && halves.del.get(text) !== undefined && halves.del.get(text) === halves.ins.get(text);
  return xml.replace(paragraphs, (paragraph) => {
    const kind = (["del", "ins"] as const).find((each) => isMoved(wholeText(paragraph, each)));
    return kind === undefined ? paragraph : paragraph.replaceAll(/(<w:(?:del|ins)\b[^>]*w:author=")[^"]*"/g, `$1${movers[kind]}"`);
  });
}
