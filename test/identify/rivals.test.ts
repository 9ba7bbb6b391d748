import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { edited, numbersOf, renderings } from "./distortion.js";
import { fingerprintsIn } from "../../packages/catalogue/src/identify/knowledge.js";
import { knownText } from "../../packages/catalogue/src/identify/reference-text.js";
import { spdxListDir } from "../../packages/catalogue/src/identify/spdx-texts.js";
import { TextIndex } from "../../packages/catalogue/src/identify/text-index.js";
import { TextLines } from "../../packages/catalogue/src/identify/text-lines.js";
import { matchTexts } from "../../packages/catalogue/src/identify/text-match.js";
import type { TextMatch } from "../../packages/catalogue/src/identify/weigh.js";
import { readWords } from "../../packages/catalogue/src/identify/words.js";

const list = join(spdxListDir(), "licenses");
/** In a soak every text is asked in every rendering, which takes minutes. */
const isSoak = process.env["CLEARTITLE_RUNS"] !== undefined;
/** Families whose members read nearly the same, so that many are rivals for one text. */
const close = isSoak ? /./ : /^(?:0BSD|AFL|Apache|BSD-[1-4]|CC-BY-(?!.*-[A-Z]{2,3}$)|CDDL|HPND|ISC|LGPL-[23]|MIT|OLDAP-2|SNIA|Zlib)/;
const texts = readdirSync(list).filter((file) => close.test(file)).map((file) => ({ id: file.replace(/\.json$/, ""), text: (JSON.parse(readFileSync(join(list, file), "utf8")) as { licenseText: string }).licenseText.replaceAll("\r\n", "\n") }));
const index = new TextIndex([...texts.map(({ id, text }) => knownText([id], id, text)), ...fingerprintsIn(join(import.meta.dirname, "../../catalogue")).texts]);

const next = numbersOf(12);
const rendered: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text, ...Object.fromEntries(Object.entries(renderings).map(([name, render]) => [name, (text: string) => render(text, next)])),
  "with a few words changed": (text) => edited(text, 0.004, next), "with many words changed": (text) => edited(text, 0.04, next),
  "beside another": (text) => `${text}\n\n---\n\n${edited(texts[Math.floor(next() * texts.length)]!.text, 0.002, next)}`,
};

const plain = ({ known, ...found }: TextMatch): object => ({ ...found, known: known.ids });

it.each(Object.keys(rendered))("finds what it finds when every block is looked up and no rival is passed over: %s", { timeout: isSoak ? 1_200_000 : 20_000 }, (name) => {
  let [differing, asked, named] = [0, 0, 0];
  for (const [i, { text }] of texts.entries()) {
    if (!isSoak && i % 12 !== name.length % 12) continue;
    const read = rendered[name]!(text);
    const [words, lines] = [readWords(read), new TextLines(read)];
    const slowly = readWords(read, true);
    expect(words.hash.join(" ")).toBe(slowly.hash.join(" "));
    expect(words.marks).toEqual(slowly.marks);
    const found = matchTexts(words, index, lines);
    expect(found.map(plain)).toEqual(matchTexts(words, index, lines, true).map(plain));
    asked++;
    if (found.length > 0) named++;
    differing += found.filter((each) => each.differences.length > 0).length;
  }
  // One text of the list is shorter than a block, and of a few so many words are changed that none is named.
  expect(named).toBeGreaterThanOrEqual(asked - (isSoak ? 8 : 0));
  expect(differing).toBeGreaterThanOrEqual(name.includes("changed") ? 5 : 0);
});
