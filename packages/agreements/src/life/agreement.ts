import { problem, type Problem, readYaml } from "@cleartitle/norms";
import type { Deal } from "../deal/deal.js";
import { readDeal, type DealFile } from "../deal/read-deal.js";
import { type Amendment, Amendment as AmendmentSchema, type ClauseHouse, type Segment, segmentOn, segmentsOf, signedOn } from "./amendment.js";
import { type Life, lifeOf, newest, renewedUntil } from "./life.js";
import { type RecordedStep, sideOf } from "./step.js";
import { type RenewalNotice, renewalNotices } from "./renewal-notice.js";
import { lastDay, overFrom, sayPastTerm, type StateOnDay, stateOn, type Term, termOf } from "./term.js";

/** An agreement as it is recorded, read and compiled. */
export interface Agreement {
  readonly life: Life;
  /** Its newest version; of a signed one the one that was signed. */
  readonly deal: Deal;
  /** Amendments that are signed. */
  readonly amendments: readonly Amendment[];
  /** Its terms from one amendment to the next; one where none is signed. */
  readonly segments: readonly Segment[];
  /** Notices against a renewal, each with the term in which it was given. */
  readonly notices: readonly RenewalNotice[];
  /** What cannot be read or compiled any more, by the clauses of today. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a version. */
export const readVersion = (text: string, file: string, { library, taxonomies }: ClauseHouse): { readonly file: DealFile | null; readonly problems: readonly Problem[] } => readDeal(text, { file, library, taxonomies });

/** What is wrong with a text that is of another agreement: beside the one that is meant it would hold as well. */
export const ofAnother = (id: string, { id: own }: Deal): readonly Problem[] =>
  own === id ? [] : [problem("contradiction", `it is the text of \`${own}\`, and the agreement is \`${id}\``, { pointer: "/id", offending: own, hint: "all versions of an agreement have one id" })];

/** An amendment that was read when it was recorded. */
const kept = (text: string): Amendment => AmendmentSchema.parse(readYaml(text, { file: "amendment" }).document!.value);

/** Amendments of an agreement, in the order in which they were recorded: all of them, or those that bind. */
export const amendmentsOf = ({ amendments }: Life, which: "signed" | "all"): readonly Amendment[] => amendments.filter(({ signed }) => which === "all" || signed !== null).map(({ text }) => kept(text));

/** Terms after the renewals that are recorded, and what the notices are to them. */
export function termsOf(life: Life, deal: Deal, amendments: readonly Amendment[], house: ClauseHouse): Pick<Agreement, "segments" | "notices" | "problems"> {
  const { segments, problems } = segmentsOf(deal, amendments, house, renewedUntil(life));
  if (problems.length > 0) return { segments, notices: [], problems };
  return { segments, ...renewalNotices(life, deal, amendments, house) };
}

/** Puts an agreement together from its steps; `us`: the party for whom the records are kept. null: nothing is recorded of it. */
export function agreementOf(id: string, steps: readonly RecordedStep[], us: string, house: ClauseHouse): Agreement | null {
  const first = steps.find(({ text }) => text !== null)?.text ?? null;
  if (first === null) return null;
  const before = readVersion(first, `${id}-1`, house);
  const life = lifeOf(id, (before.file === null ? null : sideOf(before.file.deal, us)) ?? "licensee", steps);
  const version = newest(life)!;
  const read = version.number === 1 ? before : readVersion(version.text, `${id}-${version.number}`, house);
  if (read.file === null) return { life, deal: { id, title: id, written: "", parties: [], assets: [], topics: {} }, amendments: [], segments: [], notices: [], problems: read.problems };
  const deal = life.signed === null ? read.file.deal : signedOn(read.file.deal, life.signed.on, life.signed.evidence);
  const amendments = amendmentsOf(life, "signed");
  return { life, deal, amendments, ...termsOf(life, deal, amendments, house) };
}

/** The terms that stand on a day; null: the clauses of today cannot read them. */
export const termsOn = ({ segments }: Agreement, day: string): Segment | null => (segments.length === 0 ? null : segmentOn(segments, day));

export interface StandingOn {
  readonly state: StateOnDay;
  readonly term: Term | null;
  /** Why it is not known whether it still runs; null: it is known. */
  readonly openEnd: string | null;
}

/** What an agreement is on a day, and how long it runs by the terms of that day. */
export function standingOn(agreement: Agreement, day: string): StandingOn {
  const terms = termsOn(agreement, day);
  const term = terms === null ? null : termOf(terms.compiled, agreement.notices);
  const state = stateOn(agreement.life, term, day);
  return { state, term, openEnd: state === "past-term" && term !== null ? sayPastTerm(term) : null };
}

/** The first day without rights and how it comes: by the end that is recorded, else by the term. null: it has no last day of its own. */
export function ownEnd(agreement: Agreement, today: string): { readonly on: string; readonly how: "term" | "termination" | "withdrawal" } | null {
  const { life } = agreement;
  if (life.end !== null) return { on: life.end.on, how: life.end.how };
  const { term } = standingOn(agreement, today);
  const last = term === null ? null : lastDay(life, term);
  return last === null ? null : { on: overFrom(last), how: "term" };
}
