import { addDuration, type Instrument, type Law, type Status } from "@cleartitle/norms";
import { isBy, type Period } from "@cleartitle/title";
import type { Decision, TimelineEntry } from "../decision.js";
import type { Question } from "../judgment/question.js";
import type { View } from "../judgment/view.js";
import { recordOf } from "./draft.js";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A date in play after the answer: what happens on it, and who says so. */
export interface Dated {
  readonly on: string;
  readonly what: string;
  readonly cite: string | null;
}

/** Dates in play after that of the answer, within the months looked ahead. */
export function datesAhead(view: View, months: number): Dated[] {
  const { asOf } = view.question;
  const end = addDuration(asOf, `P${months}M`) ?? asOf;
  return datesInPlay(view).filter((d) => d.on > asOf && d.on <= end);
}

/**
 * The days of which a timeline needs the status that the same act would have on them: those ahead, and before them the day of the answer, where the use is of
 * an earlier one. What came between the use and that day is not a change of any day ahead.
 */
export function daysJudged({ asOf, act }: Question, ahead: readonly Dated[]): readonly string[] {
  const days = new Set(ahead.map(({ on }) => on));
  if (days.size > 0 && act.date !== null && act.date < asOf) days.add(asOf);
  return [...days].toSorted();
}

/** The dates ahead with the decision from then on, where it changes (step 9); `statuses` has that of each of the days judged. */
export function timelineOf(view: View, ahead: readonly Dated[], statuses: ReadonlyMap<string, Status>): TimelineEntry[] {
  let last = statuses.get(view.question.asOf) ?? view.status;
  const decisions = new Map<string, Status>();
  for (const on of [...new Set(ahead.map((d) => d.on))].toSorted()) {
    const status = statuses.get(on)!;
    if (status !== last) decisions.set(on, status);
    last = status;
  }
  return ahead.map((d): TimelineEntry => ({ on: d.on, what: d.what, decision: decisions.get(d.on) ?? null, cite: d.cite })).toSorted((a, b) => compare(a.on, b.on) || compare(a.what, b.what));
}

const endOf = (party: string, { to }: Period): Dated[] => (to === null ? [] : [{ on: addDuration(to, "P1D") ?? to, what: `what is recorded of ${party} ends`, cite: null }]);

/** Dates of instruments and laws that were considered, taken or not. */
function datesInPlay(view: View): Dated[] {
  const { question, places } = view;
  const instruments = new Map<string, { instrument: Instrument; asset: string }>();
  for (const t of places) for (const d of t.demands) for (const r of d.readings) for (const { option } of r.options) for (const i of option.instruments) instruments.set(i.id, { instrument: i, asset: d.demand.asset });
  const laws = new Map<string, Law>(places.flatMap((t) => t.laws.map((l) => [l.id, l] as const)));
  const found: Dated[] = [];
  for (const { instrument, asset } of instruments.values()) {
    const { term } = instrument;
    if (term?.from !== undefined) found.push({ on: term.from, what: `${instrument.id} begins`, cite: null });
    if (term?.to !== undefined) found.push({ on: addDuration(term.to, "P1D") ?? term.to, what: `${instrument.id} has ended`, cite: null });
    for (const norm of instrument.norms) {
      if (norm.inForce?.from !== undefined) found.push({ on: norm.inForce.from, what: `${instrument.id} ${norm.id} begins`, cite: norm.cite });
      if (norm.inForce?.to !== undefined) found.push({ on: addDuration(norm.inForce.to, "P1D") ?? norm.inForce.to, what: `${instrument.id} ${norm.id} has ended`, cite: norm.cite });
      if (norm.kind === "convert") {
        const published = recordOf(view, asset)?.published ?? null;
        const on = norm.convert.on ?? (norm.convert.after !== undefined && published !== null ? addDuration(published, norm.convert.after) : null);
        if (on !== null && on !== undefined) found.push({ on, what: `${asset} is also under ${instrument.parameters?.[norm.convert.to] ?? norm.convert.to}`, cite: norm.cite });
      }
    }
  }
  for (const law of laws.values()) found.push(...datesOf(law));
  for (const law of futureLaws(question)) found.push({ on: law.inForce!.from!, what: `${law.id} begins to apply`, cite: law.authority[0] ?? null });
  for (const party of question.world.graph.parties.values()) {
    for (const record of [...party.quantities, ...party.facts]) found.push(...endOf(party.id, record.during));
  }
  for (const { about, valid, recordedAt } of question.world.graph.statements) if (about.kind === "party" && isBy(recordedAt, question.knownAt)) found.push(...endOf(about.id, valid));
  return [...new Map(found.map((d) => [JSON.stringify(d), d] as const)).values()];
}

const dated = new WeakMap<Law, readonly Dated[]>();

/** Dates in a rule of law, found once. */
function datesOf(law: Law): readonly Dated[] {
  let dates = dated.get(law);
  if (dates === undefined) {
    const { id, inForce, authority, norms } = law;
    dated.set(law, (dates = [
      ...(inForce?.to === undefined ? [] : [{ on: addDuration(inForce.to, "P1D") ?? inForce.to, what: `${id} has ended`, cite: authority[0] ?? null }]),
      ...norms.flatMap((norm): Dated[] => [
        ...(norm.inForce?.from === undefined ? [] : [{ on: norm.inForce.from, what: `${id} ${norm.id} begins to apply`, cite: norm.cite }]),
        ...(norm.inForce?.to === undefined ? [] : [{ on: addDuration(norm.inForce.to, "P1D") ?? norm.inForce.to, what: `${id} ${norm.id} has ended`, cite: norm.cite }]),
      ]),
    ]));
  }
  return dates;
}

/** Rules of the places asked that are not in force yet. */
function futureLaws(question: Question): Law[] {
  const far = "9999-12-31";
  return [...question.world.catalogue.laws.values()].filter((law) => (law.inForce?.from ?? "") > question.asOf && (law.inForce?.from ?? far) < far && law.norms.length > 0);
}

/** Rules that a judgment rests on or that stand against it: options, bans, duties, and what brought a layer into question. */
function lawsInPlay(view: View): Set<string> {
  const { laws } = view.question.world.catalogue;
  const used = view.places.flatMap((place) => [
    ...place.demands.flatMap((d) => [d.raised.law?.id, ...d.readings.flatMap((r) => r.options.map(({ option }) => option.law?.id))]),
    ...place.bans.map((ban) => ban.instrument.id), ...place.lawDuties.map((duty) => duty.instrument.id),
  ]);
  return new Set(used.filter((id): id is string => id !== undefined && laws.has(id)));
}

/** Texts that an answer rests on or that stand against it, as options, bans or duties. */
function textsInPlay(view: View): Instrument[] {
  const { instruments } = view.question.world.catalogue;
  const used = view.places.flatMap((place) => [
    ...place.demands.flatMap((d) => d.readings.flatMap((r) => r.options.flatMap(({ option }) => option.instruments.map((text) => text.id)))),
    ...place.bans.map((ban) => ban.instrument.id), ...place.duties.map((duty) => duty.instrument.id),
  ]);
  return [...new Set(used)].toSorted().flatMap((id) => instruments.get(id) ?? []);
}

/** Announced judgments, reviews that are overdue, and pending law of the places asked. */
export function watchOf(view: View): Decision["watch"] {
  const { question } = view;
  const { laws, positions } = question.world.catalogue;
  const used = lawsInPlay(view);
  const entries: { on: string | null; what: string; law: string | null }[] = [];
  for (const law of laws.values()) {
    const concerned = used.has(law.id) || (law.position !== undefined && view.consulted.has(law.position));
    if (!concerned) continue;
    for (const w of law.watch ?? []) entries.push({ on: w.on ?? null, what: w.what, law: law.id });
    if (law.reviewBy !== undefined && law.reviewBy < question.asOf) entries.push({ on: law.reviewBy, what: "review of this record is overdue", law: law.id });
  }
  for (const { id, reviewBy } of textsInPlay(view)) if (reviewBy !== undefined && reviewBy < question.asOf) entries.push({ on: reviewBy, what: `the record of ${id}: review is overdue`, law: null });
  for (const id of [...view.consulted].toSorted()) {
    const position = positions.get(id);
    if (position?.review !== undefined) entries.push({ on: null, what: `position ${id}: ${position.review}`, law: null });
    if (position?.reviewBy !== undefined && position.reviewBy < question.asOf) entries.push({ on: position.reviewBy, what: `position ${id}: review is overdue`, law: null });
  }
  return entries.toSorted((a, b) => compare(a.on ?? "9999", b.on ?? "9999") || compare(a.law ?? "", b.law ?? "") || compare(a.what, b.what));
}
