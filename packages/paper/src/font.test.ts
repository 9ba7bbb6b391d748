import { expect, test } from "vitest";
import { fontRuns } from "./font.js";

test.each([
  ["a text of one script", "Notes 2026", ["latin Notes 2026"]],
  ["Chinese", "直接 data", ["han 直接 ", "latin data"]],
  ["Japanese, told by its kana", "直接の、「骨」", ["kanji 直接の、「骨」"]],
  ["a sign that the Japanese font lacks is written by the Chinese one", "这の骨", ["han 这", "kanji の骨"]],
  ["arrows are of no language", "か→直", ["kanji か", "han →", "kanji 直"]],
  ["what has signs of many", "한글 数 سلام", ["hangul 한글 ", "han 数 ", "arabic سلام"]],
])("%s", (_, text, runs) => expect(fontRuns(text).map(({ font, text: part }) => `${font} ${part}`)).toEqual(runs));
