import { brokenTogether, checker, decide, decideApart, formOf, licenseReader, partsOf, RowsOfParts, rowWords, type World } from "@cleartitle/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readTitleFile } from "@cleartitle/title";
import { realCatalogue } from "../cases/case-file.js";
import { accepting, copied, lost, thinned, together } from "../worlds/copied-world.js";
import { gathered, gathering, type Gathering } from "../worlds/gathered-world.js";
import { one } from "../worlds/vocabulary.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

let [parted, told, shared, bound, broken, said] = [0, 0, 0, 0, 0, 0];

/** Made in the same way of some of what the first was made of or of what is near that, under one of two licenses: what its sources bring was judged of others, together with what these are asked themselves. */
const likeFirst = ({ license }: Gathering, first: Gathering): Gathering => ({ ...first, license: first.license + (license % 2), of: first.of.slice(0, 1 + (license % first.of.length)).map((each) => each + (license % 3)) });

test("a row put together of what each source brings is the row of the whole question", patience, () => {
  const worlds = fc.record({ strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 11, maxLength: 11 }), first: lost, second: lost, gatherings: fc.array(gathering, { minLength: 2, maxLength: 14 }), alike: one([true, true, false]) });
  fc.assert(fc.property(worlds, ({ strange, plain, first, second, gatherings: all, alike }) => {
    const gatherings = alike ? all.map((each) => likeFirst(each, all[0]!)) : all;
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const single = thinned(graph, (id) => plain[assets.indexOf(id)] !== 0 && assets.includes(id), plain[10] === 0);
    const copies = accepting(together([single, copied(single, "~b", first), copied(single, "~c", second)]), plain[9] === 0 ? "~b" : null);
    const { graph: whole, uses } = gathered(copies, assets, ["", "~b", "~c"], gatherings, graph.uses.get(asked)!);
    const world: World = { catalogue, graph: whole };
    const day = graph.uses.get(asked)!.on;
    const licenseOf = licenseReader(whole, catalogue, day);
    const asking = { decide, options: {}, gate: { failOn: "blocked", on: day, waivers: [], baseline: null }, licenses: new Map([...whole.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const)), file: "", synthetic: false } as const;
    let questions = 0;
    const parting = { ...asking, formOf, partsOf, brokenTogether, decideApart };
    const parts = new RowsOfParts(world, { ...parting, brokenTogether: (...of) => {
      const terms = brokenTogether(...of);
      if (of[3].some(({ leaving }) => leaving.some(({ constraints }) => constraints.length > 0))) bound += 1;
      if (terms.some((each) => each.length > 0)) broken += 1;
      return terms;
    }, decideApart: (...of) => {
      questions += 1;
      return decideApart(...of);
    } });
    expect([...parts.judge()]).toHaveLength(parts.count);
    const each = checker(world, asking);
    const before = parted;
    for (const use of uses) {
      const row = parts.of(use);
      if (row === null) continue;
      const { gate: _gate, left: _left, waivers: _waivers, ...judged } = each(use, 0).row;
      expect(row).toEqual(judged);
      parted += 1;
      const things = partsOf(world, use, {})!.parts.flatMap(({ names: [, ...upstream] }) => upstream);
      if (new Set(things).size < things.length) shared += 1;
    }
    told += Math.max(0, parted - before - questions);
    const worded = new RowsOfParts(world, { ...parting, words: rowWords(world) });
    expect([...worded.judge()]).toHaveLength(worded.count);
    const inWords = checker(world, { ...asking, parts: worded });
    for (const use of uses) {
      expect(inWords(use, Infinity).row).toEqual(each(use, Infinity).row);
      if (worded.of(use, Infinity)?.reasons.some(({ says }) => says !== "") === true) said += 1;
    }
  }), runs(120));
  expect(parted).toBeGreaterThan(15);
  // Rows put together of parts had words.
  expect(said).toBeGreaterThan(10);
  // More rows than questions that were judged.
  expect(told).toBeGreaterThan(5);
  // Several of their sources came from one thing in the same way.
  expect(shared).toBeGreaterThan(1);
  // Their terms on the license of the result were weighed together, and some were broken.
  expect(bound).toBeGreaterThan(1);
  expect(broken).toBeGreaterThan(1);
});

const tool = (name: string, ...sets: readonly string[]): string => `{ id: ${name}, from: [${sets.join(", ")}], to: tool-${name}, by: include, who: stranger, on: "2026-01-05", in: DE }`;

test("a piece is told of other things with each one's own version, and not where only one has any", () => {
  const catalogue = realCatalogue();
  const { graph, problems } = readTitleFile(`
us: acme
parties: [{ id: acme }, { id: stranger }]
assets:
  - { id: first-set, kind: dataset, license: CC-BY-NC-4.0, version: one }
  - { id: second-set, kind: dataset, license: CC-BY-NC-4.0, version: two }
  - { id: third-set, kind: dataset, license: CC-BY-NC-4.0 }
  - { id: other-set, kind: dataset, license: MIT }
  - { id: another-set, kind: dataset, license: CC-BY-SA-4.0 }
${["one", "two", "three", "four"].map((name) => `  - { id: tool-${name}, kind: code, license: MIT }`).join("\n")}
derivations: [${[tool("one", "first-set"), tool("two", "second-set", "other-set"), tool("three", "third-set", "other-set"), tool("four", "another-set", "other-set")].join(", ")}]
uses:
${["one", "two", "three", "four"].map((name) => `  run-${name}: { of: tool-${name}, actions: [host], purpose: commercial, in: [DE], on: "2026-06-01" }`).join("\n")}
`, { file: "tools.yaml", taxonomies: catalogue.taxonomies });
  expect(problems).toEqual([]);
  const world: World = { graph: graph!, catalogue };
  const asking = { decide, options: {}, gate: { failOn: "blocked", on: "2026-06-01", waivers: [], baseline: null }, licenses: new Map(), file: "", synthetic: false } as const;
  const parts = new RowsOfParts(world, { ...asking, formOf, partsOf, decideApart, brokenTogether, words: rowWords(world) });
  expect([...parts.judge()]).toHaveLength(parts.count);
  const [inWords, each] = [checker(world, { ...asking, parts }), checker(world, asking)];
  const uses = ["run-four", "run-one", "run-two", "run-three"];
  expect(uses.map((use) => inWords(use, Infinity).row)).toEqual(uses.map((use) => each(use, Infinity).row));
  const says = (use: string): string => inWords(use, Infinity).row.reasons.map((reason) => reason.says).join("\n");
  expect([says("run-one"), says("run-two")]).toEqual([expect.stringContaining("first-set (copyright, version one)"), expect.stringContaining("second-set (copyright, version two)")]);
  expect(uses.map((use) => parts.of(use, Infinity) === null)).toEqual([false, false, false, true]);
});
