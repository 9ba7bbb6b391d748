import { checker, decide, licenseReader, partsOf, RowsOfParts, type World } from "@cleartitle/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accepting, copied, lost, thinned, together } from "../worlds/copied-world.js";
import { gathered, gathering } from "../worlds/gathered-world.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

let parted = 0;

test("a row put together of what each source brings is the row of the whole question", patience, () => {
  const worlds = fc.record({ strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 11, maxLength: 11 }), first: lost, second: lost, gatherings: fc.array(gathering, { minLength: 2, maxLength: 6 }) });
  fc.assert(fc.property(worlds, ({ strange, plain, first, second, gatherings }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const single = thinned(graph, (id) => plain[assets.indexOf(id)] !== 0 && assets.includes(id), plain[10] === 0);
    const all = accepting(together([single, copied(single, "~b", first), copied(single, "~c", second)]), plain[9] === 0 ? "~b" : null);
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
