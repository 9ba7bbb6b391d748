import type { Paragraph, Sentence } from "./text.js";

const ending = /[.?!]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\d])/gu;
const abbreviation = /(?:^|[\s(["“])(?:Inc|Corp|Ltd|Co|Cos|LLC|L\.L\.C|L\.P|LP|N\.A|No|Nos|Sec|Secs|Art|Arts|Mr|Mrs|Ms|Dr|Messrs|Jr|Sr|St|Ste|Ave|Blvd|Rd|Fl|Attn|Tel|Fax|Bldg|cf|e\.g|i\.e|viz|vs|v|approx|est|para|Para|pp|p|Ex|Exh|Exs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z]|[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.[A-Z]|\d{1,3}(?:\.\d{1,3})*|[ivx]{1,4})$/;
/** A run without the end of a sentence is cut at its semicolons, so that no sentence grows without bound. */
const longest = 2_400;

function cutLong(text: string, start: number, end: number): [number, number][] {
  if (end - start <= longest) return [[start, end]];
  const parts: [number, number][] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[;:]\s+|\n\s*/g)) {
    const at = start + match.index + match[0].length;
    if (at - from < 400) continue;
    parts.push([from, at]);
    from = at;
  }
  if (from < end) parts.push([from, end]);
  return parts.flatMap(([one, two]) => {
    const pieces: [number, number][] = [];
    for (let at = one; at < two; at += longest) pieces.push([at, Math.min(two, at + longest)]);
    return pieces;
  });
}

/** The sentences of the paragraphs; a heading that a paragraph begins with stays with the first sentence of it. */
export function sentencesOf(text: string, paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    const body = text.slice(paragraph.start, paragraph.end);
    let from = 0;
    const ends: number[] = [];
    for (const match of body.matchAll(ending)) {
      if (paragraph.start + match.index < paragraph.bodyStart || abbreviation.test(body.slice(Math.max(0, match.index - 24), match.index))) continue;
      ends.push(match.index + match[0].length);
    }
    for (const end of [...ends, body.length]) {
      for (const [one, two] of cutLong(text, paragraph.start + from, paragraph.start + end)) {
        const shown = text.slice(one, two).trimEnd().length;
        if (shown > 0) sentences.push({ start: one, end: one + shown, paragraph: index });
      }
      from = end;
    }
  });
  return sentences;
}
