import { openCatalogue, placeIndex, type Catalogue } from "@cleartitle/catalogue";
import { CompiledText, type GrantRequest } from "@cleartitle/engine";
import { Instrument, joinIntervals } from "@cleartitle/norms";
import { grantOf } from "../packages/engine/src/reference/grant.js";
import { linesOf } from "../packages/engine/src/reference/lines.js";
import { ownBans } from "../packages/engine/src/reference/option.js";
import type { Act } from "../packages/engine/src/act.js";
import type { Scene } from "../packages/engine/src/reference/scene.js";
import { numbersFrom } from "./layered-graph.js";
import { count, measured, ms, once, table } from "./measure.js";
import { titleGraphOf } from "./title-graph.js";

const seed = 20261121;
const [texts, requests] = [50, 2_000];
const actions = ["reproduce", "train-on", "run", "host", "distribute", "adapt", "display"];
const purposes = ["commercial", "research", "non-commercial-research", "personal"];
const places = ["US", "DE", "FR", "JP"];
const played = [{ role: "materials", inner: "materials" }] as const;

/** Texts of five norms each: two permits, two prohibitions, a duty, most of them on a condition. */
function textsFrom(next: () => number): Instrument[] {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const condition = () => one([{ purpose: [one(purposes)] }, { place: [one([...places, "EU"])] }, { all: [{ purpose: [one(purposes)] }, { none: [{ place: [one(places)] }] }] }, true]);
  const norm = (i: number) => {
    const rest = { id: `n${i}`, cite: `s. ${i}`, if: condition() };
    if (i < 2) return { ...rest, permit: { actions: [one(actions), one(actions)] } };
    return i < 4 ? { ...rest, prohibit: { actions: [one(actions)] } } : { ...rest, oblige: { do: "attribute" }, when: [one(actions)] };
  };
  return Array.from({ length: texts }, (_, i) => Instrument.parse({
    id: `LicenseRef-t${i}`, kind: "license", title: `text ${i}`, source: [{ what: "seeded", where: "bench/grant.ts" }], reviewed: "2026-01-01", verified: "primary", rest: "reserved",
    speaksOf: { training: true, outputs: true, weights: true }, bindsBy: ["reliance"], reach: {}, norms: [0, 1, 2, 3, 4].map(norm),
  }));
}

/** No test of these texts reads more than the request. */
const look = () => ({ truth: "unknown" as const, kept: "unknown" as const });

interface Asked {
  readonly text: Instrument;
  readonly scene: Scene;
  readonly request: GrantRequest;
}

/** Requests of an act for a purpose in a place on a day, each of a thing under one of the texts. */
function requestsTo(all: readonly Instrument[], catalogue: Catalogue, next: () => number): Asked[] {
  const world = { graph: titleGraphOf(50, seed, ["EU"]), catalogue };
  const lines = linesOf(world);
  const { of } = world.graph.uses.get("asked")!;
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: requests }, () => {
    const [text, action, territory, date] = [one(all), one(actions), one(places), `202${Math.floor(next() * 7)}-06-01`];
    const act: Act = { id: "asked", tense: "present", object: of, actions: [action], actor: "us", date, purposes: [one(purposes)], fields: ["general"], recipients: [], hosted: [], facts: [], scale: [], derivation: null, named: null };
    const env = { world, lines, asOf: date, knownAt: "9999-12-31", presume: true, position: () => null, presumed: () => undefined };
    const scene: Scene = { env, act, territory, source: of, path: [of], instrument: text, history: () => null };
    const request: GrantRequest = { tense: "present", date, asOf: date, purposes: act.purposes, fields: act.fields, recipients: [], actorKind: null, place: territory, position: env.position, look, action, layer: "copyright", played, persists: "true" };
    return { text, scene, request };
  });
}

function byReference({ text, scene, request: { action } }: Asked): string {
  const question = { instrument: text, action, layer: "copyright" as const, scene, played, persists: "true" as const };
  const { best, worst } = joinIntervals([grantOf(question).interval, ...ownBans(question, scene, text, played).map((b) => b.interval)]);
  return `${best} ${worst}`;
}

const perRequest = (total: number, times: number): string[] => [((total * 1000) / times).toFixed(2), count(Math.round((times / total) * 1000))];

/** May this be done under the text that governs it? Compiled when published, against the reference, in one run. */
export async function benchGrant(): Promise<void> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const next = numbersFrom(seed);
  const all = textsFrom(next);
  const asked = requestsTo(all, catalogue, next);
  const names = { taxonomies: catalogue.taxonomies, places: placeIndex(catalogue), positions: catalogue.positions };
  const publish = await measured(5, () => new Map(all.map((text) => [text.id, new CompiledText(text, names)] as const)));
  const real = await once(() => [...catalogue.instruments.values()].map((text) => new CompiledText(text, names)).length);
  const answer = ({ text, request }: Asked): string => {
    const { best, worst } = publish.result.get(text.id)!.grant(request).interval;
    return `${best} ${worst}`;
  };
  const differing = asked.filter((each) => answer(each) !== byReference(each));
  if (differing.length > 0) throw new Error(`${differing.length} of ${requests} requests are answered differently`);
  const rounds = 50;
  const compiled = await measured(9, () => {
    let cleared = 0;
    for (let i = 0; i < rounds; i++) for (const { text, request } of asked) if (publish.result.get(text.id)!.grant(request).interval.worst === "cleared") cleared++;
    return cleared / rounds;
  });
  const reference = await measured(5, () => asked.filter((each) => byReference(each) === "cleared cleared").length);
  table(`May this be done under the text that governs it: ${texts} texts of five norms, ${count(requests)} requests, ${compiled.result} cleared, all answered alike`, ["evaluator", "microseconds", "a second"], [
    ["compiled", ...perRequest(compiled.median, requests * rounds)], ["reference", ...perRequest(reference.median, requests)],
  ]);
  console.log(`published ${texts} texts in ${ms(publish.median)} ms; ${real.result} texts of the catalogue in ${ms(real.median)} ms, once and cold; no other engine was asked`);
}
