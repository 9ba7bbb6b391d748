import { decideByReference } from "@cleartitle/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withoutYielded } from "../../packages/engine/src/reference/reciprocity.js";
import { asked } from "../worlds/world-arbitrary.js";
import { differenceIn, type Seen } from "./decided-alike.js";
import { platformWorld } from "../worlds/platform-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const seen: Seen = new Map();
const found = new Set<string>();

test("what is published on platforms, and given up toward them, is decided as the reference does", patience, () => {
  fc.assert(fc.property(platformWorld, (world) => {
    const posed = pose(world);
    expect(differenceIn(posed.world, { withoutRange: true }, seen)).toBeNull();
    note(posed);
  }), runs(80));
});

/** What came of the terms of the platform in a world. */
function note({ world, act, env, atoms }: ReturnType<typeof pose>): void {
  const rules = world.graph.instruments.get("LicenseRef-i1")!;
  for (const source of world.graph.assets.keys()) {
    const left = withoutYielded({ env, act, territory: atoms[0]!, source, path: [source], instrument: null, history: () => null }, rules);
    found.add(left === rules ? "kept" : left.norms.some((norm) => JSON.stringify(norm.if ?? true).endsWith(',"unknown"]}')) ? "may be given up" : "given up");
  }
  for (const { options } of decideByReference(world, asked, { withoutRange: true }).reasons) {
    for (const { instrument, norm, fails } of options) {
      if (fails !== null) found.add(fails);
      else if (norm === "in") found.add("taken in");
      else if (instrument === "LicenseRef-i2" && act.actor === "party-2" && world.graph.title.length > 0) found.add("handed on");
    }
  }
}

test("the worlds were worth comparing", () => {
  const expected = ["kept", "given up", "may be given up", "taken in", "handed on", "nobody recorded who published it", "who published it is not bound by these terms", "its licensor is no recorded holder"];
  expect(expected.filter((what) => !found.has(what))).toEqual([]);
});
