import { addDuration, and, type Instrument, type Layer, listsBy, type Norm, type NormOf, type Truth } from "@cleartitle/norms";
import { isBy, type LifeEvent, type Period } from "@cleartitle/title";
import type { End, Life } from "../judgment/life.js";
import { indexOf } from "./graph-index.js";
import { groupOf } from "./quantities.js";
import type { Env } from "./scene.js";

const inForce: Life = { state: "in-force" };

type Terminate = NormOf<"terminate"> & Norm;

/**
 * Folds the events known by `knownAt` into the state of an instrument for a party, as far as its rights in a layer go (null: the instrument as such,
 * which does not end where only rights in some layer do). Where it names no licensor, whoever published the thing is it. The engine alleges breach; only a person or rule concludes it.
 */
export function lifeOf(env: Env, instrument: Instrument, party: string, date: string | null, layer: Layer | null, publisher: string | null): Life {
  if (date === null) return undated(env, instrument);
  const from = instrument.term?.from;
  if (from !== undefined && date < from) return { state: "not-yet", why: `begins on ${from}` };
  const group = groupOf(env, party, date);
  const events = (indexOf(env.world.graph).eventsOf.get(instrument.id) ?? [])
    .filter((e) => (e.party === null || group.has(e.party)) && e.on <= date && isBy(e.recordedAt, env.knownAt))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const ending = instrument.norms.filter((n): n is Terminate => n.kind === "terminate" && (n.terminate.ends === undefined || (layer !== null && n.terminate.ends.includes(layer))));
  const course: Course = { licensor: instrument.licensor ?? publisher, ending, events, date };
  const life = [...listsBy(events, (e) => [e.on]).values()].reduce((before, day) => onDay(before, day, course), inForce);
  const to = instrument.term?.to;
  if (life.state === "in-force" && to !== undefined && date > to) return { state: "ended", by: "term", why: `ended on ${to}`, on: to };
  return life;
}

const ending = new Set(["terminated", "withdrawn", "breach-concluded", "litigation", "noticed", "crossed"]);

/** Of an act without a date only an instrument that never began or ended late can be said to have been in force. */
function undated(env: Env, instrument: Instrument): Life {
  const bounded = instrument.term !== undefined || env.world.graph.events.some((e) => e.of === instrument.id && ending.has(e.kind));
  return bounded ? { state: "unsure", why: "the act has no recorded date" } : inForce;
}

interface Course {
  readonly licensor: string | null;
  readonly ending: readonly Terminate[];
  readonly events: readonly LifeEvent[];
  readonly date: string;
}

/**
 * Whether on some day of a period a breach of the text by a party may stand concluded (at the conservative end also one that is only alleged): one that was put
 * right counts unless that was surely before.
 */
export function isInBreach(env: Env, instrument: Instrument, party: string, { from, to }: Period): boolean {
  const group = groupOf(env, party, to);
  const events = (indexOf(env.world.graph).eventsOf.get(instrument.id) ?? []).filter((e) => (e.party === null || group.has(e.party)) && (to === null || e.on <= to) && isBy(e.recordedAt, env.knownAt));
  return events.some((breach) => (breach.kind === "breach-concluded" || (breach.kind === "breach-alleged" && !env.presume)) && !events.some((e) => (e.kind === "cured" || e.kind === "reinstated") && e.on >= breach.on && from !== null && e.on <= from));
}

/** The events by which a clause on termination is set off. */
const sets: Partial<Record<LifeEvent["kind"], Terminate["terminate"]["on"]>> = { "breach-concluded": "breach", litigation: "litigation", crossed: "cap", noticed: "convenience" };
const said: Partial<Record<LifeEvent["kind"], string>> = { "breach-concluded": "breach concluded", litigation: "litigation", crossed: "a cap was crossed", noticed: "notice was given" };

/** What a day leaves. Its events stand in no order: where one reinstates the rights and another ends them, or may, nobody recorded which came first. */
function onDay(life: Life, events: readonly LifeEvent[], course: Course): Life {
  const others = events.filter((e) => e.kind !== "reinstated");
  const isReinstated = others.length < events.length;
  const left = others.reduce((before, event) => after(before, event, course), isReinstated ? inForce : life);
  return isReinstated && left.state !== "in-force" ? { state: "unsure", why: `ended and reinstated on ${events[0]!.on}, and not recorded which came first` } : left;
}

function after(life: Life, event: LifeEvent, course: Course): Life {
  if (event.kind === "terminated") return { state: "ended", by: "termination", why: `terminated on ${event.on}`, on: event.on };
  if (event.kind === "withdrawn") return { state: "ended", by: "withdrawal", why: `withdrawn on ${event.on}`, on: event.on };
  const each = course.ending.filter((n) => n.terminate.on === sets[event.kind]).map((n) => endsBy(n, event, course));
  const why = `${said[event.kind] ?? event.kind} on ${event.on}`;
  if (each.includes("true")) return { state: "ended", by: "termination", why, on: event.on };
  return each.includes("unknown") && life.state === "in-force" ? { state: "unsure", why: `${why}, and not recorded whether it ends the rights` } : life;
}

/** Whether a clause has ended the rights by an event: with its notice where it asks for one, and not while a breach may be or was cured. */
function endsBy({ terminate }: Terminate, event: LifeEvent, { licensor, events, date }: Course): Truth {
  const notice = terminate.how === "automatic" ? event : events.find((e) => e.kind === "noticed" && e.on >= event.on);
  if (notice === undefined) return "false";
  if (terminate.after !== undefined && date < (addDuration(notice.on, terminate.after) ?? notice.on)) return "false";
  if (terminate.on === "breach" && isCured(terminate, event, notice, events, date)) return "false";
  return terminate.on === "litigation" ? isSuch(terminate, event, licensor) : "true";
}

function isCured(terminate: Terminate["terminate"], breach: LifeEvent, notice: LifeEvent, events: readonly LifeEvent[], date: string): boolean {
  if (terminate.cure === undefined) return terminate.reinstates === true && events.some((e) => e.kind === "cured" && e.on >= breach.on);
  const deadline = addDuration(notice.on, terminate.cure);
  const cured = events.some((e) => e.kind === "cured" && e.on >= breach.on && (deadline === null || e.on <= deadline));
  return cured || (deadline !== null && date <= deadline);
}

/** Whether a suit is one that the clause speaks of: what nobody recorded of it leaves that open. */
function isSuch({ claims, against, sparesDefense }: Terminate["terminate"], { suit }: LifeEvent, licensor: string | null): Truth {
  const tests: Truth[] = [];
  if (claims !== undefined) tests.push(suit?.claims == null ? "unknown" : suit.claims.some((c) => claims.includes(c)) ? "true" : "false");
  if (against === "licensor") tests.push(suit?.against == null || licensor === null ? "unknown" : suit.against === licensor ? "true" : "false");
  if (sparesDefense === true) tests.push(suit?.defensive == null ? "unknown" : suit.defensive ? "false" : "true");
  return and(tests);
}

/** Whether a norm still speaks after the end: irrevocable by its words, or named by a `survive` whose condition the caller tests. */
export function survivors(instrument: Instrument, norm: Norm, by: End): readonly (Norm & { kind: "survive" })[] {
  return instrument.norms.filter((n): n is Norm & { kind: "survive" } => n.kind === "survive" && n.survive.norms.includes(norm.id) && n.survive.after.includes(by));
}
