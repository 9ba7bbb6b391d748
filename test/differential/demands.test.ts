import { placeIndex } from "@cleartitle/catalogue";
import { canonicalJson, layers, type Layer } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coreOf } from "../../packages/engine/src/compiled/judge/core.js";
import { demandsIn } from "../../packages/engine/src/compiled/judge/demands.js";
import type { Place } from "../../packages/engine/src/compiled/judge/spot.js";
import { Standpoint, stateKey } from "../../packages/engine/src/compiled/judge/standpoint.js";
import { WayBook } from "../../packages/engine/src/compiled/judge/way-book.js";
import { defaultBudget } from "../../packages/engine/src/compiled/over-budget.js";
import { momentOf } from "../../packages/engine/src/compiled/state/moment.js";
import { demandsOf } from "../../packages/engine/src/reference/demand.js";
import { patience, pose, runs, strangeWorld, type Posed } from "../worlds/world-asked.js";

type Line = { asset: string; layer: Layer; action: string; persists: string; path: readonly string[] };

const states = [null, "covered", "open", "unknown", "cured"] as const;
/** Some state of earlier acts for each asset, the same for both. */
const history = (asset: string, layer: string) => states[Buffer.from(asset + layer).reduce((sum, byte) => sum + byte, 0) % states.length]!;

const inOrder = (lines: readonly Line[]): Line[] =>
  lines.map(({ asset, layer, action, persists, path }) => ({ asset, layer, action, persists, path }))
    .toSorted((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer) || (a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : a.action < b.action ? -1 : 1));

const referenceSays = ({ act, env, atoms }: Posed): Record<string, Line[]> =>
  Object.fromEntries(atoms.map((atom) => [atom, inOrder(demandsOf(act, atom, env, history))] as const));

function compiledSays({ world, act, env, atoms }: Posed): Record<string, Line[]> {
  const { asOf, knownAt, presume } = env;
  const standpoint = new Standpoint({ world, asOf, profile: world.graph.profile });
  standpoint.conservative = !presume;
  const core = coreOf(world, knownAt, defaultBudget);
  standpoint.states = new Map(core.graph.nodes.flatMap((asset) => layers.flatMap((layer) => {
    const state = history(asset, layer);
    return state === null ? [] : [[stateKey(asset, layer), state] as const];
  })));
  const places = atoms.map((atom): Place => ({ core, standpoint, act, at: momentOf(act.date, asOf), asOf, knownAt, atom, here: null, things: null }));
  return Object.fromEntries(demandsIn(places, new WayBook(core.graph.nodes)).map((demands, i) => [atoms[i]!, inOrder(demands)] as const));
}

test("present demands, their strength and their witnesses are those of the reference in every place", patience, () => {
  const seen = new Map<string, number>();
  const count = (key: string, n: number): void => void seen.set(key, (seen.get(key) ?? 0) + n);
  fc.assert(fc.property(strangeWorld, (strange) => {
    const posed = pose(strange);
    const [found, expected] = [compiledSays(posed), referenceSays(posed)];
    expect(canonicalJson(found)).toBe(canonicalJson(expected));
    const lines = Object.values(expected).flat();
    count("upstream", lines.filter((l) => l.path.length > 1).length);
    count("unknown", lines.filter((l) => l.persists === "unknown").length);
    count("other layers", lines.filter((l) => l.layer !== "copyright").length);
    count("far", lines.filter((l) => l.path.length > 3).length);
    const places = Object.values(expected).map((each) => canonicalJson(each));
    count("differs by place", places.some((each) => each !== places[0]) ? 1 : 0);
  }), runs(400));
  // The worlds are worth comparing: matter of others is met, surely and perhaps, in several layers, and not alike in every place.
  expect(["upstream", "unknown", "far", "other layers", "differs by place"].filter((key) => (seen.get(key) ?? 0) <= 20)).toEqual([]);
});

test("of more places than a machine word has bits, each has the demands that the reference finds there", patience, () => {
  let most = 0;
  fc.assert(fc.property(strangeWorld, (strange) => {
    const posed = pose(strange);
    const everywhere: Posed = { ...posed, atoms: placeIndex(posed.world.catalogue).atoms };
    most = Math.max(most, everywhere.atoms.length);
    expect(canonicalJson(compiledSays(everywhere))).toBe(canonicalJson(referenceSays(everywhere)));
  }), runs(12));
  expect(most).toBeGreaterThan(200);
});
