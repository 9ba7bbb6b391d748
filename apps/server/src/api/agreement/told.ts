import { type Agreement, amendedBy, amendmentsOf, lastDay, mayFollow, standingOn, termsOn } from "@cleartitle/agreements";
import type { z } from "@hono/zod-openapi";
import type { AgreementDetail, AgreementRow, Terms } from "./schema.js";
import type { FoundAgreement } from "./reading.js";

const renewalTold = (term: ReturnType<typeof standingOn>["term"]): z.input<typeof AgreementRow>["renewal"] =>
  term?.renewal == null ? null : { ...term.renewal, open: term.renewal.open.map((each) => ({ ...each, ends: { ...each.ends } })) };

type Row = z.input<typeof AgreementRow>;

/** Rows of the day that was asked for last: a list looks through all of them. */
const rows = new WeakMap<Agreement, { readonly day: string; readonly row: Row }>();

/** An agreement in a list, as it is on a day. */
export function rowOf(agreement: Agreement, day: string): Row {
  const known = rows.get(agreement);
  if (known?.day === day) return known.row;
  const row = told(agreement, day);
  rows.set(agreement, { day, row });
  return row;
}

function told(agreement: Agreement, day: string): Row {
  const { life, deal } = agreement;
  const { state, term, openEnd } = standingOn(agreement, day);
  const { versions, amendments, signed, steps, turn, ours } = life;
  return {
    id: life.id, title: deal.title, state, openEnd, turn, ours, parties: deal.parties.map(({ id, role, name }) => ({ id, role, name: name ?? null })), assets: deal.assets.map(({ id }) => id), topics: termsOn(agreement, day)?.compiled.clauses.map(({ topic }) => topic) ?? [],
    version: versions.length, signedOn: signed?.on ?? null, from: term?.from ?? null, to: term?.to ?? null, lastDay: term === null ? null : lastDay(life, term), evergreen: term?.evergreen ?? false, renewal: renewalTold(term),
    amendments: amendments.filter((each) => each.signed !== null).length, waiting: amendments.filter((each) => each.signed === null).length, steps: steps.length, changedAt: steps.at(-1)!.at, unreadable: agreement.problems.length,
  };
}

/** All that is recorded of an agreement. */
export function detailOf({ agreement, changeSets }: FoundAgreement, day: string): z.input<typeof AgreementDetail> {
  const { life } = agreement;
  const topics = new Map(amendmentsOf(life, "all").map(({ id, topics: changed }) => [id, Object.keys(changed)] as const));
  return {
    ...rowOf(agreement, day),
    versions: life.versions.map(({ number, side, digest, by, at, frozenOn }) => ({ number, side, digest, by, at, frozenOn })), signatures: [...life.signatures],
    amended: life.amendments.map(({ id, digest, from, by, at, signatures, signed }) => ({ id, digest, from, by, at, topics: topics.get(id) ?? [], signatures: [...signatures], signedOn: signed?.on ?? null })),
    timeline: life.steps.map(({ number, by, at, content }) => ({ number, step: content.step, by, at, content: { ...content }, changeSet: changeSets.get(number) ?? null })), next: [...mayFollow(life)],
    end: life.end === null ? null : { on: life.end.on, how: life.end.how, side: life.end.side, why: life.end.why, evidence: life.end.evidence ?? null },
    withdrawn: life.withdrawn === null ? null : { on: life.withdrawn.on, side: life.withdrawn.side, why: life.withdrawn.why }, problems: agreement.problems.map(({ message }) => message),
  };
}

/** Terms clause by clause, with the norms, the days and what no norm carries. */
export function termsTold({ compiled }: Pick<Agreement["segments"][number], "compiled">, numbers: ReadonlyMap<string, string>, amended: ReadonlyMap<string, string> = new Map()): z.input<typeof Terms> {
  return {
    clauses: compiled.clauses.map(({ topic, number, title, version, text }) => ({ topic, number, inDocument: numbers.get(topic) ?? null, title, version, text: [...text], amendedBy: amended.get(topic) ?? null })),
    norms: compiled.instrument.norms.map(({ kind: _kind, ...norm }) => ({ ...norm })),
    days: compiled.dates.map(({ topic, id, cite, what, on, waitsFor }) => ({ topic, id, cite, what, on, waitsFor })),
    notCompiled: compiled.notCompiled.map(({ topic, cite, text, why, touches }) => ({ topic, cite, text, why, touches: touches === null || touches === "all" ? touches : [...touches] })),
  };
}

export const amendedTopics = ({ amendments }: Agreement, day: string): ReadonlyMap<string, string> => amendedBy(amendments, day);
