import type { DocxArchive } from "../docx/archive.js";
import { ofAll, styleLooks } from "../docx/look.js";
import { markOf, paragraphs } from "./changed-paragraph.js";
import { withoutPageNumbers } from "./page-number.js";

type Kind = "del" | "ins";

const kindsOfForm = ["rPr", "pPr", "tcPr", "trPr", "tblPr", "tblGrid"] as const;
/** What is said of a form, with a change of it: what it is now, and what it was. */
const changedForm = (kind: string): RegExp => new RegExp(String.raw`<w:${kind}>((?:(?!</?w:${kind}[>\s/])[^])*?)<w:${kind}Change\b[^>]*>\s*(?:<w:${kind}>((?:(?!</?w:${kind}[>\s/])[^])*)</w:${kind}>|<w:${kind}\s*/>)?\s*</w:${kind}Change>\s*</w:${kind}>`, "g");
const ofMark = /<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>/;
const listIn = /<w:numId\b[^>]*w:val="(\d+)"/;

const changes = { del: /<w:del\b[^>]*(?<!\/)>([^]*?)<\/w:del>/g, ins: /<w:ins\b[^>]*(?<!\/)>([^]*?)<\/w:ins>/g } as const;
const said = /<w:(?:t|delText)\b[^>]*>([^<]*)<\/w:(?:t|delText)>|<w:(?:tab|br)\b[^>]*\/>|(?<![A-Z])REF\s+([^\s<]+)/g;
const anyText = /<w:(?:t|delText)\b[^>]*>[^<]/;
/** Changes that stand beside each other within a paragraph. */
const beside = /(?:<w:(ins|del)\b[^>]*(?<!\/)>(?:(?!<w:(?:ins|del)\b)[^])*?<\/w:\1>\s*){2,}/g;

/** Where a page ends is how words are set. */
const brokenPage = { del: /<w:del\b[^>]*>(<w:r\b[^>]*>(?:<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>|<w:rPr\s*\/>)?\s*<w:br w:type="page"\s*\/>\s*<\/w:r>)<\/w:del>/g, ins: /<w:ins\b[^>]*><w:r\b[^>]*>(?:<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>|<w:rPr\s*\/>)?\s*<w:br w:type="page"\s*\/>\s*<\/w:r><\/w:ins>/g } as const;

/** What one reads of a piece, and what its references lead to. */
const wordsOf = (piece: string): string => [...withoutPageNumbers(piece).matchAll(said)].map(([, text, mark]) => text ?? (mark === undefined ? " " : `→${mark}`)).join("").replaceAll(/\s+/g, " ").trim();
const only = (piece: string, kind: Kind): string => [...piece.matchAll(changes[kind])].map(([, inside]) => inside!).join("");
/** What would go, as it was. */
const kept = (piece: string): string => piece.replaceAll(changes.del, "$1").replaceAll(/<(\/?)w:del(Text|InstrText)\b/g, (_found, end: string, name: string) => `<${end}w:${name === "Text" ? "t" : "instrText"}`);
const withoutMark = (paragraph: string): string => paragraph.replace(/(<w:pPr>(?:(?!<\/w:pPr>)[^])*<w:rPr>(?:(?!<\/w:rPr>)[^])*?)<w:(?:del|ins)\b[^>]*\/>/, "$1");

/** Of a list of the second document the one of the first that most of its paragraphs were in. */
function listsOf(xml: string): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [, now, was] of xml.matchAll(changedForm("pPr"))) {
    const [to, from] = [listIn.exec(now ?? "")?.[1], listIn.exec(was ?? "")?.[1]];
    if (to === undefined || from === undefined) continue;
    const of = counts.get(to) ?? counts.set(to, new Map()).get(to)!;
    of.set(from, (of.get(from) ?? 0) + 1);
  }
  return new Map([...counts].map(([to, of]) => [to, [...of].toSorted(([, a], [, b]) => b - a)[0]![0]]));
}

/** Every form as it was; numbered paragraphs that come are in the lists of the others. */
function asSet(xml: string): string {
  const lists = listsOf(xml);
  let made = xml;
  for (const kind of kindsOfForm) made = made.replaceAll(changedForm(kind), (_found, now: string, was: string | undefined) => `<w:${kind}>${was ?? ""}${kind === "pPr" ? (ofMark.exec(now)?.[0] ?? "") : ""}</w:${kind}>`);
  return made.replaceAll(/<w:sectPrChange\b[^>]*>[^]*?<\/w:sectPrChange>|<w:numberingChange\b[^>]*\/>/g, "").replaceAll(/(<w:numId\b[^>]*w:val=")(\d+)"/g, (_found, begin: string, id: string) => `${begin}${lists.get(id) ?? id}"`);
}

/** Paragraphs that go, and as many words that come again in others: they stay. */
function settled(run: readonly (readonly [Kind, string])[]): string {
  const gone = run.filter(([kind]) => kind === "del").map(([, text]) => text);
  const words = gone.map((text) => wordsOf(only(text, "del")));
  let [made, next] = ["", 0];
  for (const [kind, text] of run) {
    if (kind === "del") continue;
    const at = anyText.test(text.replaceAll(changes.ins, "")) ? -1 : words.indexOf(wordsOf(only(text, "ins")), next);
    if (at < 0 || anyText.test(gone[at]!.replaceAll(changes.del, ""))) made += text;
    else {
      made += gone.slice(next, at).join("") + withoutMark(kept(gone[at]!));
      next = at + 1;
    }
  }
  return made + gone.slice(next).join("");
}

/** Whole paragraphs that go and come with the same words stay, and so do words within a paragraph. */
function withoutRepeats(xml: string): string {
  let made = "";
  let run: (readonly [Kind, string])[] = [];
  let last = 0;
  const close = (): void => {
    made += settled(run);
    run = [];
  };
  for (const { 0: text, index } of xml.matchAll(paragraphs)) {
    const between = xml.slice(last, index);
    const kind = markOf(text);
    if (between.trim() !== "" || kind === null) close();
    made += between;
    if (kind === null) made += text;
    else run.push([kind, text]);
    last = index + text.length;
  }
  close();
  return (made + xml.slice(last)).replaceAll(beside, (pieces) => (wordsOf(only(pieces, "del")) === wordsOf(only(pieces, "ins")) ? kept(pieces.replaceAll(changes.ins, "")) : pieces));
}

/** The changes of words alone, set as in the first document. */
export const inFirstForm = (xml: string): string => withoutRepeats(asSet(xml)).replaceAll(brokenPage.ins, "").replaceAll(brokenPage.del, "$1");

/** Of fewer paragraphs nothing is concluded. */
const leastParagraphs = 10;

/**
 * Whether another program saved one of the documents: what is said of all words is another, and most paragraphs that stay are set otherwise. How it sets them is no change that anybody made.
 */
export function isSavedElsewhere(xml: string, left: DocxArchive, right: DocxArchive): boolean {
  if (styleLooks(left.styles).get(ofAll) === styleLooks(right.styles).get(ofAll)) return false;
  const staying = [...xml.matchAll(paragraphs)].map(([text]) => text).filter((text) => markOf(text) === null && anyText.test(text));
  return staying.length >= leastParagraphs && staying.filter((text) => /<w:[rp]PrChange\b/.test(text)).length * 2 > staying.length;
}
