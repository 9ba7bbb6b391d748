import { checkDeal, type ClauseHouse, type Playbook } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import type { Decide } from "@cleartitle/engine";
import { PlaceIndex, type Problem } from "@cleartitle/norms";
import { atOnce } from "./at-once.js";
import type { DealDocument, ReadingDocument } from "./document/document.js";
import type { ReadSources } from "./document/read-sources.js";
import { type UsualTopic, usualOf } from "./draw/draw-playbook.js";
import { chainsInSteps } from "./discrepancy/chain.js";
import { finding, inOrder, type PortfolioFinding } from "./discrepancy/finding.js";
import { toldWithin } from "./discrepancy/gathered.js";
import { windowFindings } from "./discrepancy/law.js";
import { comparedInSteps } from "./discrepancy/compared.js";
import { twinFindings } from "./discrepancy/twin.js";
import { unusualFindings } from "./discrepancy/unusual.js";
import { calendarOf, dutiesOfAll, type PortfolioDay, type PortfolioDuty } from "./due/calendar.js";
import { moneyOfAll, type PortfolioMoney } from "./due/exposure.js";
import { familiesInSteps } from "./family/deal-family.js";
import { type Family, placeOn } from "./family/family.js";
import { readingFamilies } from "./family/reading-family.js";
import { type PortfolioQuery, type PortfolioSearch, type SearchHouse, searchPortfolio } from "./search.js";

export interface PortfolioOptions {
  readonly house: ClauseHouse;
  readonly catalogue: Catalogue;
  readonly decide: Decide;
  /** The day on which it is asked what counts. */
  readonly asOf: string;
  /** The day up to which a closing window is told. */
  readonly soon: string;
  /** For whom it is looked at, as the deals name them. */
  readonly us?: string;
  readonly playbook?: Playbook;
  /** Most chains of title that are asked of the engine; those left are named. */
  readonly mostChains: number;
  /** Most pairs of agreements that are held against each other for one thing; those left are named. Left out: five million. */
  readonly mostPairs?: number;
}

/** How often something was found on a topic. */
interface Coverage {
  readonly topic: string;
  readonly found: number;
  readonly open: number;
  /** No word that there is nothing. */
  readonly notFound: number;
}

/** Many agreements as one thing that can be asked. */
export interface Portfolio {
  readonly asOf: string;
  readonly families: readonly Family[];
  readonly findings: readonly PortfolioFinding[];
  readonly calendar: readonly PortfolioDay[];
  readonly duties: readonly PortfolioDuty[];
  readonly money: PortfolioMoney;
  readonly usual: readonly UsualTopic[];
  readonly coverage: readonly Coverage[];
  readonly leftOut: ReadSources["leftOut"];
  readonly problems: readonly Problem[];
  /** Agreements of which fewer than two parties were found: they were compared with no other, or not with all. */
  readonly partiesNotFound: readonly string[];
  /** Deals of which nobody asked whether they pass on more than they were given, since there were too many. */
  readonly cut: readonly string[];
}

/** What a deal says against itself, as it stands after its amendments. */
function within(family: Family, { house, asOf }: PortfolioOptions): PortfolioFinding[] {
  const notes = family.notes.filter(({ places }) => places.length > 0).map(({ message, places }) => finding("family", "look", [family.id], message, places));
  if (family.deal === null) return notes;
  const { file: { deal }, compiled } = family.deal;
  const { findings } = checkDeal({ deal, library: house.library, compiled, on: asOf });
  // Windows of notice are told with their days.
  return [...notes, ...findings.filter(({ code, rule }) => code === "inconsistent" && rule !== 9).map(({ rule, severity, topics, message, remedy }) => finding("inconsistent", severity === "contradiction" ? "conflict" : "look", [family.id], `rule ${rule ?? ""}: ${message}; ${remedy}`, topics.map((topic) => placeOn(family, topic))))];
}

function coverageOf(families: readonly Family[]): readonly Coverage[] {
  const topics = [...new Set(families.flatMap(({ terms }) => terms.map(({ topic }) => topic)))].toSorted();
  return topics.map((topic) => {
    const states = families.map(({ terms }) => terms.filter((term) => term.topic === topic).map(({ state }) => state));
    return { topic, found: states.filter((each) => each.includes("found")).length, open: states.filter((each) => each.length > 0 && !each.includes("found")).length, notFound: states.filter((each) => each.length === 0).length };
  });
}

/** Drafts that one message names; a finding lists all that it is of. */
const mostNamed = 4;

/** A draft is asked as if it were signed, and what comes of that says so. */
function withDraftsTold(findings: readonly PortfolioFinding[], families: readonly Family[]): readonly PortfolioFinding[] {
  const drafts = new Set(families.filter(({ deal }) => deal?.isSigned === false).map(({ id }) => id));
  return findings.map((each) => {
    const unsigned = each.families.filter((id) => drafts.has(id));
    const named = [...unsigned.slice(0, mostNamed).map((id) => `\`${id}\``), ...(unsigned.length > mostNamed ? [`${unsigned.length - mostNamed} more`] : [])];
    return unsigned.length === 0 ? each : { ...each, message: `${each.message} (as if ${named.join(" and ")} were signed)` };
  });
}

/** Pairs that are held against each other for one thing at most: ten thousand agreements have fifty million. */
const mostPairs = 5_000_000;

/** Puts what was read together: families, what does not fit, what is due and what it is worth. Pure: the day is given. In steps, of some milliseconds each. */
export function* portfolioInSteps(read: ReadSources, options: PortfolioOptions): Generator<void, Portfolio> {
  const { house, asOf, soon, playbook, us } = options;
  const deals = read.documents.filter((each): each is DealDocument => each.form !== "reading");
  const readings = read.documents.filter((each): each is ReadingDocument => each.form === "reading");
  const ofDeals = yield* familiesInSteps(deals, read.amendments, house, asOf);
  const families = [...ofDeals.families, ...readingFamilies(readings, asOf)];
  const withinEach: PortfolioFinding[] = [];
  for (const family of families) {
    withinEach.push(...within(family, options), ...windowFindings(family, asOf, soon), ...(playbook === undefined ? [] : unusualFindings(family, playbook, us ?? null, house)));
    yield;
  }
  const findings = [...toldWithin(withinEach)];
  for (const each of yield* comparedInSteps(families, house.taxonomies, options.mostPairs ?? mostPairs)) findings.push(each);
  findings.push(...twinFindings(families));
  const chains = yield* chainsInSteps(families, options, asOf, options.mostChains);
  findings.push(...chains.findings);
  return {
    asOf, families, findings: inOrder(withDraftsTold(findings, families)), calendar: calendarOf(families, asOf), duties: dutiesOfAll(families), money: moneyOfAll(families), usual: usualOf(families, house.library), coverage: coverageOf(families),
    leftOut: read.leftOut, partiesNotFound: families.filter(({ parties }) => parties.length < 2).map(({ id }) => id), problems: [...read.problems, ...ofDeals.problems], cut: chains.cut,
  };
}

/** The same at once. */
export const portfolioOf = (read: ReadSources, options: PortfolioOptions): Portfolio => atOnce(portfolioInSteps(read, options));

/** Looks through a portfolio; places as the taxonomies know them on its day. */
export function searchIn(portfolio: Portfolio, query: PortfolioQuery, { house: { taxonomies } }: Pick<PortfolioOptions, "house">): PortfolioSearch {
  const index = new PlaceIndex(taxonomies);
  const isWithin: SearchHouse["isWithin"] = (place, group) => {
    const [inner, outer] = [index.atomsOf(place, portfolio.asOf), index.atomsOf(group, portfolio.asOf)];
    return inner !== null && outer !== null && [...inner].every((atom) => outer.has(atom));
  };
  return searchPortfolio(portfolio.families, query, { isWithin });
}

/** What of a portfolio is written: of each deal what it was compiled to is in the engine's own files. */
export const portfolioJson = ({ families, ...rest }: Portfolio): object => ({ ...rest, families: families.map(({ deal, ...family }) => ({ ...family, isSigned: deal?.isSigned ?? null })) });
