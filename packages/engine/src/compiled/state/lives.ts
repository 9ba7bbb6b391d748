import { addDuration, and, type Instrument, type Layer, listsBy, type NormOf, or, type Truth, truthOf } from "@cleartitle/norms";
import { isBy, type LifeEvent, type Period, type Suit, type TitleGraph } from "@cleartitle/title";
import type { End, Life } from "../../judgment/life.js";
import { countUntil } from "./date-classes.js";
import type { Groups } from "./groups.js";

const inForce: Life = { state: "in-force" };
const undated: Life = { state: "unsure", why: "the act has no recorded date" };
const ending: ReadonlySet<string> = new Set(["terminated", "withdrawn", "breach-concluded", "litigation", "noticed", "crossed"]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is recorded of a text's life, in time order. */
interface Recorded {
  readonly events: readonly LifeEvent[];
  readonly days: readonly string[];
  /** Whether anything, known by then or not, may have ended it. */
  readonly mayEnd: boolean;
}

const nothing: Recorded = { events: [], days: [], mayEnd: false };

/** Lives of instruments by what was known at an instant. Breach is alleged by whoever; only what is concluded ends rights. */
export class Lives {
  readonly #groups: Groups;
  readonly #recorded: ReadonlyMap<string, Recorded>;

  constructor({ events }: TitleGraph, groups: Groups, knownAt: string) {
    this.#groups = groups;
    this.#recorded = new Map([...listsBy(events, (event) => [event.of])].map(([id, list]) => {
      const known = list.filter((each) => isBy(each.recordedAt, knownAt)).toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
      return [id, { events: known, days: known.map((each) => each.on), mayEnd: list.some((each) => ending.has(each.kind)) }] as const;
    }));
  }

  /** Whether anything is recorded of the thing, known by then or not. */
  hasEvents(id: string): boolean {
    return this.#recorded.has(id);
  }

  /** Events of a thing that were known, in time order. */
  eventsOf(id: string): readonly LifeEvent[] {
    return (this.#recorded.get(id) ?? nothing).events;
  }

  /**
   * Whether on some day of a period a breach of a text by a party may stand concluded: what was put right counts unless that was surely before it. Whether one that
   * is only alleged counts as well is asked where there is one.
   */
  isInBreach(text: string, party: string, { from, to }: Period, fears: () => boolean): boolean {
    const { events, days } = this.#recorded.get(text) ?? nothing;
    if (events.length === 0) return false;
    const group = this.#groups.of(party, to);
    let [breach, alleged, cure] = ["", "", ""];
    for (const { kind, on, party: whose } of to === null ? events : events.slice(0, countUntil(days, to, true))) {
      if (whose !== null && !group.has(whose)) continue;
      if (kind === "breach-concluded") breach = on;
      else if (kind === "breach-alleged") alleged = on;
      else if ((kind === "cured" || kind === "reinstated") && from !== null && on <= from) cure = on;
    }
    return breach > cure || (alleged > cure && fears());
  }

  /** `publisher`: who published the thing, and is the licensor where the text names none. As far as rights in a layer go; null: the text as such, which goes on where only rights in some layers end. */
  of(text: Instrument, party: string, date: string | null, layer: Layer | null, publisher: string | null): Life {
    const { events, days, mayEnd } = this.#recorded.get(text.id) ?? nothing;
    const { term } = text;
    // Of an act without a date only a text that never began or ended late can be said to have been in force.
    if (date === null) return term !== undefined || mayEnd ? undated : inForce;
    if (term?.from !== undefined && date < term.from) return { state: "not-yet", why: `begins on ${term.from}` };
    const until = countUntil(days, date, true);
    const ended = until === 0 ? null : this.#endOf(clausesOf(text, layer), events.slice(0, until), text.licensor ?? publisher, party, date);
    if (ended !== null) return ended;
    return term?.to !== undefined && date > term.to ? { state: "ended", by: "term", why: `ended on ${term.to}`, on: term.to } : inForce;
  }

  /** What the last event that says surely whether it ended says; where none does, what the first says that leaves it open; null: it goes on. */
  #endOf(clauses: readonly Clause[], events: readonly LifeEvent[], licensor: string | null, party: string, date: string): Life | null {
    const group = this.#groups.of(party, date);
    const ours = events.filter((event) => event.party === null || group.has(event.party));
    // Events of a day stand in no order: where one reinstates and another ends, or may, nobody recorded which came first.
    const reinstated = new Set(ours.flatMap(({ kind, on }) => (kind === "reinstated" ? [on] : [])));
    let [open, since]: [Life | null, string] = [null, ""];
    for (let at = ours.length - 1; at >= 0; at--) {
      const event = ours[at]!;
      const { kind, on } = event;
      // What was before the day of reinstatement is over.
      if (on < since) break;
      if (kind === "reinstated") {
        since = on;
        continue;
      }
      const trigger = triggers.get(kind);
      const isSaid = kind === "terminated" || kind === "withdrawn";
      const effect = isSaid ? "true" : trigger === undefined ? "false" : or(clauses.filter((clause) => clause.on === trigger.on).map((clause) => takesEffect(clause, event, ours, licensor, date)));
      if (effect === "false") continue;
      if (reinstated.has(on)) return { state: "unsure", why: `ended and reinstated on ${on}, and not recorded which came first` };
      if (isSaid) return { state: "ended", by: kind === "terminated" ? "termination" : "withdrawal", why: `${kind} on ${on}`, on };
      if (effect === "true") return { state: "ended", by: "termination", why: `${trigger!.says} on ${on}`, on };
      open = { state: "unsure", why: `${trigger!.says} on ${on}, and not recorded whether it ends the rights` };
    }
    return open;
  }
}

type Clause = NormOf<"terminate">["terminate"];

const triggers: ReadonlyMap<string, { readonly on: Clause["on"]; readonly says: string }> = new Map([
  ["breach-concluded", { on: "breach", says: "breach concluded" }], ["litigation", { on: "litigation", says: "litigation" }],
  ["crossed", { on: "cap", says: "a cap was crossed" }], ["noticed", { on: "convenience", says: "notice was given" }],
]);

const clausesOf = (text: Instrument, layer: Layer | null): readonly Clause[] =>
  text.norms.flatMap((norm) => (norm.kind === "terminate" && (norm.terminate.ends === undefined || (layer !== null && norm.terminate.ends.includes(layer))) ? [norm.terminate] : []));

/** Whether a clause that an event sets off has ended the rights by a date: after its notice and its time, and not of a breach that is or can be cured. */
function takesEffect(clause: Clause, event: LifeEvent, events: readonly LifeEvent[], licensor: string | null, date: string): Truth {
  const from = clause.how === "automatic" ? event.on : (events.find((each) => each.kind === "noticed" && each.on >= event.on)?.on ?? null);
  if (from === null) return "false";
  if (clause.after !== undefined && (addDuration(from, clause.after) ?? from) > date) return "false";
  if (clause.on === "breach") return truthOf(!isCured(clause, event.on, from, date, events));
  return clause.on === "litigation" ? isMeant(clause, event.suit, licensor) : "true";
}

/** Or can still be. Without a time to cure a later cure helps where the text reinstates. */
function isCured({ cure, reinstates }: Clause, breach: string, from: string, date: string, events: readonly LifeEvent[]): boolean {
  const cures = events.filter((event) => event.kind === "cured" && event.on >= breach);
  if (cure === undefined) return reinstates === true && cures.length > 0;
  const last = addDuration(from, cure);
  if (last === null) return cures.length > 0;
  return date <= last || cures.some((event) => event.on <= last);
}

/** A test that a clause makes, where what it reads is recorded. */
const met = (asked: boolean, known: boolean, holds: boolean): Truth => (!asked ? "true" : known ? truthOf(holds) : "unknown");

/** What nobody recorded of a suit leaves open whether it is one that the clause speaks of. */
function isMeant({ claims, against, sparesDefense }: Clause, suit: Suit | undefined, licensor: string | null): Truth {
  return and([
    met(claims !== undefined, suit !== undefined && suit.claims !== null, suit?.claims?.some((layer) => claims?.includes(layer) === true) === true),
    met(against === "licensor", suit !== undefined && suit.against !== null && licensor !== null, suit?.against === licensor),
    met(sparesDefense === true, suit !== undefined && suit.defensive !== null, suit?.defensive === false),
  ]);
}

/** Clauses by which a norm outlasts such an end; what they ask of earlier acts is for the caller to judge. */
export const survivalsOf = (text: Instrument, norm: string, end: End): readonly NormOf<"survive">[] =>
  text.norms.filter((each): each is NormOf<"survive"> & typeof each => each.kind === "survive" && each.survive.norms.includes(norm) && each.survive.after.includes(end));
