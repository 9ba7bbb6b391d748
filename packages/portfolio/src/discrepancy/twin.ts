import { canonicalJson, sha256 } from "@cleartitle/norms";
import { type Family, groundOf } from "../family/family.js";
import { finding, type PortfolioFinding } from "./finding.js";
import { namesIn } from "./gathered.js";

/** Of fewer clauses nobody can tell that two documents are one. */
const fewest = 5;

/** The words of all clauses that were found, letter by letter, however the document is stored. */
function signOf({ terms }: Family): string | null {
  const said = terms.flatMap(({ kind, term, also }) => (kind === null || term === null ? [] : [term, ...also].map(({ place }) => [kind, place.quote.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, "")] as const)));
  return said.length < fewest ? null : sha256(canonicalJson(said));
}

/** Documents that say the same, word for word: one contract under several names, whose days and sums count as often. */
export function twinFindings(families: readonly Family[]): PortfolioFinding[] {
  const bySign = new Map<string, Family[]>();
  for (const family of families) {
    const sign = family.deal === null ? signOf(family) : null;
    if (sign !== null) bySign.set(sign, [...(bySign.get(sign) ?? []), family]);
  }
  return [...bySign.values()].filter((twins) => twins.length > 1).map((twins) => {
    const ids = twins.map(({ id }) => id);
    return finding("family", "look", ids, `what was found in them is the same, word for word: ${namesIn(ids)}; if they are one agreement, leave one of them in, since days and sums count each`, twins.slice(0, 4).map(groundOf));
  });
}
