import { markOf, paragraphs } from "./changed-paragraph.js";

const changed = /^<w:(ins|del)\b/;
const ends = /<\/w:(ins|del)>\s*<\/w:p>$/;
const begins = /^<w:p\b[^>]*>(?:<w:pPr>[^]*?<\/w:pPr>|<w:pPr\s*\/>)?\s*/;
const day = "T00:00:00Z";
/** More than a minute apart. */
const later = "T00:02:00Z";

/**
 * Where words come or go at the end of a paragraph and at the beginning of the next one, by one author within one minute, LibreOffice takes them for one change over the end of the paragraph, and
 * settles that too; after a paragraph that goes as a whole the next one gets its form. The changes of the second are dated two minutes later.
 */
export function withChangesApart(xml: string): string {
  let [before, isLater, wasMarked]: [string | null, boolean, boolean] = [null, false, false];
  let last = 0;
  return xml.replace(paragraphs, (paragraph: string, at: number) => {
    const isNext = xml.slice(last, at).trim() === "";
    const kind = changed.exec(paragraph.replace(begins, ""))?.[1] ?? null;
    const mark = markOf(paragraph);
    // Whole paragraphs that come or go together stay together.
    if (!isNext || !wasMarked || mark === null) isLater = isNext && before !== null && before === kind && !isLater;
    [before, wasMarked, last] = [mark ?? ends.exec(paragraph)?.[1] ?? null, mark !== null, at + paragraph.length];
    return isLater ? paragraph.replaceAll(day, later) : paragraph;
  });
}
