import { checker, decide, licenseReader, partsOf, RowsOfParts, type World } from "@cleartitle/engine";
import type { Asset, Derivation, Statement, TitleGraph, Use } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { copied, lost, thinned, together } from "../worlds/copied-world.js";
import { assetKinds, one } from "../worlds/vocabulary.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

/** Something that a stranger made of things that have nothing in common, and what is recorded of it. */
interface Gathering {
  readonly kind: (typeof assetKinds)[number];
  readonly by: string;
  readonly isOneAct: boolean;
  /** Things by their place in the graph, each of another copy; most often the same. */
  readonly of: readonly number[];
  readonly license: number;
  readonly on: string | null;
  readonly as: boolean;
}

const gathering: fc.Arbitrary<Gathering> = fc.record({
  kind: one(assetKinds), by: one(["include", "include", "merge", "train", "finetune", "copy"]), isOneAct: fc.boolean(), of: fc.tuple(fc.nat(), fc.array(one([0, 0, 0, 1, 2]), { minLength: 1, maxLength: 2 })).map(([first, more]) => [first, ...more.map((beside) => first + beside)]), license: fc.nat(), on: one([null, "2023-01-01", "2026-03-01"]), as: fc.boolean(),
});

/** The graph with things that were made of some that are in it, and the use that is asked of each of them. */
function gathered(graph: TitleGraph, plain: readonly string[], marks: readonly string[], gatherings: readonly Gathering[], use: Use): { readonly graph: TitleGraph; readonly uses: readonly string[] } {
  const [assets, derivations, uses, statements] = [new Map(graph.assets), new Map(graph.derivations), new Map(graph.uses), [...graph.statements]];
  const licenses = graph.statements.filter(({ what, value, about }) => what === "license" && about.kind === "asset" && typeof value === "string");
  const names: string[] = [];
  for (const [n, { kind, by, isOneAct, of, license, on, as }] of gatherings.entries()) {
    const [id, who] = [`gathered-${n}`, `a-stranger-${n}`];
    const from = of.map((each, i) => `${plain[each % plain.length]!}${marks[i]!}`);
    assets.set(id, { ...([...graph.assets.values()][0] as Asset), id, kind, licensor: who, source: null, digest: null, acquired: [], parts: [], placeholder: false });
    for (const [i, sources] of (isOneAct ? [from] : from.map((each) => [each])).entries()) {
      const step = `gathering-${n}-${i}`;
      derivations.set(step, { id: step, from: sources, to: id, by, who, during: { from: on, to: null }, in: on === null ? [] : ["DE"], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
    }
    const said = licenses[license % (licenses.length + 1)];
    if (said !== undefined) statements.push({ ...said, id: `said-of-${n}`, about: { kind: "asset", id }, part: null, supersedes: null } satisfies Statement);
    uses.set(`use-${n}`, { ...use, name: `use-${n}`, of: id, recipients: [], facts: [], named: null, as: as ? String(said?.value ?? "CC0-1.0") : null });
    names.push(`use-${n}`);
  }
  return { graph: { ...graph, assets, derivations, uses, statements }, uses: names };
}

let parted = 0;

test("a row put together of what each source brings is the row of the whole question", patience, () => {
  const worlds = fc.record({ strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 11, maxLength: 11 }), first: lost, second: lost, gatherings: fc.array(gathering, { minLength: 2, maxLength: 6 }) });
  fc.assert(fc.property(worlds, ({ strange, plain, first, second, gatherings }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const single = thinned(graph, (id) => plain[assets.indexOf(id)] !== 0 && assets.includes(id), plain[10] === 0);
    const all = together([single, copied(single, "~b", first), copied(single, "~c", second)]);
    const { graph: whole, uses } = gathered(all, assets, ["", "~b", "~c"], gatherings, graph.uses.get(asked)!);
    const world: World = { catalogue, graph: whole };
    const on = graph.uses.get(asked)!.on;
    const licenseOf = licenseReader(whole, catalogue, on);
    const asking = { decide, options: {}, gate: { failOn: "blocked", on, waivers: [], baseline: null }, licenses: new Map([...whole.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const)), file: "", synthetic: false } as const;
    const parts = new RowsOfParts(world, { ...asking, partsOf });
    expect([...parts.judge()]).toHaveLength(parts.count);
    const each = checker(world, asking);
    for (const use of uses) {
      const row = parts.of(use);
      if (row === null) continue;
      const { gate: _gate, left: _left, waivers: _waivers, ...judged } = each(use, 0).row;
      expect(row).toEqual(judged);
      parted += 1;
    }
  }), runs(40));
  expect(parted).toBeGreaterThan(15);
});
