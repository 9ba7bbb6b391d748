import type { FactValue } from "@cleartitle/norms";
import type { Observation } from "@cleartitle/title";
import type { Scene } from "./scene.js";

/**
 * What observations say about a reservation at the date of the act. A value holds from one observation to the next equal one;
 * before the first, after the last of an earlier day than the act, and between unequal ones it is unknown.
 */
export function reservationFact(scene: Scene, fact: string): FactValue[] {
  if (!fact.startsWith("reservation.")) return [];
  const { env, act, source } = scene;
  if (act.date === null) return [];
  const locator = env.world.graph.assets.get(source)?.source ?? null;
  const seen = env.world.graph.observations
    .filter((o) => o.of === source || o.of === locator)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const observation = standing(seen, act.date);
  if (observation === null) return [];
  const reserved = observation.value === "reserved";
  if (fact === "reservation.expressed") return [reserved];
  if (fact === "reservation.machine_readable") return [reserved && observation.form === "machine-readable"];
  if (fact === "reservation.form") return [reserved ? observation.mechanism : "none"];
  if (fact === "reservation.checked_at") return [observation.at.slice(0, 10)];
  return [];
}

/** The observation that holds on a date: one of that day, or equal ones on both sides of it. */
function standing(observations: readonly Observation[], date: string): Observation | null {
  const before = observations.filter((o) => o.at.slice(0, 10) <= date).at(-1);
  if (before === undefined) return null;
  if (before.at.slice(0, 10) === date) return before;
  const after = observations.find((o) => o.at.slice(0, 10) > date);
  return after !== undefined && after.value === before.value && after.form === before.form ? before : null;
}
