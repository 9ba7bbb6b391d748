import type { Instrument } from "@cleartitle/norms";
import { isBy } from "@cleartitle/title";
import { indexOf } from "./graph-index.js";
import type { Env } from "./scene.js";

const cache = new WeakMap<Env["world"], ReadonlyMap<string, readonly Instrument[]>>();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const begins = (i: Instrument): string => i.inForce?.from ?? "";

/** All recorded versions of one text, linked by `supersedes`, oldest first. A text that nobody revised is its only version. */
export function versionsOf(env: Env, instrument: Instrument): readonly Instrument[] {
  let known = cache.get(env.world);
  if (known === undefined) cache.set(env.world, (known = lines(env)));
  return known.get(instrument.id) ?? [instrument];
}

/** Lines of versions by the id of each member; only what supersedes something or is superseded is in one. */
function lines(env: Env): Map<string, readonly Instrument[]> {
  const all = new Map<string, Instrument>([...env.world.catalogue.instruments, ...env.world.graph.instruments]);
  const line = new Map<string, Set<string>>();
  for (const { id, supersedes } of all.values()) {
    if (supersedes === undefined || !all.has(supersedes)) continue;
    const joined = new Set([id, supersedes, ...(line.get(id) ?? []), ...(line.get(supersedes) ?? [])]);
    for (const member of joined) line.set(member, joined);
  }
  return new Map([...line].map(([id, members]) => [id, [...members].map((m) => all.get(m)!).toSorted((a, b) => compare(begins(a), begins(b)) || compare(a.id, b.id))] as const));
}

/** The version that stood on a date; null: all recorded ones are later. */
export const standingOn = (versions: readonly Instrument[], date: string | null): Instrument | null => versions.filter((v) => date === null || begins(v) <= date).at(-1) ?? null;

/** A text with what is known to be missing of it. */
export const lacking = (instrument: Instrument, what: string, cite: string): Instrument =>
  instrument.unsupported?.some((u) => u.what === what && u.cite === cite) === true ? instrument : { ...instrument, unsupported: [...(instrument.unsupported ?? []), { what, cite }] };

/**
 * A version of a text as of a date: once it is recorded that the text was amended, the version that begins with the amendment; where nobody recorded what
 * the text has said from then on, all that it could touch is unknown.
 */
export function upToDate(env: Env, versions: readonly Instrument[], version: Instrument, date: string | null): Instrument {
  const { eventsOf } = indexOf(env.world.graph);
  const amended = versions.flatMap((v) => eventsOf.get(v.id) ?? []).filter((e) => e.kind === "amended" && (date === null || e.on <= date) && isBy(e.recordedAt, env.knownAt));
  const last = amended.map((e) => e.on).toSorted(compare).at(-1);
  if (last === undefined) return version;
  return standingOn(versions.filter((v) => begins(v) >= last), date) ?? lacking(version, `what \`${version.id}\` says since it was amended on ${last} is not recorded`, `amendment of ${last}`);
}
