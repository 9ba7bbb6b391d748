import { digestGraph, readTitleFile, writeTitleFile } from "@cleartitle/title";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.js";
import { Evidence } from "./evidence.js";
import { samples } from "./format-samples.fixture.js";
import { importFrom, memoryFile, readers } from "./index.js";

const key = fc.constantFrom("__proto__", "constructor", "toString", "", "\u0000", "\ud800", "license", "id", "@id", "@type", `rai:${"x".repeat(2_500)}`);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, "", [], {}, 0, -1, 1e308, true, "NOASSERTION", ["x"], { a: 1 }, [[[[]]]]),
  fc.constantFrom("a\u0000b", "\ud800", "\u0083", "\u007f", "\uffff", "__proto__", "a\r\nb", " ", "\u2028", "../../etc/passwd", "x".repeat(3_000), `${"a".repeat(700)}\n${"b".repeat(700)}`, "https://user:secret@acme.example/", "${item}"),
);

type Place = Record<string, unknown>;
const placesIn = (value: unknown): Place[] => (typeof value !== "object" || value === null ? [] : [value as Place, ...Object.values(value).flatMap(placesIn)]);
const put = (place: Place, name: string, value: unknown): unknown => (Array.isArray(place) ? place.push(value) : Object.defineProperty(place, name, { value, enumerable: true, configurable: true, writable: true }));

/** What somebody's hand or program does to a document: values of other kinds in the place of those that stand there, under other names, twice, gone. */
const alteration = fc.record({ place: fc.nat(), entry: fc.nat(), other: fc.nat(), how: fc.constantFrom("replace", "remove", "rename", "swap", "nest", "twice"), key, odd });
type Alteration = typeof alteration extends fc.Arbitrary<infer T> ? T : never;

function alter(document: unknown, { place, entry, other, how, key: name, odd: value }: Alteration): void {
  const places = placesIn(document);
  const at = places[place % Math.max(1, places.length)];
  const names = Object.keys(at ?? {});
  const [one, two] = [names[entry % Math.max(1, names.length)], names[other % Math.max(1, names.length)]];
  if (at === undefined || one === undefined || two === undefined) return;
  const was = at[one];
  if (how === "remove" || how === "rename") delete at[one];
  if (how === "rename" || how === "twice") put(at, name, was);
  if (how === "replace") at[one] = value;
  if (how === "nest") at[one] = [was];
  if (how === "swap") [at[one], at[two]] = [at[two], was];
}

/** A document in JSON, or lines of it, altered; any other text with a sign in its midst, or cut off. */
function altered(content: string, changes: readonly Alteration[], at: number): string {
  const cut = at % (content.length + 1);
  const lines = content.startsWith("{") || content.startsWith("[") ? content.trim().split("\n") : [];
  try {
    const documents = (lines.length > 1 && lines.every((line) => line.startsWith("{")) ? lines : [content]).map((text) => JSON.parse(text) as unknown);
    for (const change of changes) alter(documents[change.other % documents.length], change);
    return documents.map((each) => JSON.stringify(each)).join("\n");
  } catch {
    const [change] = changes;
    return change?.how === "remove" ? content.slice(0, cut) : `${content.slice(0, cut)}${typeof change?.odd === "string" ? change.odd : (change?.key ?? "")}${content.slice(cut)}`;
  }
}

describe.each(readers.map(({ id }) => [id, Object.entries(samples[id]?.files ?? {}).filter((file): file is [string, string] => typeof file[1] === "string")] as const).filter(([, files]) => files.length > 0))("a file of %s", (_, files) => {
  it("that was altered in any way ends in a graph and problems, and the graph in a title file that is read again", async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(alteration, { minLength: 1, maxLength: 3 }), fc.nat(), async ([path, content], changes, at) => {
      const { graph, problems, read, skipped } = await importFrom([memoryFile(path, altered(content, changes, at))], { us: "acme" });
      expect(problems.every((each) => each.file === path)).toBe(true);
      expect(read.length + skipped.length + problems.length).toBeGreaterThan(0);
      const text = writeTitleFile(graph);
      // As a disk keeps it: half of a character is none there.
      const back = readTitleFile(new TextDecoder().decode(new TextEncoder().encode(text)), { file: "cleartitle.yaml" });
      expect(back.problems).toEqual([]);
      expect(digestGraph({ ...back.graph!, findings: [] })).toBe(digestGraph({ ...graph, findings: [] }));
    }), { numRuns: 8, seed: 20261129 });
  });
});

it("puts what records have in the place of ids and words into the bounds of a title file", () => {
  const into = new Evidence("acme", null);
  into.system = "test";
  const [lines, long] = ["a\nb", "x".repeat(3_000)];
  const at = { file: "f", line: 1, sha256: null };
  into.asset({ id: lines, kind: "dataset", version: long, digest: long, licensor: `publisher-of:${lines}`, modality: [long] });
  into.asset({ id: long, kind: "model", licensor: `publisher-of:${long}`, version: "" });
  into.derivation({ from: [lines], to: long, by: "train", who: `publisher-of:${lines}`, activity: long });
  for (const raw of ["\u0083", "\u007f: x", "- \uffff", "\ud800"]) into.statement({ asset: lines, what: long, raw, value: raw, by: long, at });
  const graph = assemble(into);
  const back = readTitleFile(writeTitleFile(graph), { file: "cleartitle.yaml" });
  expect(back.problems).toEqual([]);
  expect(digestGraph({ ...back.graph!, findings: [] })).toBe(digestGraph({ ...graph, findings: [] }));
  // A party that is known by a thing goes on being known by it.
  for (const { id, licensor } of graph.assets.values()) expect(licensor).toBe(`publisher-of:${id}`);
});
