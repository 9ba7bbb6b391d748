import { type Agreement, amendmentsOf, type ClauseHouse, lastDay, readDeal, renewedUntil, standingOn } from "@cleartitle/agreements";
import type { Problem } from "@cleartitle/norms";
import { documentOfDeal } from "./deal-document.js";
import type { DealDocument } from "./document.js";
import type { AmendmentSource, ReadSources } from "./read-sources.js";

const fileOf = (id: string): string => `agreements/${id}`;

/** Agreements that are recorded, as the documents of a portfolio: what is withdrawn is left out, and of the others it is known how they went. */
export function recordedSources(agreements: readonly Agreement[], house: ClauseHouse, on: string): ReadSources {
  const documents: DealDocument[] = [];
  const amendments: AmendmentSource[] = [];
  const problems: Problem[] = [];
  const leftOut: { file: string; why: string }[] = [];
  for (const agreement of agreements) {
    const { life, deal } = agreement;
    const file = fileOf(life.id);
    const { state, term } = standingOn(agreement, on);
    if (state === "withdrawn" || agreement.problems.length > 0) {
      leftOut.push({ file, why: state === "withdrawn" ? "it was withdrawn" : "the clauses of today cannot read it" });
      continue;
    }
    const read = readDeal(JSON.stringify(deal), { file, ...house });
    const over = life.end === null || term === null ? null : lastDay(life, term);
    const made = read.file === null ? { document: null, problems: read.problems } : documentOfDeal(read.file, "record", file, house, [], { until: renewedUntil(life), over, isStopped: term?.renewal?.stopped != null, asks: term?.renewal?.open.map(({ says }) => says) ?? [] });
    problems.push(...made.problems);
    if (made.document !== null) documents.push(made.document);
    // What is not signed binds nobody.
    amendments.push(...amendmentsOf(life, "signed").map((amendment): AmendmentSource => ({ file: `${file}/${amendment.id}`, text: JSON.stringify(amendment), agreement: deal.id })));
  }
  return { documents, amendments, problems, leftOut };
}
