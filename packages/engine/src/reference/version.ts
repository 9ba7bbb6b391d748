import type { Instrument } from "@cleartitle/norms";
import { indexOf } from "./graph-index.js";
import { withIncorporated } from "./incorporated.js";
import type { Env } from "./scene.js";

const cache = new WeakMap<Env["world"], ReadonlyMap<string, readonly Instrument[]>>();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const begins = (i: Instrument): string => i.inForce?.from ?? "";

/** All recorded versions of one text, linked by `supersedes`, oldest first. A text that nobody revised is its only version. */
function versionsOf(env: Env, instrument: Instrument): readonly Instrument[] {
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

/**
 * The version of a text that speaks to a party's act: what it accepted (`as-accepted`), or what stood on the day of the act. A version that was
 * accepted and that nobody recorded makes all that the text could say of the act unknown.
 */
export function versionFor(env: Env, instrument: Instrument, party: string, date: string | null): Instrument {
  if (instrument.termsVersion === undefined) return instrument;
  const versions = versionsOf(env, instrument);
  if (instrument.termsVersion !== "as-accepted") return versions.length === 1 ? instrument : (inForceOn(env, versions, date) ?? instrument);
  const ids = new Set(versions.map((v) => v.id));
  const accepted = env.world.graph.acceptances.filter((a) => ids.has(a.instrument) && a.party === party && (date === null || a.on === null || a.on <= date));
  const last = accepted.toSorted((a, b) => compare(a.on ?? "", b.on ?? ""))[accepted.length - 1];
  if (last === undefined) return instrument;
  const named = versions.find((v) => last.version !== null && v.version === last.version);
  if (named !== undefined) return whole(env, named, instrument);
  if (last.version === null) return versions.length === 1 ? instrument : (inForceOn(env, versions, last.on) ?? instrument);
  return { ...instrument, unsupported: [...(instrument.unsupported ?? []), { what: `the version \`${last.version}\` that was accepted is not recorded`, cite: `acceptance by ${party}` }] };
}

function inForceOn(env: Env, versions: readonly Instrument[], date: string | null): Instrument | null {
  const found = versions.filter((v) => date === null || begins(v) <= date).at(-1);
  return found === undefined ? null : whole(env, found, null);
}

const whole = (env: Env, version: Instrument, known: Instrument | null): Instrument => (known?.id === version.id ? known : withIncorporated(env.world, version));

/** What a party did once in the life of a text counts for every version of it. */
export function acceptancesOf(env: Env, instrument: Instrument): Env["world"]["graph"]["acceptances"] {
  const ids = new Set(versionsOf(env, instrument).map((v) => v.id));
  return env.world.graph.acceptances.filter((a) => ids.has(a.instrument));
}

/** Instruments that cover an asset by name, in the graph's order. */
export function covering(env: Env, asset: string): readonly Instrument[] {
  return (indexOf(env.world.graph).coveredBy.get(asset) ?? []).flatMap((id) => env.world.graph.instruments.get(id) ?? env.world.catalogue.instruments.get(id) ?? []);
}
