import type { Instrument } from "@cleartitle/norms";
import { indexOf } from "./graph-index.js";
import { withIncorporated } from "./incorporated.js";
import type { Env } from "./scene.js";
import { lacking, standingOn, upToDate, versionsOf } from "./version-line.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The version of a text that speaks to a party's act: what it accepted (`as-accepted`), or what stood on the day of the act. A version that was
 * accepted and that nobody recorded, or an amendment of which nobody recorded the words, makes all that the text could say of the act unknown.
 */
export function versionFor(env: Env, instrument: Instrument, party: string, date: string | null): Instrument {
  const versions = versionsOf(env, instrument);
  const asAccepted = instrument.termsVersion === "as-accepted";
  const last = instrument.termsVersion === undefined ? undefined : lastAcceptance(env, versions, party, date);
  if (asAccepted && last === undefined) return instrument;
  const named = versions.find((v) => last !== undefined && last.version !== null && v.version === last.version);
  if (last !== undefined && last.version !== null && named === undefined) {
    return lacking(instrument, `the version \`${last.version}\` that was accepted is not recorded`, `acceptance by ${party}`);
  }
  if (asAccepted && named !== undefined) return named.id === instrument.id ? instrument : withIncorporated(env, named, date);
  // Whoever accepted once is bound by the text of that day; a text that nobody revised stands as it is.
  const day = asAccepted ? last!.on : date;
  const standing = instrument.termsVersion === undefined ? null : standingOn(versions, day);
  return whole(env, upToDate(env, versions, standing === null || standing.id === instrument.id ? instrument : standing, day), instrument, date);
}

/** The last acceptance of any version of a text by a party, by a date. */
function lastAcceptance(env: Env, versions: readonly Instrument[], party: string, date: string | null): Env["world"]["graph"]["acceptances"][number] | undefined {
  const ids = new Set(versions.map((v) => v.id));
  const accepted = env.world.graph.acceptances.filter((a) => ids.has(a.instrument) && a.party === party && (date === null || a.on === null || a.on <= date));
  return accepted.toSorted((a, b) => compare(a.on ?? "", b.on ?? ""))[accepted.length - 1];
}

/** A version with what it takes in; the one that was asked for has that already. */
function whole(env: Env, version: Instrument, known: Instrument, date: string | null): Instrument {
  if (known.id !== version.id) return withIncorporated(env, version, date);
  return versionsOf(env, known).includes(version) ? known : version;
}

/** What a party did once in the life of a text counts for every version of it. */
export function acceptancesOf(env: Env, instrument: Instrument): Env["world"]["graph"]["acceptances"] {
  const ids = new Set(versionsOf(env, instrument).map((v) => v.id));
  return env.world.graph.acceptances.filter((a) => ids.has(a.instrument));
}

/** Instruments that cover an asset by name, in the graph's order. */
export function covering(env: Env, asset: string): readonly Instrument[] {
  return (indexOf(env.world.graph).coveredBy.get(asset) ?? []).flatMap((id) => env.world.graph.instruments.get(id) ?? env.world.catalogue.instruments.get(id) ?? []);
}
