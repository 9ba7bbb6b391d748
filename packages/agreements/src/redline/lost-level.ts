import { byHandOf, formIn, isDeeper, markOf, paragraphs } from "./changed-paragraph.js";

const changeOfForm = /<w:pPrChange\b/;
const properties = /^<w:p\b[^>]*>\s*<w:pPr>[^]*<\/w:pPr>/;
const run = /<w:r\b[^>]*>(?:(?!<w:r\b|<\/w:r>)[^])*<\/w:r>/g;
const changed = { ins: /<w:ins\b[^>]*(?<!\/)>([^]*?)<\/w:ins>/g, del: /<w:del\b[^>]*(?<!\/)>([^]*?)<\/w:del>/g } as const;
const formBefore = /<w:rPr>(?:(?!<\/w:rPr>)[^])*<w:rPrChange\b[^>]*>\s*(?:(<w:rPr>[^]*?<\/w:rPr>)|<w:rPr\s*\/>)\s*<\/w:rPrChange>\s*<\/w:rPr>/g;
const changeOfLook = /<w:rPrChange\b[^>]*>[^]*?<\/w:rPrChange>/g;
/** Words, how they look, and what parts them: marks, fields and pictures cannot be there twice. */
const plain = /^(?:<\/?w:(?:r|rPr|rPrChange|t|delText|tab|br|b|bCs|i|iCs|strike|caps|smallCaps|u|highlight|color|sz|szCs|rFonts|rStyle|lang|vertAlign|ins|del)\b[^>]*>|[^<])*$/;

/** The runs of a paragraph that are there in one view, as runs that come or go. */
function runsOf(content: string, kind: "ins" | "del"): string {
  const there = content.replaceAll(changed[kind === "ins" ? "del" : "ins"], "").replaceAll(changed[kind], "$1");
  const looking = kind === "ins" ? there.replaceAll(changeOfLook, "") : there.replaceAll(formBefore, (_found, before?: string) => before ?? "").replaceAll(/<(\/?)w:t\b/g, "<$1w:delText");
  return [...looking.matchAll(run)].map(([each]) => each).join("");
}

/**
 * Where a numbered paragraph below the first level is set otherwise, LibreOffice 7.4 does not bring its level back once the change is rejected. Such a paragraph goes as a whole as it was, and comes as it is.
 * One with marks, fields or pictures in it is left as a change of form.
 */
export function withLevelsKept(xml: string): string {
  let id = Math.max(0, ...[...xml.matchAll(/\bw:id="(\d+)"/g)].map(([, number]) => Number(number)));
  return xml.replace(paragraphs, (paragraph) => {
    if (!changeOfForm.test(paragraph) || markOf(paragraph) !== null) return paragraph;
    const [was, now] = [formIn(paragraph, "rejected"), formIn(paragraph, "accepted")];
    const content = paragraph.replace(properties, "").replace(/<\/w:p>$/, "");
    if (was === null || now === null || !isDeeper.test(was) || !plain.test(content)) return paragraph;
    const whole = (kind: "ins" | "del", form: string): string => {
      const runs = runsOf(content, kind);
      return `<w:p><w:pPr>${form}<w:rPr><${byHandOf(paragraph, kind, (id += 1))}/></w:rPr></w:pPr>${runs === "" ? "" : `<${byHandOf(paragraph, kind, (id += 1))}>${runs}</w:${kind}>`}</w:p>`;
    };
    return whole("del", was) + whole("ins", now);
  });
}
