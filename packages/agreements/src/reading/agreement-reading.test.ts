import { expect, test } from "vitest";
import { readAgreement } from "./agreement-reading.js";
import { clauseModel } from "./weights.js";

const contract = (term: string): Uint8Array => Buffer.from(`LICENSE AGREEMENT\n\nThis License Agreement (the "Agreement") is made as of June 8, 1999 by and between Acme Data, Inc., a Delaware corporation ("Licensor"), and Beta Labs LLC ("Licensee").\n\n1. TERM. ${term}\n\n2. GOVERNING LAW. This Agreement is governed by the laws of the State of New York.\n`);

/** The days of the effective date that are told, each with its quote. */
async function effective(term: string): Promise<readonly (readonly [string, string])[]> {
  const { reading } = await readAgreement(contract(term), "a.txt", clauseModel());
  return reading!.kinds.find(({ kind }) => kind === "effective-date")!.clauses.filter(({ quote }) => quote.includes(term) || term.includes(quote)).flatMap(({ values }) => values.flatMap((value) => (value.type === "day" ? [[value.on, value.quote] as const] : [])));
}

test.each([
  ["the day of the agreement, where the clause refers to it", "The term of this Agreement shall commence on the date hereof and shall continue until December 31, 2000.", [["1999-06-08", "June 8, 1999"]]],
  ["the day that it writes", "The term of this Agreement shall commence on July 1, 1999 and shall continue until December 31, 2000.", [["1999-07-01", "July 1, 1999"]]],
  ["none that would have to be counted", "The term of this Agreement shall commence thirty days after the date hereof and shall continue until December 31, 2000.", []],
])("a clause on the effective date states %s", async (_, term, days) => {
  expect(await effective(term)).toEqual(days);
});
