import { type Agreement, amendmentsOf, type ClauseHouse, lastDay, readDeal, renewedUntil, standingOn } from "@cleartitle/agreements";
import { atOnce } from "../at-once.js";
import { documentOfDeal } from "./deal-document.js";
import type { DealDocument } from "./document.js";
import type { ReadSources } from "./read-sources.js";

const fileOf = (id: string): string => `agreements/${id}`;

/** What came of one agreement. */
type ReadAgreement = Pick<ReadSources, "problems" | "leftOut" | "amendments"> & { readonly documents: readonly DealDocument[] };

interface KeptAgreement {
  readonly library: ClauseHouse["library"];
  /** What it depends on beside the agreement. */
  readonly as: string;
  readonly read: ReadAgreement;
}

/** Agreements as they were read last: of hundreds one is changed at a time. */
const kept = new WeakMap<Agreement, KeptAgreement>();

function readAgreement(agreement: Agreement, house: ClauseHouse, on: string): ReadAgreement {
  const { life, deal } = agreement;
  const file = fileOf(life.id);
  const { state, term } = standingOn(agreement, on);
  const none: ReadAgreement = { documents: [], amendments: [], problems: [], leftOut: [] };
  if (state === "withdrawn" || agreement.problems.length > 0) return { ...none, leftOut: [{ file, why: state === "withdrawn" ? "it was withdrawn" : "the clauses of today cannot read it" }] };
  const over = life.end === null || term === null ? null : lastDay(life, term);
  const lived = { until: renewedUntil(life), over, isStopped: term?.renewal?.stopped != null, asks: term?.renewal?.open.map(({ says }) => says) ?? [] };
  const as = JSON.stringify(lived);
  const known = kept.get(agreement);
  if (known?.library === house.library && known.as === as) return known.read;
  const { file: said, problems } = readDeal(JSON.stringify(deal), { file, ...house });
  const made = said === null ? { document: null, problems } : documentOfDeal(said, "record", file, house, [], lived);
  const read: ReadAgreement = {
    ...none, problems: made.problems, documents: made.document === null ? [] : [made.document],
    // What is not signed binds nobody.
    amendments: amendmentsOf(life, "signed").map((amendment) => ({ file: `${file}/${amendment.id}`, text: JSON.stringify(amendment), agreement: deal.id })),
  };
  kept.set(agreement, { library: house.library, as, read });
  return read;
}

/** Agreements that are recorded, as the documents of a portfolio: what is withdrawn is left out, and of the others it is known how they went. In steps, an agreement each. */
export function* recordedInSteps(agreements: readonly Agreement[], house: ClauseHouse, on: string): Generator<void, ReadSources> {
  const all: ReadAgreement[] = [];
  for (const agreement of agreements) {
    all.push(readAgreement(agreement, house, on));
    yield;
  }
  return { documents: all.flatMap(({ documents }) => documents), amendments: all.flatMap(({ amendments }) => amendments), problems: all.flatMap(({ problems }) => problems), leftOut: all.flatMap(({ leftOut }) => leftOut) };
}

/** The same at once. */
export const recordedSources = (agreements: readonly Agreement[], house: ClauseHouse, on: string): ReadSources => atOnce(recordedInSteps(agreements, house, on));
