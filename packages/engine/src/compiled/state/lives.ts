import { addDuration, type Instrument, type NormOf } from "@cleartitle/norms";
import type { LifeEvent, TitleGraph } from "@cleartitle/title";
import type { End, Life } from "../../judgment/life.js";
import { listsBy } from "../../lists-by.js";
import { countUntil } from "./date-classes.js";
import type { Groups } from "./groups.js";

const inForce: Life = { state: "in-force" };
const undated: Life = { state: "undated", why: "the act has no recorded date" };
const ending: ReadonlySet<string> = new Set(["terminated", "withdrawn", "breach-concluded", "litigation"]);
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
      const known = list.filter((each) => each.recordedAt <= knownAt).toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
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

  of(text: Instrument, party: string, date: string | null): Life {
    const { events, days, mayEnd } = this.#recorded.get(text.id) ?? nothing;
    const { term } = text;
    // Of an act without a date only a text that never began or ended late can be said to have been in force.
    if (date === null) return term !== undefined || mayEnd ? undated : inForce;
    if (term?.from !== undefined && date < term.from) return { state: "not-yet", why: `begins on ${term.from}` };
    const until = countUntil(days, date, true);
    const ended = until === 0 ? null : this.#endOf(text, events.slice(0, until), party, date);
    if (ended !== null) return ended;
    return term?.to !== undefined && date > term.to ? { state: "ended", by: "term", why: `ended on ${term.to}`, on: term.to } : inForce;
  }

  /** What the last event that says anything of the end says; null: it goes on. */
  #endOf(text: Instrument, events: readonly LifeEvent[], party: string, date: string): Life | null {
    const group = this.#groups.of(party, date);
    const ours = events.filter((event) => event.party === null || group.has(event.party));
    for (let at = ours.length - 1; at >= 0; at--) {
      const { kind, on } = ours[at]!;
      if (kind === "reinstated") return null;
      if (kind === "terminated") return { state: "ended", by: "termination", why: `terminated on ${on}`, on };
      if (kind === "withdrawn") return { state: "ended", by: "withdrawal", why: `withdrawn on ${on}`, on };
      if (kind === "litigation" && automatic(text, "litigation").length > 0) return { state: "ended", by: "termination", why: `litigation on ${on}`, on };
      if (kind === "breach-concluded" && automatic(text, "breach").some((clause) => takesEffect(clause, on, date, ours))) {
        return { state: "ended", by: "termination", why: `breach concluded on ${on}`, on };
      }
    }
    return null;
  }
}

/** Clauses by which the text ends by itself. */
const automatic = (text: Instrument, on: "breach" | "litigation"): readonly NormOf<"terminate">["terminate"][] =>
  text.norms.flatMap((norm) => (norm.kind === "terminate" && norm.terminate.on === on && norm.terminate.how === "automatic" ? [norm.terminate] : []));

/** Not while it can still be cured, nor after it was cured in time. Without a time to cure a later cure helps where the text reinstates. */
function takesEffect({ cure, reinstates }: NormOf<"terminate">["terminate"], breach: string, date: string, events: readonly LifeEvent[]): boolean {
  const cures = events.filter((event) => event.kind === "cured" && event.on >= breach);
  if (cure === undefined) return reinstates !== true || cures.length === 0;
  const last = addDuration(breach, cure);
  if (last === null) return cures.length === 0;
  return date > last && cures.every((event) => event.on > last);
}

/** Clauses by which a norm outlasts such an end; what they ask of earlier acts is for the caller to judge. */
export const survivalsOf = (text: Instrument, norm: string, end: End): readonly NormOf<"survive">[] =>
  text.norms.filter((each): each is NormOf<"survive"> & typeof each => each.kind === "survive" && each.survive.norms.includes(norm) && each.survive.after.includes(end));
