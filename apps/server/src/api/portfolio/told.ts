import type { Portfolio } from "@cleartitle/portfolio";
import type { z } from "@hono/zod-openapi";
import type { KeptPortfolio } from "./kept.js";
import { type Cap, CapForm, type Day, type Entry, type Family, type Finding, type LeftOut, mostNamed, type Place, type PortfolioAnswer, type Sum } from "./schema.js";

type Found = Portfolio["findings"][number];

const placeTold = ({ file, cite, page, start, quote }: Found["places"][number]): z.input<typeof Place> => ({ file, cite, page, start, quote });
const dayTold = ({ on, why }: Portfolio["families"][number]["days"]["to"]): z.input<typeof Day> => ({ on, why });

/** An agreement as it stands. */
export const familyTold = ({ id, title, deal, parties, days, terms, notFound, takenOut }: Portfolio["families"][number], { named }: KeptPortfolio): z.input<typeof Family> => ({
  id, title: title?.value ?? null, form: deal === null ? "reading" : "agreement", isSigned: deal === null ? null : deal.isSigned, parties: parties.map(({ id: party, name, role }) => ({ id: party, name, role })), from: dayTold(days.from), to: dayTold(days.to), noticeBy: dayTold(days.noticeBy),
  topics: terms.map(({ topic, state, term, from }) => ({ topic, state, version: term?.version ?? null, from, place: term === null ? null : placeTold(term.place) })), notFound: [...notFound], takenOut: takenOut.map(({ value }) => value), findings: named.get(id) ?? 0,
});

export const findingTold = ({ id, kind, severity, families, message, places }: Found): z.input<typeof Finding> => ({ id, kind, severity, agreements: families.slice(0, mostNamed), named: families.length, message, places: places.map(placeTold) });

export const entryTold = ({ family, kind, what, on, state, why }: Portfolio["calendar"][number]): z.input<typeof Entry> => ({ agreement: family, kind, what, on, state, why });

type Line = Portfolio["money"]["lines"][number];
export const sumsTold = ({ what, sums }: Line): readonly z.input<typeof Sum>[] => sums.map(({ family, currency, amount }) => ({ what, agreement: family, currency, amount }));

/** Whether what is owed is capped, what leaves most open first. */
export const capsTold = ({ money: { caps } }: Portfolio): readonly z.input<typeof Cap>[] => caps.toSorted((a, b) => CapForm.options.indexOf(a.cap) - CapForm.options.indexOf(b.cap)).map(({ family, cap, says }) => ({ agreement: family, cap, says }));

/** What could not be put together: nothing is passed over. */
export const leftOutTold = ({ leftOut, problems }: Portfolio): readonly z.input<typeof LeftOut>[] =>
  [...leftOut.map(({ file, why }) => ({ file, why })), ...problems.map(({ file, message }) => ({ file, why: message }))].map(({ file, why }) => ({ agreement: (file ?? "").replace(/^agreements\//, ""), why }));

/** What a portfolio comes to. */
export function overviewTold({ portfolio }: KeptPortfolio): z.input<typeof PortfolioAnswer> {
  const { asOf, families, findings, money, coverage, cut } = portfolio;
  const counts = { conflict: 0, look: 0, open: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return {
    day: asOf, agreements: families.length, total: findings.length, counts, coverage: coverage.map(({ topic, found, open, notFound }) => ({ topic, found, open, notFound })), leftOut: leftOutTold(portfolio).length, notAsked: cut.length,
    money: money.lines.map(({ what, totals, sums }) => ({ what, totals: totals.map(({ currency, amount }) => ({ currency, amount })), agreements: new Set(sums.map(({ family }) => family)).size, sums: sums.length })),
    caps: CapForm.options.flatMap((cap) => {
      const agreements = money.caps.filter((each) => each.cap === cap).length;
      return agreements === 0 ? [] : [{ cap, agreements }];
    }),
  };
}
