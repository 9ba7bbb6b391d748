import { decide, outline, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import { packGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { wholeWorld } from "../worlds/whole-world.js";
import { asked } from "../worlds/world-arbitrary.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const worlds = fc.record({ strange: wholeWorld, turned: fc.boolean() });

const back = <T>(records: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...records].toReversed());

/** The same records, the last ones first. */
function turned({ graph, catalogue }: World): World {
  return { catalogue, graph: { ...graph, assets: back(graph.assets), derivations: back(graph.derivations) } };
}

test("of records that are held in columns the same is decided", patience, () => {
  fc.assert(fc.property(worlds, ({ strange, turned: isTurned }) => {
    const { world } = pose(strange);
    const { graph, catalogue } = isTurned ? turned(world) : world;
    const packed: World = { catalogue, graph: packGraph(graph) };
    expect(packed.graph).toEqual({ ...graph, assets: packed.graph.assets, derivations: packed.graph.derivations });
    expect(new Map(packed.graph.assets)).toEqual(graph.assets);
    expect(new Map(packed.graph.derivations)).toEqual(graph.derivations);
    const plain: World = { catalogue, graph };
    expect(canonicalJson(decide(packed, asked, { fullProof: true }))).toBe(canonicalJson(decide(plain, asked, { fullProof: true })));
    expect(canonicalJson(outline(packed, asked))).toBe(canonicalJson(outline(plain, asked)));
  }), runs(40));
});
