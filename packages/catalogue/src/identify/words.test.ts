import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf } from "./spelling.js";
import { readWords } from "./words.js";

const wordsOf = (text: string): string[] => {
  const { count, start, end } = readWords(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]).replaceAll(/\s+/g, ""));
};
const marksOf = (text: string): string[] => {
  const { marks } = readWords(text);
  return Array.from({ length: marks.count }, (_, i) => `${marks.at[i]}${marks.loose[i] === 1 ? "~" : "="}${text.slice(marks.start[i], marks.end[i])}`);
};
const sameWords = (one: string, two: string): boolean => readWords(one).hash.join(" ") === readWords(two).hash.join(" ");

describe("readWords", () => {
  it.each([
    ["case, quotes, dashes and white space", "The “Work”, as-is", "the\n\n'WORK'\tas‑is"],
    ["a comment", "permission is hereby granted", " * permission is\n * hereby\n// granted"],
    ["a word divided at a line end", "derivative works", "deriva-\n   tive works"],
    ["a divided word in a comment", "derivative works", "# deriva-\n# tive works"],
    ["British spelling", "licence and organisations", "license and organizations"],
    ["words that go together", "copyright owners, per cent, sub-license, non commercial", "copyright holders percent sublicense noncommercial"],
    ["ligatures, marks and full width", "ﬁnal café ＡＢＣ", "final cafe abc"],
    ["HTML", "<p>the&nbsp;licensor&#39;s <b>work</b></p>", "the licensors work"],
    ["Markdown", "**the** _Licensor's_ \\- work", "the licensor’s work"],
    ["line ends in strings of code", '"the work\\nis given"', "the work is given"],
    ["soft hyphens and zero width", "per\u00ADmis\u200Bsion", "permission"],
  ])("reads the same in %s", (_, one, two) => expect(sameWords(one, two)).toBe(true));

  it.each([
    ["a changed word", "is granted", "is guaranteed"],
    ["a dash between words", "work - only", "workonly"],
    ["an owner of something else", "the owner", "the holder"],
  ])("reads another text in %s", (_, one, two) => expect(sameWords(one, two)).toBe(false));

  it("keeps numbers, list letters and addresses apart from words", () => {
    expect(wordsOf("1. Use (a) of v2.0 within 30 days, see https://x.org/a-b. iv. End")).toEqual(["Use", "of", "v2.0", "within", "days", "see", "End"]);
    expect(marksOf("1. Use (a) of v2.0 within 30 days, see https://x.org/a-b. iv. End")).toEqual(["0~1", "1~a", "4=30", "6=https://x.org/a-b", "6~iv"]);
    expect(marksOf("a\\) use, iv\\. end")).toEqual(["0~a", "1~iv"]);
    expect(marksOf("at <https://x.org/y>, [here](http://x.org/z) or jane@x.org")).toEqual(["1=https://x.org/y", "2=http://x.org/z", "3~jane@x.org"]);
  });

  it("hashes a word alike wherever it stands", () => expect(readWords("-- Permission,").hash[0]).toBe(hashOf("permission")));
});

/** Words that are more than words, and what may stand beside a word and be of it. */
const pieces = [
  "work", "licence", "licensed", "under", "dnl", "rem", "www.", "www", "http://a.b/c", "https:", "https", "a.", "a)", "(b)", "iv)", "ix.", "vi", "x.", "via.", "per", "cent", "Copyright", "owner", "Owners", "non-", "commercial", "sub", "license",
  "é", "don't", "'", "`", "’", "-", "-\n", "->", "&", "&amp;", "&#39;", "&#39;s", "1", "2.0", "v2", "@", "jane@x.org", "<b>", "</code>", "<code foo=1>", "<CODE BEGINS>", "\\n", "\\", "a\\)", "字", "\u200B", ":", ";", ")", "(", ".", "\n", "\n// ", " ", " ", " ", "\u017F", "\u212A",
];

it("reads words of letters alone as it reads any", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
    const text = parts.join("");
    expect(readWords(text)).toEqual(readWords(text, true));
  }), { seed: 20261129, numRuns: 1000 });
});
