import type { Instrument, ReachCell, Role } from "@cleartitle/norms";
import type { World } from "../world.js";
import type { Edge, Lines } from "./lines.js";
import { ownEntry } from "./own-entry.js";
import { nothingDone, Replay } from "./replay.js";
import type { Env } from "./scene.js";

/** The part that a node plays for an instrument attached upstream, with the part its matter played before the text changed its name. */
export interface Played {
  readonly role: Role | "silent";
  /** Last role in which the matter itself stood (a product still contains materials). */
  readonly inner: Role;
}

const materials: Played = { role: "materials", inner: "materials" };

interface Arrival extends Played {
  readonly earliest: string | null;
}

const cache = new WeakMap<World, Replay<ReadonlyMap<string, readonly Played[]>>>();

/** Whether parts under a text turn on a position, and with it on the place and on who asks; else they are those of the world, however it is looked at. */
const turnsOnPositions = (instrument: Instrument): boolean => Object.values(instrument.reach).some((row) => Object.values(row).some((cell) => typeof cell !== "string"));

/** Where a claim starts and what it is asked for: nothing that is not on the way from the one to the other is looked at. */
interface Way {
  readonly asset: string;
  readonly object: string;
}

/**
 * Roles of every node between `asset` and `object` for `instrument`, in one territory. Claims flow only along derivations in time order.
 * Set-based: a node is visited once per role and earliest arrival.
 */
export function rolesFrom(way: Way, instrument: Instrument, territory: string, env: Env): ReadonlyMap<string, readonly Played[]> {
  let kept = cache.get(env.world);
  if (kept === undefined) cache.set(env.world, (kept = new Replay()));
  const name = `${way.asset}\u0000${way.object}\u0000${instrument.id}\u0000${turnsOnPositions(instrument) ? territory : ""}`;
  return kept.of(name, { env, history: nothingDone }, (watched) => new Map([...flow(way, instrument, territory, watched.env)].map(([node, list]) => [node, distinct(list)] as const)));
}

const cones = new WeakMap<Lines, Map<string, ReadonlySet<string>>>();

/** The object and everything that it came from. */
function coneOf(object: string, env: Env): ReadonlySet<string> {
  let kept = cones.get(env.lines);
  if (kept === undefined) cones.set(env.lines, (kept = new Map()));
  const known = kept.get(object);
  if (known !== undefined) return known;
  const cone = new Set([object]);
  for (const node of cone) for (const edge of env.lines.into.get(node) ?? []) cone.add(edge.source);
  kept.set(object, cone);
  return cone;
}

function flow({ asset, object }: Way, instrument: Instrument, territory: string, env: Env): Map<string, Arrival[]> {
  const cone = coneOf(object, env);
  const arrivals = new Map<string, Arrival[]>([[asset, [{ role: materials.role, inner: materials.inner, earliest: null }]]]);
  const queue: string[] = [asset];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const edge of outOf(node, cone, env)) {
      for (const from of arrivals.get(node) ?? []) {
        const { from: start, to: end } = edge.derivation.during;
        const last = end ?? start;
        if (from.earliest !== null && last !== null && last < from.earliest) continue;
        const played = after(from, edge.kind, instrument, territory, env);
        const arrival: Arrival = { role: played.role, inner: played.inner, earliest: later(from.earliest, start) };
        const there = arrivals.get(edge.result) ?? [];
        if (there.some((a) => a.role === arrival.role && a.inner === arrival.inner && noLater(a.earliest, arrival.earliest))) continue;
        arrivals.set(edge.result, [...there, arrival]);
        queue.push(edge.result);
      }
    }
  }
  return arrivals;
}

const onWay = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly Edge[]>>();

/** The derivations from a node into the cone, found from within it: a model that thousands use has thousands of others. */
function outOf(node: string, cone: ReadonlySet<string>, env: Env): readonly Edge[] {
  let within = onWay.get(cone);
  if (within === undefined) {
    const edges = new Map<string, Edge[]>();
    for (const result of cone) {
      for (const edge of env.lines.into.get(result) ?? []) {
        const list = edges.get(edge.source);
        if (list === undefined) edges.set(edge.source, [edge]);
        else list.push(edge);
      }
    }
    onWay.set(cone, (within = edges));
  }
  return within.get(node) ?? [];
}

const later = (a: string | null, b: string | null): string | null => (a === null ? b : b === null || a > b ? a : b);
const noLater = (a: string | null, b: string | null): boolean => a === null || (b !== null && a <= b);

const order = (p: Played): string => `${p.role}/${p.inner}`;
function distinct(list: readonly Played[]): Played[] {
  const seen = new Map(list.map((p) => [order(p), { role: p.role, inner: p.inner }] as const));
  return [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p);
}

/** The role after one more derivation. A text that has no row for a role lets it behave as its materials do. */
function after(played: Played, kind: string, instrument: Instrument, territory: string, env: Env): Played {
  const role = played.role === "silent" ? played.inner : played.role;
  const row = instrument.reach[role];
  const cell: ReachCell | undefined = ownEntry(row, kind) ?? (row === undefined && (role === "modification" || role === "derivative") ? derivedCell(instrument, kind, role) : undefined);
  if (cell === undefined) {
    const unsaid = env.world.catalogue.taxonomies.derivationKinds.get(kind)?.unsaid;
    if (unsaid === "same") return played;
    return { role: unsaid === "product" && played.role !== "silent" ? "product" : "silent", inner: played.inner };
  }
  const value = typeof cell === "string" ? cell : ownEntry(cell.options, env.position(cell.position, territory) ?? "") ?? "silent";
  if (value === "silent") return { role: "silent", inner: played.inner };
  const contained = value === "product" || value === "free";
  return { role: value, inner: contained ? played.inner : value };
}

/** What is made from a derivative as it would be from the materials, but never closer to the materials again. */
function derivedCell(instrument: Instrument, kind: string, role: Role): ReachCell | undefined {
  const cell = ownEntry(instrument.reach.materials, kind);
  return cell === "modification" || cell === "materials" ? role : cell;
}
