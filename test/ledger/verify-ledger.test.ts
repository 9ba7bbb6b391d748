import { canonicalJson } from "@cleartitle/norms";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentTo, leafOf, leafText, printEntry } from "../../packages/ledger/src/entry/entry.js";
import { redacted } from "../../packages/ledger/src/entry/seal.js";
import { readHead, signHead } from "../../packages/ledger/src/head/head.js";
import { appendLeaves, emptyTree } from "../../packages/ledger/src/merkle/tree.js";
import { at, change, keyOf, ledger, opened, redaction, SampleLedger, statement, verifyBytes, verifyLines } from "./sample-ledger.js";

const key = keyOf(ledger);
const trust = { keys: [key.verifier] };
/** One entry a head, or several: what `batches` says. */
const sample = (batches: readonly number[]): SampleLedger => {
  const made = new SampleLedger().append(key, opened(key));
  for (const [batch, count] of batches.entries()) made.append(key, ...Array.from({ length: count }, (_, each) => statement(`s${batch}-${each}`)));
  return made;
};
const ten = sample([1, 3, 2, 1, 2]);
/** Sizes of which heads were signed, and none. */
const sizes = [0, ...ten.heads.map((head) => readHead(head)!.size)];
const anywhere = fc.nat(1_000_000);
const says = async (entries: readonly string[], heads: readonly string[], brought = trust): Promise<[number | null, string]> => {
  const { firstBad, problems } = await verifyLines(entries, heads, brought);
  return [firstBad, problems.map((each) => each.message).join("; ")];
};

describe("a ledger that is as it was written", () => {
  test("holds, whatever its batches and however its bytes come", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }), fc.integer({ min: 1, max: 3000 }), async (batches, chunk) => {
        const made = sample(batches);
        const found = await verifyLines(made.lines, made.heads, trust, chunk);
        expect(found).toMatchObject({ ledger, size: made.tree.size, heads: batches.length + 1, vouchedBy: key.verifier.text, firstBad: null, problems: [], notes: [] });
      }),
      { numRuns: 25, seed: 9162 },
    ));
  test("goes on from every head that was kept", async () => {
    const kept = ten.heads.map((head) => ({ file: "kept", head: readHead(head)! }));
    expect((await verifyLines(ten.lines, ten.heads, { ...trust, kept })).problems).toEqual([]);
  });
});

describe("whatever is done to entries is found, at the first that is bad", () => {
  test("any byte", () =>
    fc.assert(
      fc.asyncProperty(anywhere, anywhere, fc.integer({ min: 1, max: 255 }), async (line, place, flip) => {
        const lines = ten.lines.map((each) => Buffer.from(each));
        const index = line % lines.length;
        const bytes = lines[index]!;
        bytes[place % bytes.length]! ^= flip;
        const { firstBad, problems } = await verifyBytes(Buffer.concat(lines.flatMap((each) => [each, Buffer.from("\n")])), Buffer.from(ten.heads.map((head) => `${JSON.stringify(head)}\n`).join("")), trust);
        expect([firstBad, problems.length > 0]).toEqual([index, true]);
      }),
      { numRuns: 300, seed: 9162 },
    ));
  test("dropped, doubled, swapped, put in", () =>
    fc.assert(
      fc.asyncProperty(anywhere, anywhere, fc.constantFrom("drop", "double", "swap", "insert"), async (a, b, what) => {
        const lines = ten.lines;
        const [low, high] = [a % lines.length, b % lines.length].toSorted((one, other) => one - other) as [number, number];
        fc.pre(what !== "swap" || low !== high);
        const foreignLine = sample([9]).lines[low]!;
        if (what === "drop") lines.splice(low, 1);
        if (what === "double") lines.splice(high + 1, 0, lines[low]!);
        if (what === "swap") [lines[low], lines[high]] = [lines[high]!, lines[low]!];
        if (what === "insert") lines.splice(low, 0, foreignLine);
        const [first] = await says(lines, ten.heads);
        // What is put in bears the index of the entry that it pushes away: the second of the two is out of place, unless a head tells before.
        const told = sizes.includes(low + 1) ? sizes.findLast((size) => size <= low) : low + 1;
        expect(first).toBe({ drop: low, double: high + 1, swap: low, insert: told }[what]);
      }),
      { numRuns: 150, seed: 9162 },
    ));
  test("altered together with its hash: found by the first head over it", () =>
    fc.assert(
      fc.asyncProperty(anywhere, async (line) => {
        const index = 1 + (line % (ten.lines.length - 1));
        const lines = ten.lines;
        const entry = ten.entries[index]!;
        const [name, told] = Object.entries(entry.open).at(-1)!;
        const event = { ...entry.event, fields: { ...entry.event.fields, [name]: commitmentTo(name, told.salt, canonicalJson("forged")) } };
        lines[index] = printEntry({ event, leaf: leafText(leafOf(canonicalJson(event))), open: { ...entry.open, [name]: { ...told, value: "forged" } } });
        const [first, message] = await says(lines, ten.heads);
        expect(first).toBe(sizes.findLast((size) => size <= index));
        expect(message).toContain("not what was signed");
      }),
      { numRuns: 40, seed: 9162 },
    ));
});

const other = keyOf(ledger);
const flipped = (head: string): string => head.replace(/([A-Za-z0-9+/]{4})(=?\n)$/, (_, end: string, rest: string) => `${end.startsWith("A") ? "B" : "A"}${end.slice(1)}${rest}`);
const stranger = new SampleLedger().append(other, opened(other));
const foreign = new SampleLedger("other.example/title").append(keyOf("other.example/title"), opened(key));
const forked = (() => {
  const tree = appendLeaves(emptyTree, ten.entries.slice(0, 2).map(({ event }) => leafOf(canonicalJson(event)))).tree;
  return signHead(ledger, { ...tree, peaks: [leafOf(canonicalJson(ten.entries[5]!.event))] }, key);
})();

describe("heads", () => {
  test.each<[string, readonly string[], readonly string[], typeof trust, number | null, string]>([
    ["no key of the verifier's own", ten.lines, ten.heads, { keys: [] }, null, "no head that holds is signed by a key that you trust"],
    ["another key", ten.lines, ten.heads, { keys: [other.verifier] }, null, "no head that holds is signed by a key that you trust"],
    ["a key of another ledger", ten.lines, ten.heads, { keys: [keyOf("x.example").verifier] }, null, "no head that holds is signed"],
    ["a ledger of the same name with a key of its own", stranger.lines, stranger.heads, trust, null, "no head that holds is signed by a key that you trust"],
    ["a forged head", ten.lines, [...ten.heads.slice(0, -1), flipped(ten.heads.at(-1)!)], trust, null, "is not signed by the key that signs then"],
    ["a head by another key", ten.lines, [...ten.heads.slice(0, -1), signHead(ledger, ten.tree, other)], trust, null, "is not signed by the key that signs then"],
    ["two heads of one size", ten.lines, [ten.heads[0]!, ten.heads[1]!, forked, ...ten.heads.slice(2)], trust, null, "two heads of size 2 are signed, and have different roots"],
    ["heads out of order", ten.lines, [ten.heads[1]!, ten.heads[0]!, ...ten.heads.slice(2)], trust, null, "does not come in its turn"],
    ["a head of another ledger", ten.lines, [...foreign.heads, ...ten.heads], trust, null, "is of the ledger `other.example/title`"],
    ["no heads", ten.lines, [], trust, null, "no head that holds"],
    ["the last head gone", ten.lines, ten.heads.slice(0, -1), trust, null, "entry 8 and those after it are under no head"],
    ["the last entries gone", ten.lines.slice(0, -1), ten.heads, trust, 9, "entry 9 is missing: a head was signed of 10 entries, and there are 9"],
    ["nothing at all", [], [], trust, null, "there is no entry"],
    ["the opening gone", ten.lines.slice(1), ten.heads, trust, 0, "entry 1 stands where entry 0 must stand"],
  ])("%s", async (_, lines, heads, brought, first, message) => {
    const found = await verifyLines(lines, heads, brought);
    expect([found.firstBad, found.vouchedBy]).toEqual([first, null]);
    expect(found.problems.map((each) => each.message).join("; ")).toContain(message);
    expect(found.problems.every((each) => each.hint !== null && each.file !== null)).toBe(true);
  });
  test("the end cut off with its heads is a shorter ledger, which only a kept head tells", async () => {
    const [lines, heads] = [ten.lines.slice(0, 5), ten.heads.slice(0, 3)];
    expect((await verifyLines(lines, heads, trust)).problems).toEqual([]);
    const found = await verifyLines(lines, heads, { ...trust, kept: [{ file: "kept", head: readHead(ten.heads.at(-1)!)! }] });
    expect([found.firstBad, found.problems[0]?.message]).toEqual([5, "entry 5 is missing: the head that was kept is of 10 entries, and there are 5"]);
  });
  test("another history under the same key is told by a kept head", async () => {
    const anew = sample([1, 3, 2, 1, 2]);
    const { problems } = await verifyLines(anew.lines, anew.heads, { ...trust, kept: [{ file: "kept", head: readHead(ten.heads[2]!)! }] });
    expect(problems.map((each) => each.message)).toEqual(["the first 5 entries are not those of the head that was kept"]);
  });
});

describe("keys that change", () => {
  const [first, second, third] = [key, keyOf(ledger), keyOf(ledger)];
  const handed = new SampleLedger().append(first, opened(first), statement("a")).append(first, change(second)).append(second, statement("b")).append(second, change(third)).append(third, statement("c"), statement("d"));
  test.each<[string, readonly typeof key[], boolean, boolean]>([
    ["the first key leads to the last", [first], true, true], ["so does the second", [second], true, true], ["the last stands for all before", [third], true, true], ["and needs no following", [third], false, true],
    ["without following the first ends where it handed over", [first], false, false], ["a key that never signed", [other], true, false],
  ])("%s", async (_, keys, follows, holds) => {
    const found = await verifyLines(handed.lines, handed.heads, { keys: keys.map((each) => each.verifier), follows });
    expect([found.problems.length === 0, found.vouchedBy]).toEqual([holds, holds ? third.verifier.text : null]);
    expect(found.keys.map((each) => each.from)).toEqual([0, 2, 4]);
  });
  test("right after it was handed over a ledger holds for both keys", async () => {
    const made = new SampleLedger().append(first, opened(first)).append([first, second], change(second));
    for (const each of [first, second]) expect((await verifyLines(made.lines, made.heads, { keys: [each.verifier], follows: false })).vouchedBy).toBe(each.verifier.text);
    const alone = new SampleLedger().append(first, opened(first)).append(second, change(second));
    expect((await says(alone.lines, alone.heads, { keys: [second.verifier] }))[1]).toContain("the head of size 2 is not signed by the key that signs then");
  });
  test("the old key signs nothing any more", async () => {
    const stolen = new SampleLedger().append(first, opened(first)).append(first, change(second)).append(first, statement("x"));
    expect((await says(stolen.lines, stolen.heads))[1]).toContain("the head of size 3 is not signed by the key that signs then");
  });
  test("a change that the old key did not sign for leads nowhere", async () => {
    const taken = new SampleLedger().append(first, opened(first), statement("a")).append(second, change(second)).append(second, statement("b"));
    expect((await says(taken.lines, taken.heads))[1]).toContain("entry 2 and those after it are under no head that holds and is signed by a key that you trust");
  });
});

const without = (made: SampleLedger, index: number, ...fields: string[]): string[] => made.entries.map((entry, place) => printEntry(place === index ? redacted(entry, fields) : entry));

describe("redaction", () => {
  const made = sample([2]).append(key, redaction(1, "raw", "by")).append(key, statement("after"));
  test("what was taken out is gone, every head holds, and who, when and why stays", async () => {
    const lines = without(made, 1, "raw", "by");
    expect(lines[1]).not.toContain("jane");
    const found = await verifyLines(lines, made.heads, trust);
    expect(found).toMatchObject({ problems: [], notes: [], vouchedBy: key.verifier.text });
    expect(found.redactions).toEqual([{ by: "counsel", at, why: "erasure asked for by the person", entry: 1, fields: ["raw", "by"] }]);
  });
  test("what is silent without a redaction is a fault", async () => {
    expect(await says(without(made, 1, "raw", "value"), made.heads)).toEqual([1, "entry 1 does not tell `value`, and no redaction says so"]);
  });
  test("what was redacted and is told all the same is named", async () => {
    expect((await verifyLines(made.lines, made.heads, trust)).notes).toEqual(["entry 1: `raw` is recorded as redacted and is told all the same", "entry 1: `by` is recorded as redacted and is told all the same"]);
  });
  test.each([["of a later entry", redaction(9, "by"), "a redaction is of an earlier entry"], ["of the opening", redaction(0, "by"), "entry 0 says who may sign"], ["of nothing", redaction(1), "a redaction names an entry, its fields"]])("%s is refused", async (_, event, message) => {
    const bad = sample([1]).append(key, event);
    expect((await says(bad.lines, bad.heads))[1]).toContain(message);
  });
});

describe("bad input", () => {
  test.each<[string, string, string, string]>([
    ["an empty line", "", "json-syntax", "an empty line"], ["half a line", ten.lines[1]!.slice(0, 100), "json-syntax", "ends in the middle"], ["deep lists", "[".repeat(50_000), "too-deep", "nested deeper than 32"], ["another value", "7", "bad-value", "no entry"],
    ["a key `__proto__`", '{"__proto__":{"leaf":"x"}}', "bad-value", "no entry"], ["a space", ten.lines[1]!.replace(":", ": "), "unproven", "written otherwise"], ["a key twice", ten.lines[1]!.replace('{"at"', '{"at":"x","at"'), "unproven", "written otherwise"],
    ["a carriage return", `${ten.lines[1]!}\r`, "unproven", "written otherwise"], ["too long", `"${"x".repeat(100_001)}"`, "too-large", "the line has 100003 bytes"], ["a version to come", ten.lines[1]!.replace('"version":1', '"version":2'), "bad-value", "/event/version"],
  ])("%s", async (_, line, code, message) => {
    const lines = ten.lines;
    lines[1] = line;
    const { problems, firstBad } = await verifyLines(lines, ten.heads, trust);
    expect([firstBad, problems[0]?.code, problems[0]?.line]).toEqual([1, code, 2]);
    expect(problems[0]?.message).toContain(message);
  });
  test.each(["", "{}", '"x"', "[".repeat(10_000), JSON.stringify(ten.heads[0]!.replace("\n1\n", "\n01\n")), JSON.stringify(ten.heads[0]!.replace("\n1\n", "\n99999999999999999\n"))])("a head that is none: %.20s", async (text) => {
    const heads = [text, ...ten.heads.slice(1).map((head) => JSON.stringify(head))].map((line) => `${line}\n`).join("");
    const { problems } = await verifyBytes(Buffer.from(`${ten.lines.join("\n")}\n`), Buffer.from(heads), trust);
    expect(problems.map((each) => [each.code, each.file, each.line])).toEqual([["format-syntax", "heads.jsonl", 1]]);
  });
});
