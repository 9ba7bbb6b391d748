import { decide, type DecideOptions, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asked } from "../worlds/world-arbitrary.js";
import { rareWorld } from "../worlds/rare-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const beside = "beside";

/** The world with a second use that differs from the first one in what it is for, so that the two share some pieces of their judgments and not others. */
function withTwo({ graph, catalogue }: World): World {
  const use = graph.uses.get(asked)!;
  const other = { ...use, name: beside, purpose: ["non-commercial"], as: null };
  return { catalogue, graph: { ...graph, uses: new Map([...graph.uses, [beside, other]]) } };
}

const ways: readonly (readonly [string, DecideOptions])[] = [
  [asked, {}], [beside, {}], [asked, { profile: "strict" }], [beside, { profile: "permissive", withoutRange: true }], [asked, { asOf: "2027-06-30" }], [asked, { knownAt: "2025-01-01T00:00:00Z", withoutRange: true }], [asked, {}],
];

test("an answer is the same whatever was asked of its world before", patience, () => {
  fc.assert(fc.property(rareWorld, (strange) => {
    const world = withTwo(pose(strange).world);
    for (const [name, options] of ways) {
      const fresh: World = { catalogue: world.catalogue, graph: { ...world.graph } };
      const full = { ...options, fullProof: true };
      expect(canonicalJson(decide(world, name, full))).toBe(canonicalJson(decide(fresh, name, full)));
    }
  }), runs(8));
});
