import type { Instrument } from "@cleartitle/norms";
import type { Act } from "../act.js";
import { takesIn } from "../judgment/contribution.js";
import { indexOf } from "./graph-index.js";
import { groupOf } from "./quantities.js";
import type { Env } from "./scene.js";
import { readingsOf } from "./license-reading.js";
import { wholeOf } from "./matter.js";
import { kindsOfParty } from "./told.js";
import { acceptancesOf } from "./version.js";

/** Whether a party's group offers a text by which others license to it what they publish. On a day that nobody recorded nobody else surely belonged to the group. */
export function isPlatformOf(env: Env, instrument: Instrument, party: string, date: string | null): boolean {
  if (instrument.licensor === undefined || !takesIn(instrument)) return false;
  return date === null ? party === instrument.licensor : groupOf(env, party, date).has(instrument.licensor);
}

/** How a party is bound by an instrument at an instant; null: not bound. Hops are changes of party, never derivations. */
export function boundHow(env: Env, party: string, instrument: Instrument, date: string | null): string | null {
  const group = groupOf(env, party, date);
  // Nobody owes to itself what it asks of those who publish on its platform.
  if (isPlatformOf(env, instrument, party, date)) return null;
  if (instrument.licensee === party || (instrument.kind === "agreement" && instrument.licensor === party)) return "signature";
  const accepted = acceptancesOf(env, instrument).filter((a) => (date === null || a.on === null || a.on <= date));
  if (accepted.some((a) => a.party === party)) return "acceptance";
  const reachesAffiliates = instrument.bindsBy.includes("affiliate");
  if (reachesAffiliates && accepted.some((a) => group.has(a.party))) return "affiliate";
  if (reachesAffiliates && instrument.licensee !== undefined && group.has(instrument.licensee)) return "affiliate";
  const employed = instrument.bindsBy.includes("employer") && kindsOfParty(env, party, date).includes("individual");
  if (employed && (accepted.some((a) => group.has(a.party)) || (instrument.licensee !== undefined && group.has(instrument.licensee)))) return "employer";
  if (instrument.kind === "policy" && instrument.licensor !== undefined && group.has(instrument.licensor)) return "own policy";
  if (instrument.bindsBy.includes("reliance") && relies(env, party, instrument, date)) return "reliance";
  return null;
}

/** How whoever acts is bound: as it is bound itself, or, having got the thing from somebody who is, by a text that goes on to recipients. */
export function boundInAct(env: Env, act: Act, instrument: Instrument): string | null {
  const own = boundHow(env, act.actor, instrument, act.date);
  if (own !== null || act.handedBy === undefined || !instrument.bindsBy.includes("flow-down")) return own;
  return boundHow(env, act.handedBy, instrument, act.date) === null ? null : "flow-down";
}

/** The party acted on an asset for which no other basis than this instrument is recorded. */
function relies(env: Env, party: string, instrument: Instrument, date: string | null): boolean {
  const index = indexOf(env.world.graph);
  const before = (on: string | null): boolean => date === null || on === null || on <= date;
  const onlyBasis = (asset: string): boolean => {
    if (index.titleOf.get(asset)?.some((t) => t.to === party) === true) return false;
    const readings = readingsOf(env, asset, wholeOf(env, asset), date);
    return readings.length > 0 && readings.every((r) => r.options.length > 0 && r.options.every((o) => o.some((n) => n.instrument?.id === instrument.id)));
  };
  for (const derivation of index.derivationsBy.get(party) ?? []) {
    if (before(derivation.during.from) && derivation.from.some(onlyBasis)) return true;
  }
  for (const asset of index.acquiredBy.get(party) ?? []) {
    if (asset.acquired.some((a) => a.who === party && before(a.on)) && onlyBasis(asset.id)) return true;
  }
  return false;
}
