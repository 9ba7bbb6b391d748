import { readTitleFile, readTitleValue, writeTitleFile } from "@cleartitle/title";
import { decide, type Decision } from "@cleartitle/engine";
import { expect, test } from "vitest";
import * as fc from "fast-check";
import { catalogueWith, realTaxonomies } from "../worlds/catalogue-arbitrary.js";
import { byPlace, decided, holds, patience } from "./property.js";
import { anyWorld } from "../worlds/rare-world.js";
import { asked, graphOf, type RandomWorld, type TitleText, worldOf } from "../worlds/world-arbitrary.js";

/** Compared as written; the values beside it tell what differs. */
const bytes = (value: unknown) => ({ value, text: JSON.stringify(value) });
const withoutGraph = (decision: Decision) => ({ ...decision, basis: { ...decision.basis, graph: "" } });

const listed = ["parties", "assets", "derivations", "statements", "instruments", "title", "claims", "acceptances", "events", "observations"] as const;

/** The same file with every list in another order, drawn from numbers. */
function shuffled(title: TitleText, numbers: readonly number[]): TitleText {
  const copy = structuredClone(title);
  let at = 0;
  for (const key of listed) {
    const list = copy[key];
    for (let i = list.length - 1; i > 0; i--) {
      const j = numbers[at++ % numbers.length]! % (i + 1);
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
  }
  return copy;
}

const numbers = fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 });

test("the order of a file changes no byte of the answer", patience, () => {
  holds(fc.tuple(anyWorld, numbers), ([world, order]) => {
    const other = { ...world, title: shuffled(world.title, order) };
    expect(bytes(decided(other, { fullProof: true }))).toEqual(bytes(decided(world, { fullProof: true })));
  }, 12);
});

test("the lines on which records stand change no more than the digest of the file", patience, () => {
  holds(fc.tuple(anyWorld, numbers), ([world, order]) => {
    const catalogue = catalogueWith(world.laws);
    const answer = (title: TitleText) => withoutGraph(decide({ graph: graphOf(title, true), catalogue }, asked, { fullProof: true }));
    expect(bytes(answer(shuffled(world.title, order)))).toEqual(bytes(answer(world.title)));
  }, 12);
});

const toldBy = ({ problems }: ReturnType<typeof readTitleFile>): string[] => problems.map(({ code, message, pointer }) => [code, message, pointer].join(" ")).toSorted();

test("a title that a program made is read as its text would be", patience, () => {
  holds(anyWorld, ({ title }) => {
    const options = { file: "random", taxonomies: realTaxonomies() };
    // One line, so that only columns could differ, and of a sound title nothing tells one.
    expect(readTitleValue(title, options)).toEqual(readTitleFile(JSON.stringify(title), options));
    const unsound = { ...title, assets: [...title.assets, { id: "asset-0", kind: "nothing", licence: "MIT" }] };
    const [made, written] = [readTitleValue(unsound, options), readTitleFile(JSON.stringify(unsound), options)];
    expect([made.graph, written.graph]).toEqual([null, null]);
    expect(toldBy(made)).toEqual(toldBy(written));
  }, 8);
});

/** Every id of ours under another name. What texts of the catalogue and of the file call themselves stays. */
function renamed(world: RandomWorld, name: (id: string) => string): RandomWorld {
  const text = JSON.stringify(world).replaceAll(/"(asset|party|d|s|t|e|o)-(\d+)([:#][^"]*)?"/g, (_, word: string, n: string, of = "") => JSON.stringify(`${name(`${word}-${n}`)}${of as string}`));
  return JSON.parse(text) as RandomWorld;
}

const withOldNames = (decision: object): unknown => JSON.parse(JSON.stringify(decision).replaceAll(/\b((asset|party|d|s|t|e|o)-\d+)z\b/g, "$1"));

test("other names in the same order change names only", patience, () => {
  holds(anyWorld, (world) => {
    const before = { ...withoutGraph(decided(world)), proof: null };
    const after = { ...withoutGraph(decided(renamed(world, (id) => `${id}z`))), proof: null };
    expect(bytes(withOldNames(after))).toEqual(bytes(before));
  }, 12);
});

test("names in another order change no status", patience, () => {
  holds(fc.tuple(anyWorld, fc.uniqueArray(fc.nat(9999), { minLength: 60, maxLength: 60 })), ([world, drawn]) => {
    const names = new Map<string, string>();
    const name = (id: string): string => {
      if (!names.has(id)) names.set(id, `${drawn[names.size % drawn.length]}-${id.length}-${names.size}`);
      return names.get(id)!;
    };
    const [before, after] = [decided(world), decided(renamed(world, name))];
    expect([after.decision, after.best, after.worst, after.range?.permissive, after.range?.conservative]).toEqual([before.decision, before.best, before.worst, before.range?.permissive, before.range?.conservative]);
    expect([...byPlace(after)]).toEqual([...byPlace(before)]);
  }, 12);
});

test("the same question gives the same bytes, also after the file was written and read again", patience, () => {
  holds(anyWorld, (world) => {
    const first = worldOf(world);
    const { graph, problems } = readTitleFile(writeTitleFile(first.graph), { file: "random", taxonomies: first.catalogue.taxonomies });
    expect(problems).toEqual([]);
    const once = decide(first, asked);
    expect(bytes(decide(worldOf(world), asked))).toEqual(bytes(once));
    expect(bytes(decide({ graph: graph!, catalogue: first.catalogue }, asked))).toEqual(bytes(once));
  }, 12);
});
