import type { View } from "../docx/view.js";

/** A paragraph with nothing but words in it; one that holds a box of text is not taken apart. */
export const paragraphs = /<w:p\b[^>]*>(?:(?!<w:p\b|<\/w:p>)[^])*<\/w:p>/g;

/** How the mark at the end of a paragraph is when the paragraph goes, or comes. */
export const marked = { del: /<w:pPr>(?:(?!<\/w:pPr>)[^])*<w:rPr>(?:(?!<\/w:rPr>)[^])*<w:del\b/, ins: /<w:pPr>(?:(?!<\/w:pPr>)[^])*<w:rPr>(?:(?!<\/w:rPr>)[^])*<w:ins\b/ } as const;

/** Whether its end goes, or comes; null: it stays as it is. */
export const markOf = (paragraph: string): "del" | "ins" | null => (marked.del.test(paragraph) ? "del" : marked.ins.test(paragraph) ? "ins" : null);

const inside = /<w:pPr>([^]*?)<\/w:pPr>/;
const ofMark = /<w:rPr>[^]*?<\/w:rPr>/;

/** How a paragraph is set, without what is said of its mark; null: what is said of it is a change already, or ends a part of the document. */
export function formOf(paragraph: string): string | null {
  const [, said = ""] = inside.exec(paragraph) ?? [];
  return said.includes("<w:pPrChange") || said.includes("<w:sectPr") ? null : said.replace(ofMark, "").replaceAll(/<w:numberingChange\b[^>]*\/>/g, "").trim();
}

/** Of a form: the paragraph is numbered below the first level. */
export const isDeeper = /<w:ilvl\b[^>]*w:val="[1-9]/;

const wasInside = /<w:pPrChange\b[^>]*>\s*(?:<w:pPr>([^]*?)<\/w:pPr>|<w:pPr\s*\/>)\s*<\/w:pPrChange>/;

/** How a paragraph is set in a view, without what is said of its mark; null: it ends a part of the document. */
export function formIn(paragraph: string, view: View): string | null {
  const change = wasInside.exec(paragraph);
  if (change === null) return formOf(paragraph);
  return formOf(view === "accepted" ? paragraph.replace(change[0], "") : `<w:pPr>${change[1] ?? ""}</w:pPr>`);
}

const madeBy = /<w:(?:ins|del|pPrChange)\b[^>]*?w:author="([^"]*)"[^>]*?w:date="([^"]*)"/;

/** The beginning of another change by the hand that changes a paragraph. */
export function byHandOf(paragraph: string, change: string, id: number): string {
  const [, by, date] = madeBy.exec(paragraph)!;
  return `w:${change} w:id="${id}" w:author="${by!}" w:date="${date!}"`;
}

/** A paragraph whose mark is a change, with its form as a change of the same hand. */
export function withForms(paragraph: string, now: string, was: string, id: number): string {
  const [found, said = ""] = inside.exec(paragraph)!;
  return paragraph.replace(found, () => `<w:pPr>${now}${ofMark.exec(said)![0]}<${byHandOf(said, "pPrChange", id)}><w:pPr>${was}</w:pPr></w:pPrChange></w:pPr>`);
}
