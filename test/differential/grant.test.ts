import { placeIndex } from "@cleartitle/catalogue";
import { joinIntervals, type Instrument, type Interval } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CompiledText, type RolePlayed } from "../../packages/engine/src/compiled/index.js";
import { judgeCondition } from "../../packages/engine/src/reference/condition.js";
import { grantOf } from "../../packages/engine/src/reference/grant.js";
import { ownBans } from "../../packages/engine/src/reference/own-ban.js";
import type { Scene } from "../../packages/engine/src/reference/scene.js";
import { kindsOfParty } from "../../packages/engine/src/reference/told.js";
import { patience, pose, runs, strangeWorld, type Posed } from "../worlds/world-asked.js";

const actions = ["train-on", "reproduce", "run", "host", "distribute", "adapt", "license", "an-act-that-nobody-knows"] as const;
const layers = ["copyright", "related", "personal-data"] as const;
const parts: readonly (readonly RolePlayed[])[] = [
  [{ role: "materials", inner: "materials" }], [{ role: "product", inner: "materials" }], [{ role: "silent", inner: "output" }],
  [{ role: "derivative", inner: "derivative" }, { role: "silent", inner: "materials" }],
];
type Given = { readonly interval: Interval; readonly norm: string | null; readonly ban: string | null };

/** An exception of every other text takes back one act alone. */
const narrowed = (norms: Instrument["norms"]): Instrument["norms"] =>
  norms.map((norm) => (norm.kind === "except" && norms.length % 2 === 0 ? { ...norm, except: { ...norm.except, actions: ["reproduce"] } } : norm));

/** The texts of a world, and the world, with all taken away that is judged before a text is asked: its life, its title, who is bound. */
function plain({ world, ...rest }: Posed): { posed: Posed; texts: Instrument[] } {
  const graph = { ...world.graph, events: [], title: [], claims: [], covers: [] };
  const texts = [...world.graph.instruments.values(), ...world.catalogue.instruments.values()].map((text) => ({ ...Object.fromEntries(Object.entries(text).filter(([key]) => key !== "term")), kind: "license", norms: narrowed(text.norms) }) as Instrument);
  return { posed: { ...rest, world: { ...world, graph }, env: { ...rest.env, world: { ...world, graph } } }, texts };
}

function each<T>({ posed, texts }: ReturnType<typeof plain>, ask: (text: Instrument, scene: Scene, question: { action: string; layer: (typeof layers)[number]; played: readonly RolePlayed[]; persists: "true" | "unknown" }) => T): [string, T][] {
  const source = posed.act.object;
  return texts.flatMap((text) => posed.atoms.flatMap((territory) => actions.flatMap((action, i) => {
    const [layer, played, persists] = [layers[i % 2 === 0 ? 0 : (i + text.norms.length) % 3]!, parts[(i + territory.length + text.norms.length) % parts.length]!, i % 3 === 0 ? "unknown" as const : "true" as const];
    const scene: Scene = { env: posed.env, act: posed.act, territory, source, path: [source], instrument: text, history: () => null };
    return [[`${text.id} ${territory} ${action} ${layer}`, ask(text, scene, { action, layer, played, persists })] as [string, T]];
  })));
}

test("what a text grants and forbids, compiled when it is published, is what the reference finds in it", patience, () => {
  const seen = new Map<string, number>();
  fc.assert(fc.property(strangeWorld, (strange) => {
    const asked = plain(pose(strange));
    const { posed: { world, act, env } } = asked;
    const names = { taxonomies: world.catalogue.taxonomies, places: placeIndex(world.catalogue), positions: world.catalogue.positions };
    const compiled = new Map(asked.texts.map((text) => [text.id, new CompiledText(text, names)] as const));
    const expected = each<Given>(asked, (instrument, scene, question) => {
      const grant = grantOf({ instrument, scene, scope: null, ...question });
      const bans = ownBans(question, scene, instrument, question.played);
      return { interval: joinIntervals([grant.interval, ...bans.map((b) => b.interval)]), norm: grant.norm?.id ?? null, ban: bans.find((b) => b.interval.worst === "blocked")?.norm ?? null };
    });
    // What is told of an actor's kind bears on it as the record does.
    const kinds = kindsOfParty(env, act.actor, act.date);
    const found = each<Given>(asked, (instrument, scene, question) => compiled.get(instrument.id)!.grant({
      ...question, tense: act.tense, date: act.date, asOf: env.asOf, purposes: act.purposes, fields: act.fields, recipients: act.recipients,
      actorKind: kinds.length === 1 ? kinds[0]! : null, position: env.position, look: (leaf, reading) => judgeCondition(leaf, scene, reading),
    }, scene.territory));
    expect(found).toEqual(expected);
    for (const [, { interval }] of expected) seen.set(`${interval.best} ${interval.worst}`, (seen.get(`${interval.best} ${interval.worst}`) ?? 0) + 1);
  }), runs(300));
  // Every kind of answer was among them.
  expect(["cleared cleared", "conditional conditional", "blocked blocked", "cleared blocked", "conditional blocked"].filter((key) => (seen.get(key) ?? 0) < 20)).toEqual([]);
});
