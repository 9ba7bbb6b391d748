import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { fingerprintOf, readFingerprint } from "./fingerprint.js";
import { knownText } from "./reference-text.js";
import { TextIndex } from "./text-index.js";
import { TextLines } from "./text-lines.js";
import { matchTexts } from "./text-match.js";
import { readWords } from "./words.js";

/** A license of nobody, so that no text of others stands here. */
const house = `House License 1.0

Copyright (c) <year> <holder>

1. Whoever lives in the house may use the kitchen, the garden and the attic on every day of the week, and may invite up to 12 guests, who may do the same while they stay.

2. The lamps must be put out at night. A guest who leaves a lamp burning shall bake a cake of apples for the other guests, as https://house.example/cakes describes.

3. The house is lent as it stands, with its drafts, its noises and its stairs, and nobody answers for a slipper that is lost in it.
`;
const about = { id: "LicenseRef-House", title: "House License", source: [{ what: "made up", where: "this test", retrieved: "2026-11-27" }] };
const print = fingerprintOf(about, house);
const { known } = readFingerprint(stringify(print, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }), "house.yaml");
const index = new TextIndex([known!]);

function read(text: string): string[] {
  const words = readWords(text);
  return matchTexts(words, index, new TextLines(text)).flatMap((each) => [
    `${each.known.ids[0]} ${each.differences.length === 0 ? "same" : "differs"}`,
    ...each.differences.map(({ kind, from, to }) => `${kind}: ${to > from ? text.slice(words.start[from], words.end[to - 1]).replaceAll(/\s+/g, " ") : ""}`),
  ]);
}

describe("a fingerprint", () => {
  it("keeps no word of the text", () => {
    expect(JSON.stringify(print)).not.toMatch(/kitchen|lamps|slipper|guest/);
    expect(print.marks).toBe("2=1.0 2~1 27=12 36~2 62@house.example/cakes 63~3");
    expect(print.blocks.length).toBeLessThan(house.length / 4);
  });

  it("comes back as it went", () => {
    const direct = knownText(["LicenseRef-House"], "House License", house);
    expect({ blocks: [...known!.blocks], stretches: known!.stretches, marks: known!.marks, slots: known!.slots }).toEqual({ blocks: [...direct.blocks], stretches: direct.stretches, marks: direct.marks, slots: direct.slots });
  });

  it.each<[string, string, string[]]>([
    ["the text", house, ["LicenseRef-House same"]],
    ["another notice", house.replace("<year> <holder>", "2026 Jane Roe and her friends"), ["LicenseRef-House same"]],
    ["other list signs", house.replace(/^1\./m, "a)").replace(/^2\./m, "•").replace(/^3\./m, ""), ["LicenseRef-House same"]],
    ["a word put in", house.replace("use the kitchen", "use the small kitchen"), ["LicenseRef-House differs", "added: small"]],
    ["a clause put in", house.replace("\n3.", "\nWho earns more than a million a year shall pay for the apples.\n\n3."), ["LicenseRef-House differs", "added: Who earns more than a million a year shall pay for the apples"]],
    ["another number", house.replace("12 guests", "20 guests"), ["LicenseRef-House differs", "changed: to 20 guests"]],
    ["another address", house.replace("house.example", "castle.example"), ["LicenseRef-House differs", expect.stringMatching(/^changed: as https:\/\/castle.example/) as unknown as string]],
    ["a word joined by a lost space", house.replace("the garden", "thegarden"), ["LicenseRef-House same"]],
    ["a page number and the head of a page", house.replace("on every day", "on\n\n  4\n\fHouse rules\n\nevery day"), ["LicenseRef-House same"]],
    ["another text", "Whoever lives in a barn may use the hay.", []],
  ])("told from %s", (_, text, expected) => expect(read(text)).toEqual(expected));

  it("says that words changed, though not which they were", () => {
    const [reads, change] = read(house.replace("a cake of apples", "a cake of pears"));
    expect(reads).toBe("LicenseRef-House differs");
    expect(change).toContain("pears");
  });

  it("refuses hashes that do not fit its stretches", () => {
    const { known: broken, problems } = readFingerprint(stringify({ ...print, blocks: print.blocks.slice(0, 40) }, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }), "house.yaml");
    expect([broken, problems.map(({ code, file }) => [code, file])]).toEqual([null, [["bad-value", "house.yaml"]]]);
  });
});
