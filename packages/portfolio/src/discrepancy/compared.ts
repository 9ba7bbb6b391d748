import type { Taxonomies } from "@cleartitle/norms";
import { type Family, groundOf } from "../family/family.js";
import { readChainFindings } from "./chain.js";
import { Comparable, type Comparison } from "./comparable.js";
import { exclusivityFindings } from "./exclusivity.js";
import { finding, type FindingKind, type PortfolioFinding } from "./finding.js";
import { clashingTerms } from "./law.js";
import { mostFavoredFindings } from "./most-favored.js";
import type { PairFinding } from "./pair-finding.js";
import { Gathered, namesIn } from "./gathered.js";

/** Pairs that are held against each other in one step. */
const pairsOfStep = 1_000;

interface Comparing {
  readonly kind: FindingKind;
  /** What an agreement is held against others for. */
  readonly what: string;
  readonly findings: (one: Family, other: Family, taxonomies: Taxonomies) => readonly PairFinding[];
}

const comparisons: Readonly<Record<Comparison, Comparing>> = {
  exclusivity: { kind: "exclusivity", what: "its exclusivity", findings: exclusivityFindings },
  "most-favored": { kind: "most-favored", what: "its most favored terms", findings: mostFavoredFindings },
  terms: { kind: "law", what: "its law, seat and clause on handing it on", findings: clashingTerms },
  "passed-on": { kind: "wider-than-in", what: "what may be passed on", findings: readChainFindings },
};

/** Holds agreements against each other. Of what there is more than `mostPairs` for, the rest is named, and was not compared. In steps, of some milliseconds each. */
export function* comparedInSteps(families: readonly Family[], taxonomies: Taxonomies, mostPairs: number): Generator<void, readonly PortfolioFinding[]> {
  const comparable = new Comparable(families);
  yield;
  const gathered = new Gathered();
  const left: PortfolioFinding[] = [];
  for (const [comparison, { kind, what, findings }] of Object.entries(comparisons) as [Comparison, Comparing][]) {
    let pairs = 0;
    const cut: Family[] = [];
    for (const [place, family] of families.entries()) {
      const others = comparable.against(comparison, place);
      if (others.length > 0 && pairs + others.length > mostPairs) {
        cut.push(family);
        continue;
      }
      for (const other of others) {
        gathered.add(findings(family, other, taxonomies));
        if (++pairs % pairsOfStep === 0) yield;
      }
    }
    if (cut.length > 0) left.push(finding(kind, "open", cut.map(({ id }) => id), `nobody held ${what} against others, which are too many: ${namesIn(cut.map(({ id }) => id))}`, cut.slice(0, 4).map(groundOf)));
  }
  return [...left, ...gathered.findings()];
}
