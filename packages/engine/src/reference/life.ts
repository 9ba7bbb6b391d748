import { addDuration, type Instrument, type Norm } from "@cleartitle/norms";
import type { End, Life } from "../judgment/life.js";
import { indexOf } from "./graph-index.js";
import { groupOf } from "./quantities.js";
import type { Env } from "./scene.js";

const inForce: Life = { state: "in-force" };

/** Folds the events known by `knownAt` into the state of an instrument for a party. The engine alleges breach; only a person or rule concludes it. */
export function lifeOf(env: Env, instrument: Instrument, party: string, date: string | null): Life {
  if (date === null) return undated(env, instrument);
  const from = instrument.term?.from;
  if (from !== undefined && date < from) return { state: "not-yet", why: `begins on ${from}` };
  const group = groupOf(env, party, date);
  const events = (indexOf(env.world.graph).eventsOf.get(instrument.id) ?? [])
    .filter((e) => (e.party === null || group.has(e.party)) && e.on <= date && e.recordedAt <= env.knownAt)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  let life: Life = inForce;
  for (const event of events) {
    if (event.kind === "terminated") life = { state: "ended", by: "termination", why: `terminated on ${event.on}`, on: event.on };
    if (event.kind === "withdrawn") life = { state: "ended", by: "withdrawal", why: `withdrawn on ${event.on}`, on: event.on };
    if (event.kind === "breach-concluded" && endsOnBreach(instrument, event.on, date, events)) {
      life = { state: "ended", by: "termination", why: `breach concluded on ${event.on}`, on: event.on };
    }
    if (event.kind === "litigation" && instrument.norms.some((n) => n.kind === "terminate" && n.terminate.on === "litigation" && n.terminate.how === "automatic")) {
      life = { state: "ended", by: "termination", why: `litigation on ${event.on}`, on: event.on };
    }
    if (event.kind === "reinstated") life = inForce;
  }
  const to = instrument.term?.to;
  if (life.state === "in-force" && to !== undefined && date > to) return { state: "ended", by: "term", why: `ended on ${to}`, on: to };
  return life;
}

const ending = new Set(["terminated", "withdrawn", "breach-concluded", "litigation"]);

/** Of an act without a date only an instrument that never began or ended late can be said to have been in force. */
function undated(env: Env, instrument: Instrument): Life {
  const bounded = instrument.term !== undefined || env.world.graph.events.some((e) => e.of === instrument.id && ending.has(e.kind));
  return bounded ? { state: "undated", why: "the act has no recorded date" } : inForce;
}

/** A concluded breach ends the rights by itself only where the text says so, and not while or after it is cured in time. */
function endsOnBreach(instrument: Instrument, breach: string, date: string, events: readonly { kind: string; on: string }[]): boolean {
  return instrument.norms.some((n) => {
    if (n.kind !== "terminate" || n.terminate.on !== "breach" || n.terminate.how !== "automatic") return false;
    if (n.terminate.cure === undefined) return !(n.terminate.reinstates === true && events.some((e) => e.kind === "cured" && e.on >= breach));
    const deadline = addDuration(breach, n.terminate.cure);
    const cured = events.some((e) => e.kind === "cured" && e.on >= breach && (deadline === null || e.on <= deadline));
    return !cured && (deadline === null || date > deadline);
  });
}

/** Whether a norm still speaks after the end: irrevocable by its words, or named by a `survive` whose condition the caller tests. */
export function survivors(instrument: Instrument, norm: Norm, by: End): readonly (Norm & { kind: "survive" })[] {
  return instrument.norms.filter((n): n is Norm & { kind: "survive" } => n.kind === "survive" && n.survive.norms.includes(norm.id) && n.survive.after.includes(by));
}
