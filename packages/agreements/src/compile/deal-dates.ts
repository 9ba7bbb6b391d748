import { addDuration, isCalendarDate, subtractDuration } from "@cleartitle/norms";
import { fill, type SayValue, type Values } from "../clause/template.js";
import type { DateTemplate } from "../clause/topic.js";

/** A day of the deal. */
export interface DealDate {
  readonly topic: string;
  readonly id: string;
  readonly cite: string;
  readonly what: string;
  /** null: it hangs on something that has no day yet; `waitsFor` says on what. */
  readonly on: string | null;
  readonly waitsFor: string | null;
}

export interface DateDraft {
  readonly topic: string;
  readonly number: number;
  readonly template: DateTemplate;
  readonly values: Values;
  readonly say: SayValue;
}

/** When the deal begins and ends; null: no clause sets it, or it hangs on something. */
export interface Bounds {
  readonly start: string | null;
  readonly end: string | null;
}

function dayOf(text: string, { start, end }: Bounds): string | null {
  if (text === "start") return start;
  if (text === "end") return end;
  return isCalendarDate(text) ? text : null;
}

const moved = (day: string | null, after: string | undefined, before: string | undefined): string | null => {
  const later = day === null || after === undefined ? day : addDuration(day, after);
  return later === null || before === undefined ? later : subtractDuration(later, before);
};

function dated({ topic, number, template, values, say }: DateDraft, bounds: Bounds): DealDate {
  const { on, after, before, what, id, at } = fill(template, values, say) as { readonly [K in keyof DateTemplate]: DateTemplate[K] };
  const day = moved(dayOf(on, bounds), after, before);
  return { topic, id, cite: `${number}.${at}`, what, on: day, waitsFor: day === null ? on : null };
}

/** The bounds that clauses set: the start first, since the end is counted from it. */
export function boundsOf(drafts: readonly DateDraft[]): Bounds {
  const set = (which: "start" | "end", bounds: Bounds): string | null => {
    const found = drafts.find((draft) => draft.template.sets === which);
    return found === undefined ? null : dated(found, bounds).on;
  };
  const start = set("start", { start: null, end: null });
  return { start, end: set("end", { start, end: null }) };
}

/** A first or last day of the deal, as one clause sets it. */
interface BoundDay extends DealDate {
  readonly sets: "start" | "end";
  readonly at: number;
}

/** Every first and last day that clauses set. */
export function boundDaysOf(drafts: readonly DateDraft[]): BoundDay[] {
  const { start } = boundsOf(drafts);
  return drafts.flatMap((draft): BoundDay[] => {
    const { sets, at } = draft.template;
    return sets === undefined ? [] : [{ ...dated(draft, { start: sets === "start" ? null : start, end: null }), sets, at }];
  });
}

/** All days, those without a day last. */
export const datesOf = (drafts: readonly DateDraft[], bounds: Bounds): DealDate[] =>
  drafts.map((draft) => dated(draft, bounds)).toSorted((a, b) => ((a.on ?? "9") < (b.on ?? "9") ? -1 : (a.on ?? "9") > (b.on ?? "9") ? 1 : 0));
