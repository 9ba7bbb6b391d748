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

/** Each chain is some dozens of decisions: a request waits for no more, and names the rest. */
const mostChains = 3;

const placeTold = ({ file, cite, page, start, quote }: Portfolio["findings"][number]["places"][number]): z.input<typeof Place> => ({ file, cite, page, start, quote });
const dayTold = ({ on, why }: Portfolio["families"][number]["days"]["to"]): z.input<typeof Day> => ({ on, why });

const familyTold = ({ id, title, deal, parties, days, terms, notFound, takenOut }: Portfolio["families"][number], findings: number): z.input<typeof Family> => ({
  id, title: title?.value ?? null, form: deal === null ? "reading" : "agreement", isSigned: deal === null ? null : deal.isSigned, parties: parties.map(({ id: party, name, role }) => ({ id: party, name, role })), from: dayTold(days.from), to: dayTold(days.to), noticeBy: dayTold(days.noticeBy),
  topics: terms.map(({ topic, state, term, from }) => ({ topic, state, version: term?.version ?? null, from, place: term === null ? null : placeTold(term.place) })), notFound: [...notFound], takenOut: takenOut.map(({ value }) => value), findings,
});

/** Nothing that could not be put together is passed over. */
const leftTold = (agreement: string | null, why: string): Told["leftOut"][number] => ({ agreement: (agreement ?? "").replace(/^agreements\//, ""), why });

const findingTold = ({ id, kind, severity, families, message, places }: Portfolio["findings"][number]): Told["findings"][number] => ({ id, kind, severity, agreements: [...families], message, places: places.map(placeTold) });

/** How many findings each agreement is named in. */
function namedIn(findings: Portfolio["findings"]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { families } of findings) for (const id of families) named.set(id, (named.get(id) ?? 0) + 1);
  return named;
}

/** A portfolio as it is told, with all findings, of which an answer tells some. */
interface WholeTold {
  readonly told: Omit<Told, "findings">;
  readonly findings: Portfolio["findings"];
}

function wholeTold({ asOf, families, findings, calendar, money, leftOut, problems, cut }: Portfolio): WholeTold {
  const named = namedIn(findings);
  const counts = { conflict: 0, look: 0, open: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const told: WholeTold["told"] = {
    day: asOf, agreements: families.map((family) => familyTold(family, named.get(family.id) ?? 0)), total: findings.length, counts, cut: [...cut], leftOut: [...leftOut.map(({ file, why }) => leftTold(file, why)), ...problems.map(({ file, message }) => leftTold(file, message))],
    calendar: calendar.map(({ family, kind, what, on, state, why }) => ({ agreement: family, kind, what, on, state, why })),
    money: money.lines.map(({ what, totals, sums }) => ({ what, totals: totals.map(({ currency, amount }) => ({ currency, amount })), sums: sums.map(({ family, currency, amount }) => ({ agreement: family, currency, amount })) })),
    caps: money.caps.map(({ family, cap, says }) => ({ agreement: family, cap, says })),
  };
  return { told, findings };
}

/** Of what a portfolio is put together. */
interface Ground {
  readonly agreements: readonly Agreement[];
  readonly contracts: ReadContracts;
}

interface KeptPortfolio extends Ground {
  readonly whole: Promise<WholeTold>;
}

/** Portfolios by workspace and days, as they were put together last. */
const shelfOf = shelves<KeptPortfolio>(20);

const areSame = (some: readonly object[], others: readonly object[]): boolean => some.length === others.length && some.every((each, at) => each === others[at]);

/** Agreements and contracts are the same objects as long as nothing is recorded of them. */
const isOf = (one: Ground, { agreements, contracts }: Ground): boolean =>
  areSame(one.agreements, agreements) && areSame(one.contracts.documents, contracts.documents) && JSON.stringify(one.contracts.leftOut) === JSON.stringify(contracts.leftOut);

async function together({ agreements, contracts }: Ground, { backing }: Pick<Where, "backing">, day: string, soon: string): Promise<WholeTold> {
  const house = clausesOf(backing);
  const read = await inSteps(recordedInSteps(agreements, house, day), backing.isEnding);
  const whole = { ...read, documents: [...read.documents, ...contracts.documents], leftOut: [...read.leftOut, ...contracts.leftOut] };
  return wholeTold(await inSteps(portfolioInSteps(whole, { house, catalogue: backing.catalogue, decide: backing.decide, asOf: day, soon, mostChains }), backing.isEnding));
}

/** All agreements and contracts of a workspace together, as they are recorded by now; others are answered in between. */
export async function portfolioOf(place: Where, day: string, soon: string): Promise<WholeTold> {
  const ground: Ground = { agreements: await agreementsIn(place), contracts: await readSourcesOf(place) };
  const [shelf, key] = [shelfOf(place.backing), JSON.stringify([place.workspace, day, soon])];
  const known = shelf.get(key);
  if (known !== undefined && isOf(known, ground)) return known.whole;
  const made: KeptPortfolio = { ...ground, whole: together(ground, place, day, soon) };
  shelf.put(key, made);
  // What failed is tried again by whoever asks next.
  made.whole.catch(() => void (shelf.get(key) === made && shelf.delete(key)));
  return made.whole;
}

/** What is asked of a portfolio. `soon`: the day by which windows of notice are told that close. */
interface AskedOf {
  readonly day: string;
  readonly soon: string;
  /** Findings of one agreement alone. */
  readonly agreement: string | undefined;
  readonly limit: number;
}

/** The same as it is told: the gravest findings. */
export async function portfolioTold(place: Where, { day, soon, agreement, limit }: AskedOf): Promise<Told> {
  const { told, findings } = await portfolioOf(place, day, soon);
  const asked = agreement === undefined ? findings : findings.filter(({ families }) => families.includes(agreement));
  return { ...told, findings: asked.slice(0, limit).map(findingTold) };
}
