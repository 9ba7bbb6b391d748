import type { Agreement } from "@cleartitle/agreements";
import { type Portfolio, portfolioInSteps, recordedInSteps } from "@cleartitle/portfolio";
import type { z } from "@hono/zod-openapi";
import { agreementsIn, clausesOf } from "../agreement/reading.js";
import { inSteps } from "../in-steps.js";
import { type ReadContracts, readSourcesOf } from "../reading/in-portfolio.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";
import type { Day, Family, Place, PortfolioAnswer } from "./schema.js";

type Told = z.input<typeof PortfolioAnswer>;
type Where = Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">;

/** Findings that are told at most. */
const mostFindings = 1_000;

/** Each chain is some dozens of decisions: a request waits for no more, and names the rest. */
const mostChains = 3;

const placeTold = ({ file, cite, page, start, quote }: Portfolio["findings"][number]["places"][number]): z.input<typeof Place> => ({ file, cite, page, start, quote });
const dayTold = ({ on, why }: Portfolio["families"][number]["days"]["to"]): z.input<typeof Day> => ({ on, why });

const familyTold = ({ id, title, deal, parties, days, terms, notFound, takenOut }: Portfolio["families"][number]): z.input<typeof Family> => ({
  id, title: title?.value ?? null, form: deal === null ? "reading" : "agreement", isSigned: deal === null ? null : deal.isSigned, parties: parties.map(({ id: party, name, role }) => ({ id: party, name, role })), from: dayTold(days.from), to: dayTold(days.to), noticeBy: dayTold(days.noticeBy),
  topics: terms.map(({ topic, state, term, from }) => ({ topic, state, version: term?.version ?? null, from, place: term === null ? null : placeTold(term.place) })), notFound: [...notFound], takenOut: takenOut.map(({ value }) => value),
});

/** Nothing that could not be put together is passed over. */
const leftTold = (agreement: string | null, why: string): Told["leftOut"][number] => ({ agreement: (agreement ?? "").replace(/^agreements\//, ""), why });

function told({ asOf, families, findings, calendar, money, leftOut, problems, cut }: Portfolio): Told {
  return {
    day: asOf, agreements: families.map(familyTold), total: findings.length, cut: [...cut], leftOut: [...leftOut.map(({ file, why }) => leftTold(file, why)), ...problems.map(({ file, message }) => leftTold(file, message))],
    findings: findings.slice(0, mostFindings).map(({ id, kind, severity, families: agreements, message, places }) => ({ id, kind, severity, agreements: [...agreements], message, places: places.map(placeTold) })),
    calendar: calendar.map(({ family, kind, what, on, state, why }) => ({ agreement: family, kind, what, on, state, why })),
    money: money.lines.map(({ what, totals, sums }) => ({ what, totals: totals.map(({ currency, amount }) => ({ currency, amount })), sums: sums.map(({ family, currency, amount }) => ({ agreement: family, currency, amount })) })),
    caps: money.caps.map(({ family, cap, says }) => ({ agreement: family, cap, says })),
  };
}

/** Of what a portfolio is put together. */
interface Ground {
  readonly agreements: readonly Agreement[];
  readonly contracts: ReadContracts;
}

interface KeptPortfolio extends Ground {
  readonly told: Promise<Told>;
}

/** Portfolios by workspace and days, as they were put together last. */
const shelfOf = shelves<KeptPortfolio>(20);

const areSame = (some: readonly object[], others: readonly object[]): boolean => some.length === others.length && some.every((each, at) => each === others[at]);

/** Agreements and contracts are the same objects as long as nothing is recorded of them. */
const isOf = (one: Ground, { agreements, contracts }: Ground): boolean =>
  areSame(one.agreements, agreements) && areSame(one.contracts.documents, contracts.documents) && JSON.stringify(one.contracts.leftOut) === JSON.stringify(contracts.leftOut);

async function together({ agreements, contracts }: Ground, { backing }: Pick<Where, "backing">, day: string, soon: string): Promise<Told> {
  const house = clausesOf(backing);
  const read = await inSteps(recordedInSteps(agreements, house, day), backing.isEnding);
  const whole = { ...read, documents: [...read.documents, ...contracts.documents], leftOut: [...read.leftOut, ...contracts.leftOut] };
  return told(await inSteps(portfolioInSteps(whole, { house, catalogue: backing.catalogue, decide: backing.decide, asOf: day, soon, mostChains }), backing.isEnding));
}

/** All agreements and contracts of a workspace together, as they are recorded by now; others are answered in between. `soon`: the day by which windows of notice are told that close. */
export async function portfolioTold(place: Where, day: string, soon: string): Promise<Told> {
  const ground: Ground = { agreements: await agreementsIn(place), contracts: await readSourcesOf(place) };
  const [shelf, key] = [shelfOf(place.backing), JSON.stringify([place.workspace, day, soon])];
  const known = shelf.get(key);
  if (known !== undefined && isOf(known, ground)) return known.told;
  const made: KeptPortfolio = { ...ground, told: together(ground, place, day, soon) };
  shelf.put(key, made);
  // What failed is tried again by whoever asks next.
  made.told.catch(() => void (shelf.get(key) === made && shelf.delete(key)));
  return made.told;
}
