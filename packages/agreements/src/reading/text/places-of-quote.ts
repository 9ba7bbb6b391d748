import type { Span } from "./text.js";

const isBlank = (letter: string): boolean => /\s/.test(letter);

/** How far a match that fails after each letter goes on (Knuth, Morris and Pratt): no text makes the search slow. */
function fallbacks(words: string): Int32Array {
  const table = new Int32Array(words.length);
  for (let at = 1, length = 0; at < words.length; at += 1) {
    while (length > 0 && words[at] !== words[length]) length = table[length - 1] as number;
    if (words[at] === words[length]) length += 1;
    table[at] = length;
  }
  return table;
}

/** Every place where words stand; how they are parted by blanks and ends of lines is of no account. */
export function placesOfQuote(text: string, quote: string): Span[] {
  const words = quote.trim().replaceAll(/\s+/g, " ");
  if (words === "") return [];
  const [table, begun, places]: [Int32Array, Int32Array, Span[]] = [fallbacks(words), new Int32Array(words.length), []];
  let [length, seen, wasBlank] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const blank = isBlank(letter);
    if (blank && wasBlank) continue;
    wasBlank = blank;
    begun[seen % words.length] = at;
    seen += 1;
    const shown = blank ? " " : letter;
    while (length > 0 && shown !== words[length]) length = table[length - 1] as number;
    if (shown === words[length]) length += 1;
    if (length < words.length) continue;
    places.push({ start: begun[seen % words.length] as number, end: at + 1 });
    length = table[length - 1] as number;
  }
  return places;
}
