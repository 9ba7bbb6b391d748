import { checker, decide, decideByReference, formOf, licenseReader, type World } from "@cleartitle/engine";
import { canonicalJson } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { caseBookOf } from "../../packages/engine/src/compiled/judge/case-book.js";
import { coreOf } from "../../packages/engine/src/compiled/judge/core.js";
import { Inquiry } from "../../packages/engine/src/compiled/judge/inquiry.js";
import { questionIn } from "../../packages/engine/src/compiled/judge/question.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { asked } from "../worlds/world-arbitrary.js";
import { wholeWorld } from "../worlds/whole-world.js";
import { patience, pose, runs } from "../worlds/world-asked.js";

/** A record that a copy lacks, by the list that it stands in. */
interface Lost {
  readonly from: "statements" | "events" | "title" | "claims" | "observations" | "covers" | "findings" | "acts" | "endings";
  readonly at: number;
}

/** All that is in a graph once more, under other names. */
function copied(graph: TitleGraph, mark: string, lost: Lost): TitleGraph {
  const known = new Set([...graph.assets.keys(), ...graph.derivations.keys(), ...graph.uses.keys(), ...graph.statements.map((each) => each.id), ...graph.events.map((each) => each.id), ...graph.observations.map((each) => each.id)]);
  const named = (id: string): string => (known.has(id) ? `${id}${mark}` : id);
  const maybe = (id: string | null): string | null => (id === null ? null : named(id));
  const kept = <T>(from: Lost["from"], list: readonly T[]): readonly T[] => (lost.from === from && list.length > 0 ? list.filter((_, i) => i !== lost.at % list.length) : list);
  const endings = kept("endings", [...graph.derivations.values()].filter((each) => each.to === null));
  const derivations = [...graph.derivations.values()].filter((each) => each.to !== null || endings.includes(each));
  // What is recorded of an act besides what it implies.
  const acting = kept("acts", derivations.filter((each) => each.acts.length > 0));
  return {
    ...graph,
    assets: new Map([...graph.assets.values()].map((asset) => [named(asset.id), { ...asset, id: named(asset.id) }])),
    derivations: new Map(derivations.map((each) => [named(each.id), { ...each, id: named(each.id), from: each.from.map(named), to: maybe(each.to), acts: acting.includes(each) ? each.acts.map((act) => ({ ...act, of: named(act.of) })) : [] }])),
    uses: new Map([...graph.uses.values()].map((use) => [named(use.name), { ...use, name: named(use.name), of: named(use.of) }])),
    statements: kept("statements", graph.statements).map((each) => ({ ...each, id: named(each.id), about: { ...each.about, id: named(each.about.id) }, supersedes: maybe(each.supersedes) })),
    events: kept("events", graph.events).map((each) => ({ ...each, id: named(each.id), of: named(each.of) })),
    observations: kept("observations", graph.observations).map((each) => ({ ...each, id: named(each.id), of: named(each.of) })),
    title: kept("title", graph.title).map((each) => ({ ...each, asset: named(each.asset) })), claims: kept("claims", graph.claims).map((each) => ({ ...each, asset: named(each.asset) })),
    covers: kept("covers", graph.covers).map((each) => ({ ...each, asset: named(each.asset) })), findings: kept("findings", graph.findings).map((each) => ({ ...each, asset: maybe(each.asset) })),
  };
}

const together = (graphs: readonly [TitleGraph, ...TitleGraph[]]): TitleGraph => ({
  ...graphs[0],
  assets: new Map(graphs.flatMap((each) => [...each.assets])), derivations: new Map(graphs.flatMap((each) => [...each.derivations])), uses: new Map(graphs.flatMap((each) => [...each.uses])),
  statements: graphs.flatMap((each) => each.statements), events: graphs.flatMap((each) => each.events), observations: graphs.flatMap((each) => each.observations), title: graphs.flatMap((each) => each.title),
  claims: graphs.flatMap((each) => each.claims), covers: graphs.flatMap((each) => each.covers), findings: graphs.flatMap((each) => each.findings),
});

/**
 * The graph with some things of which nothing is recorded but what they are and, once, what is stated of them; made and licensed by strangers, since whatever somebody of the
 * actor's group made is judged by itself.
 */
function thinned(graph: TitleGraph, isPlain: (id: string) => boolean, withEndings: boolean): TitleGraph {
  const stated = new Set<string>();
  const first = (id: string, what: string): boolean => !stated.has(`${id} ${what}`) && stated.add(`${id} ${what}`).size > 0;
  return {
    ...graph,
    assets: new Map([...graph.assets].map(([id, asset]) => [id, isPlain(id) ? { ...asset, source: null, parts: [], acquired: [], licensor: asset.licensor === null ? null : "a-stranger" } : asset])),
    derivations: new Map([...graph.derivations].filter(([, each]) => withEndings || each.to !== null || !each.from.some(isPlain)).map(([id, each]) => [id, each.to !== null && isPlain(each.to) ? { ...each, who: "a-stranger" } : each])),
    statements: graph.statements.filter(({ about: { id }, part, what }) => !isPlain(id) || (part === null && first(id, what))),
    events: graph.events.filter(({ of }) => !isPlain(of)), title: graph.title.filter(({ asset }) => !isPlain(asset)), claims: graph.claims.filter(({ asset }) => !isPlain(asset)),
    observations: graph.observations.filter(({ of }) => !isPlain(of)), covers: graph.covers.filter(({ asset }) => !isPlain(asset)), findings: graph.findings.filter(({ asset }) => asset === null || !isPlain(asset)),
  };
}

const lost = fc.record({ from: fc.constantFrom<Lost["from"]>("statements", "statements", "events", "title", "claims", "observations", "covers", "findings", "acts", "endings"), at: fc.nat() });
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
    const world: World = { catalogue, graph: together([one, copied(one, "~b", first), copied(one, "~c", second)]) };
    for (const [i, mark] of order.entries()) {
      const options = { withoutRange: i > 0 || ranged > 0, fullProof: true };
      expect(canonicalJson(decide(world, `${asked}${mark}`, options))).toBe(canonicalJson(decideByReference(world, `${asked}${mark}`, options)));
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
    const world: World = { catalogue, graph: together([one, copied(one, "~b", first), copied(one, "~c", second)]) };
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
  expect(alike).toBeGreaterThan(5);
});
