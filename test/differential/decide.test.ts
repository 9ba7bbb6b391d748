import { decide } from "@cleartitle/engine";
import { levelOrder } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { firstAlike } from "../../packages/engine/src/compiled/judge/like-places.js";
import { questionIn } from "../../packages/engine/src/compiled/judge/question.js";
import { dividedOf } from "../worlds/divided-world.js";
import { derivationKinds } from "../worlds/vocabulary.js";
import { asked } from "../worlds/world-arbitrary.js";
import { differenceIn, type Seen } from "./decided-alike.js";
import { rareWorld } from "../worlds/rare-world.js";
import { realTitle, realWorldOf } from "../worlds/real-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const seen: Seen = new Map();

test("whole decisions of the compiled evaluator are those of the reference, and their proofs stand", patience, () => {
  fc.assert(fc.property(rareWorld, (world) => {
    expect(differenceIn(pose(world).world, { withoutRange: true }, seen)).toBeNull();
  }), runs(475));
});

test("so are the range over all positions, its pivots and the dates ahead", patience, () => {
  fc.assert(fc.property(rareWorld, (world) => {
    expect(differenceIn(pose(world).world, {}, seen)).toBeNull();
  }), runs(25, 2));
});

let alike = 0;

test("so they are in parts of a country, which are told apart by duties alone or by more", patience, () => {
  fc.assert(fc.property(dividedOf(rareWorld), fc.nat({ max: 9 }), (strange, ranged) => {
    const { world } = pose(strange);
    expect(differenceIn(world, { withoutRange: ranged > 0 }, seen)).toBeNull();
    const { classes } = questionIn(world, asked, {});
    if (firstAlike(world, classes.map(({ atom }) => atom)).some((first, i) => first !== i)) alike += 1;
  }), runs(150, 3));
  expect(alike).toBeGreaterThan(20);
});

test("so they are under every text, rule and position of the catalogue itself", patience, () => {
  fc.assert(fc.property(realTitle, (title) => {
    expect(differenceIn(realWorldOf(title), { withoutRange: true }, seen)).toBeNull();
  }), runs(25));
});

test("so is a past that is cut at its budget, which is never better than the whole", patience, () => {
  fc.assert(fc.property(rareWorld, fc.integer({ min: 0, max: 12 }), (world, claimBudget) => {
    const options = { withoutRange: true, claimBudget };
    const { world: posed } = pose(world);
    expect(differenceIn(posed, options, seen)).toBeNull();
    const [whole, part] = [decide(posed, asked, { withoutRange: true }), decide(posed, asked, options)];
    expect({ best: levelOrder(part.best, whole.best) <= 0, worst: part.cut ? part.worst : "blocked" }).toEqual({ best: true, worst: "blocked" });
  }), runs(40));
});

test("the worlds were worth comparing: what the engine knows came up in them", () => {
  const expected = [
    ...["cleared", "conditional", "unresolved", "blocked"].map((s) => `status ${s}`),
    ...["owned", "unprotected", "granted", "excepted", "none"].map((s) => `basis ${s}`),
    ...["owned", "unprotected", "granted", "excepted"].flatMap((s) => [`option ${s} serves`, `option ${s} fails`]),
    ...["covered", "cured", "released", "open", "unknown"].map((s) => `exposure ${s}`),
    ...["prohibited", "may be prohibited", "no rule known for the place", "upstream not disclosed", "duties clash", "tainted by an earlier act", "must be deleted", "a duty is overdue", "earlier acts were not judged", "no basis", "no basis (no license)",
      "no license recorded", "licenses recorded differ", "whether its matter is there is unknown", "a contractual duty applies", "a statutory duty applies", "exposure open", "exposure unknown"].map((s) => `outcome ${s}`),
    ...["permit", "prohibit", "oblige", "except", "assign", "release", "waive", "contribute", "reciprocate", "convert", "survive", "incorporate", "modify", "raise", "unprotect", "override", "presume", "taint", "terminate"].map((s) => `norm ${s}`),
    ...["all", "any", "none", "position", "purpose", "field", "recipient", "actor", "place", "quantity", "fact", "date", "kind", "derivation", "asserted", "exposure"].map((s) => `test ${s}`),
    ...["part", "choice", "coverage", "timeline", "pivot", "presumption", "outbound", "remedy", "question", "recipient"].map((s) => `step ${s}`),
    ...derivationKinds.map((s) => `derivation ${s}`),
    ...["a right", "one that gives a right", "one recorded value"].map((s) => `power needs ${s}`),
    ...["open", "if", "overdue"].map((s) => `obligation ${s}`),
  ];
  expect(expected.filter((what) => !seen.has(what))).toEqual([]);
});
