import { checker, decide, decideByReference, formOf, licenseReader, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { caseBookOf } from "../../packages/engine/src/compiled/judge/case-book.js";
import { coreOf } from "../../packages/engine/src/compiled/judge/core.js";
import { Inquiry } from "../../packages/engine/src/compiled/judge/inquiry.js";
import { questionIn } from "../../packages/engine/src/compiled/judge/question.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { accepting, copied, lost, thinned, together } from "../worlds/copied-world.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

const worlds = fc.record({ strange: wholeWorld, plain: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }), ranged: fc.integer({ min: 0, max: 5 }), first: lost, second: lost, order: fc.shuffledSubarray(["", "~b", "~c"], { minLength: 3, maxLength: 3 }) });

let retold = 0;

/** Demands that a question answers as a twin of what is demanded was answered. */
function countRetold(world: World, name: string): number {
  const question = questionIn(world, name, {});
  const inquiry = new Inquiry(question, caseBookOf(coreOf(world, question.knownAt, defaultBudget), question));
  inquiry.past();
  return question.classes.reduce((sum, _, i) => sum + inquiry.place(i).judged.demands.filter((each) => each.like !== undefined).length, 0);
}

test("what is judged of a thing's twin is what would be judged of the thing, also where one record of many is lacking", patience, () => {
  fc.assert(fc.property(worlds, ({ strange, plain, ranged, first, second, order }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const one = thinned(graph, (id) => plain[assets.indexOf(id)] !== 0 && assets.includes(id), plain[10] === 0);
    const world: World = { catalogue, graph: accepting(together([one, copied(one, "~b", first), copied(one, "~c", second)]), plain[9] === 0 ? "~b" : null) };
    for (const [i, mark] of order.entries()) {
      const options = { withoutRange: i > 0 || ranged > 0, fullProof: true };
      const decision = decide(world, `${asked}${mark}`, options);
      expect(canonicalJson(decision)).toBe(canonicalJson(decideByReference(world, `${asked}${mark}`, options)));
      // Not told in full, a proof is written off what was written of twins.
      const { nodes, digest } = decision.proof!;
      expect(decide(world, `${asked}${mark}`, { ...options, fullProof: false }).proof).toEqual({ nodes, digest });
      retold += countRetold(world, `${asked}${mark}`);
    }
  }), runs(25));
  expect(retold).toBeGreaterThan(30);
});

let alike = 0;

test("a row told of a question's like is the row that the question would have, also where one record of many is lacking", patience, () => {
  fc.assert(fc.property(worlds, ({ strange, plain, first, second, order }) => {
    const { world: { graph, catalogue } } = pose(strange);
    const assets = [...graph.assets.keys()];
    const uses = new Map([...graph.uses].map(([name, use]) => [name, { ...use, recipients: [] }] as const));
    // One world in four keeps things that are like no others.
    const one = thinned({ ...graph, uses }, (id) => (plain[11] !== 0 || plain[assets.indexOf(id)] !== 0) && assets.includes(id), plain[10] === 0);
    const world: World = { catalogue, graph: accepting(together([one, copied(one, "~b", first), copied(one, "~c", second)]), plain[9] === 0 ? "~b" : null) };
    const on = graph.uses.get(asked)!.on;
    const licenseOf = licenseReader(world.graph, catalogue, on);
    const asking = { options: {}, gate: { failOn: "blocked", on, waivers: [], baseline: null }, licenses: new Map([...world.graph.assets.values()].map((asset) => [asset.id, licenseOf(asset)] as const)), file: "", synthetic: false } as const;
    let judged = 0;
    const counted: typeof decide = (...question) => {
      judged += 1;
      return decide(...question);
    };
    const [once, each] = [checker(world, { ...asking, decide: counted, formOf }), checker(world, { ...asking, decide })];
    for (const mark of order) expect(once(`${asked}${mark}`, 0).row).toEqual(each(`${asked}${mark}`, 0).row);
    alike += order.length - judged;
  }), runs(25));
  expect(alike).toBeGreaterThan(3);
});
