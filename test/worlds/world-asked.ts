import type { World } from "@cleartitle/engine";
import type { PersistenceRow } from "@cleartitle/norms";
import * as fc from "fast-check";
import { linesOf } from "../../packages/engine/src/reference/lines.js";
import { placesOf } from "../../packages/engine/src/reference/places.js";
import { adoptedOption } from "../../packages/engine/src/reference/positions.js";
import type { Act } from "../../packages/engine/src/act.js";
import type { Env } from "../../packages/engine/src/reference/scene.js";
import { condition } from "./norm-arbitrary.js";
import { assetKinds, dates, derivationKinds, maybe, one, period, some } from "./vocabulary.js";
import { asked, randomWorld, type RandomWorld, worldOf } from "./world-arbitrary.js";

type Raw = Record<string, unknown>;

/**
 * A random world with many ways from one asset to another, with contested questions taken by place, and under a table of persistence that
 * may begin with random rows, so that every test of a condition is met.
 */
export interface StrangeWorld {
  readonly world: RandomWorld;
  readonly rows: readonly PersistenceRow[];
  readonly derivations: readonly Raw[];
  readonly said: readonly Raw[];
  readonly positions: Raw;
  readonly laws: readonly Raw[];
}

const layers = ["copyright", "related", "personal-data"] as const;
const row = fc.record({
  layer: fc.oneof(fc.constant("any" as const), some(layers)), source: fc.oneof(fc.constant("any" as const), some(assetKinds, 3)),
  derivation: fc.oneof(fc.constant("any" as const), some(derivationKinds, 6)), persists: condition,
}) as fc.Arbitrary<PersistenceRow>;

/** Edges between any two assets, most of them forward and by few kinds, so that ways of one length compete. */
const edges = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(
  fc.tuple(fc.uniqueArray(one(assets), { minLength: 2, maxLength: 2 }), fc.integer({ min: 0, max: 11 }), one(["copy", "copy", "merge", "train", "generate", ...derivationKinds]), maybe(fc.oneof(one(dates), period))),
  { maxLength: 14 },
).map((list) => list.map(([touched, back, by, on], i) => {
  const [from, to] = back === 0 ? touched.toSorted().toReversed() : touched.toSorted();
  return { id: `way-${i}`, from: [from], to, by, who: "us", ...(on === undefined ? {} : { on }) };
}));
const facts = (assets: readonly string[]): fc.Arbitrary<Raw[]> => fc.array(fc.tuple(one(assets), one(["model.memorises", "output.recognizable-elements"]), fc.boolean()), { maxLength: 4 })
  .map((list) => list.map(([about, fact, value], i) => ({ id: `said-${i}`, about, what: `fact:${fact}`, value, rung: "declared" })));
/** Contested questions of the real table. */
const contested = fc.dictionary(one(["US", "DE", "FR", "EU"]), one(["yes", "undecided", "no_copy_stored", "yes_if_simple_prompts_return_work"]), { maxKeys: 3 })
  .map((byPlace) => (Object.keys(byPlace).length === 0 ? {} : { model_weights_as_copy: byPlace }));

/** Rules that presume a fact, one of them on the ground of another fact that may itself be presumed. */
const presuming = (id: string, fact: string, ground: string | null): Raw => ({
  id, kind: "statute", title: id, source: [{ what: "a random world", where: "test/differential" }], reviewed: "2026-01-01", verified: "primary", jurisdiction: "WORLD", authority: [id], authorityKind: "statute", confidence: "settled",
  norms: [{ id: "p", cite: "art. p", presume: { fact, is: true }, ...(ground === null ? {} : { if: { fact: ground, is: true } }) }],
});
const presumptions = fc.subarray([presuming("presumes-0", "model.memorises", "output.recognizable-elements"), presuming("presumes-1", "output.recognizable-elements", null)]);

export const strangeWorld: fc.Arbitrary<StrangeWorld> = randomWorld.chain((world) => {
  const assets = world.title.assets.map((a) => String(a["id"]));
  return fc.record({
    world: fc.constant(world), rows: fc.oneof(fc.constant([]), fc.array(row, { minLength: 1, maxLength: 4 })), derivations: edges(assets), said: facts(assets), positions: contested, laws: presumptions,
  });
});

/** The act of the use that is asked, the surroundings as the reference sees them, and every place asked. */
export interface Posed {
  readonly world: World;
  readonly act: Act;
  readonly env: Env;
  readonly atoms: readonly string[];
}

export function pose({ world: random, rows, derivations, said, positions, laws }: StrangeWorld): Posed {
  const { title } = random;
  const plain = worldOf({
    laws: [...random.laws, ...laws],
    title: { ...title, derivations: [...title.derivations, ...derivations], statements: [...title.statements, ...said], positions: { ...title.positions, ...positions } },
  });
  const { taxonomies } = plain.catalogue;
  const world: World = { ...plain, catalogue: { ...plain.catalogue, taxonomies: { ...taxonomies, persistence: [...rows, ...taxonomies.persistence] } } };
  const use = world.graph.uses.get(asked)!;
  const act: Act = {
    id: use.name, tense: "present", object: use.of, actions: use.actions, actor: use.actor, date: use.on, purposes: use.purpose, fields: use.field, recipients: use.recipients.map((r) => r.role),
    hosted: use.hosted, facts: use.facts, scale: use.scale, derivation: null, named: use.named,
  };
  const env: Env = {
    world, lines: linesOf(world), asOf: use.on, knownAt: "9999-12-31T23:59:59Z", presume: world.graph.profile !== "strict",
    position: (id, territory) => adoptedOption(world, world.graph.profile, use.on, id, territory), presumed: () => undefined,
  };
  const atoms = [...new Set([...use.in, ...use.recipients.flatMap((r) => r.in)].flatMap((p) => [...(placesOf(world).atomsOf(p, use.on) ?? [])]))].toSorted();
  return { world, act, env, atoms };
}

/** Runs of a differential test; `CLEARTITLE_RUNS` times as many in a soak, `CLEARTITLE_SEED` for others. `later`: other worlds than those of the seed itself. */
export const runs = (each: number, later = 0) => ({ numRuns: Math.max(1, Math.round(each * Number(process.env["CLEARTITLE_RUNS"] ?? 1))), seed: Number(process.env["CLEARTITLE_SEED"] ?? 20261121) + later });

/** A guard against what does not end, not a measure: the machine may be shared. */
export const patience = { timeout: 900_000 * Math.max(1, Number(process.env["CLEARTITLE_RUNS"] ?? 1)) };
