import type { Agreement } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { type Portfolio, portfolioInSteps, recordedInSteps } from "@cleartitle/portfolio";
import { agreementsIn, clausesOf } from "../agreement/reading.js";
import { inSteps } from "../in-steps.js";
import { type ReadContracts, readSourcesOf } from "../reading/in-portfolio.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";

export type Where = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** Each chain is some dozens of decisions: a request waits for no more, and names the rest. */
const mostChains = 3;

/** A portfolio as it is kept, with what every page of its lists asks of it. */
export interface KeptPortfolio {
  readonly portfolio: Portfolio;
  /** In how many findings each agreement is named. */
  readonly named: ReadonlyMap<string, number>;
  /** What each agreement is called. */
  readonly titles: ReadonlyMap<string, string>;
  /** The same as long as its lists have the same entries in the same order, in any process: pages go on in no other. */
  readonly edition: number;
}

function tally(values: Iterable<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** By its title, and by its id as well where several have the same. */
function titlesOf(families: Portfolio["families"]): ReadonlyMap<string, string> {
  const often = tally(families.map(({ title }) => title?.value ?? ""));
  return new Map(families.map(({ id, title }) => [id, title === null ? id : often.get(title.value) === 1 ? title.value : `${title.value} (${id})`]));
}

function editionOf({ families, findings, calendar, money, leftOut, problems, cut }: Portfolio): number {
  const entries = [
    families.map(({ id }) => id), findings.map(({ id }) => id), calendar.map(({ family, kind, what, on }) => [family, kind, what, on]), money.lines.map(({ what, sums }) => [what, sums.map(({ family, currency }) => [family, currency])]), money.caps.map(({ family, cap }) => [family, cap]),
    leftOut.map(({ file }) => file), problems.map(({ file }) => file), cut,
  ];
  return Number.parseInt(sha256(JSON.stringify(entries)).slice(7, 19), 16);
}

const keptOf = (portfolio: Portfolio): KeptPortfolio => ({ portfolio, named: tally(portfolio.findings.flatMap(({ families }) => families)), titles: titlesOf(portfolio.families), edition: editionOf(portfolio) });

/** Of what a portfolio is put together. */
interface Ground {
  readonly agreements: readonly Agreement[];
  readonly contracts: ReadContracts;
}

interface MadeOf extends Ground {
  readonly made: Promise<KeptPortfolio>;
}

/** Portfolios by workspace and days, as they were put together last. */
const shelfOf = shelves<MadeOf>(20);

const areSame = (some: readonly object[], others: readonly object[]): boolean => some.length === others.length && some.every((each, at) => each === others[at]);

/** Agreements and contracts are the same objects as long as nothing is recorded of them. */
const isOf = (one: Ground, { agreements, contracts }: Ground): boolean =>
  areSame(one.agreements, agreements) && areSame(one.contracts.documents, contracts.documents) && JSON.stringify(one.contracts.leftOut) === JSON.stringify(contracts.leftOut);

async function together({ agreements, contracts }: Ground, { backing }: Pick<Where, "backing">, day: string, soon: string): Promise<KeptPortfolio> {
  const house = clausesOf(backing);
  const read = await inSteps(recordedInSteps(agreements, house, day), backing.isEnding);
  const whole = { ...read, documents: [...read.documents, ...contracts.documents], leftOut: [...read.leftOut, ...contracts.leftOut] };
  return keptOf(await inSteps(portfolioInSteps(whole, { house, catalogue: backing.catalogue, decide: backing.decide, asOf: day, soon, mostChains }), backing.isEnding));
}

/** All agreements and contracts of a workspace together, as they are recorded by now; others are answered in between. `soon`: the day by which windows of notice are told that close. */
export async function portfolioOf(place: Where, day: string, soon: string): Promise<KeptPortfolio> {
  const ground: Ground = { agreements: await agreementsIn(place), contracts: await readSourcesOf(place) };
  const [shelf, key] = [shelfOf(place.backing), JSON.stringify([place.workspace, day, soon])];
  const known = shelf.get(key);
  if (known !== undefined && isOf(known, ground)) return known.made;
  const one: MadeOf = { ...ground, made: together(ground, place, day, soon) };
  shelf.put(key, one);
  // What failed is tried again by whoever asks next.
  one.made.catch(() => void (shelf.get(key) === one && shelf.delete(key)));
  return one.made;
}
