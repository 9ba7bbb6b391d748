import { describe, expect, it } from "vitest";
import { valueOfClause } from "./clause-value.js";
import { dayOf } from "./day.js";

describe("days", () => {
  it.each([
    ["May 8, 2014", "2014-05-08"],
    ["8th day of May 2014", "2014-05-08"],
    ["26t h day of March, 2014", "2014-03-26"],
    ["1 s t day of May 2014", "2014-05-01"],
    ["06 October 2000", "2000-10-06"],
    ["9/29/04", "2004-09-29"],
    ["29.9.2004", "2004-09-29"],
    ["2026-12-01", "2026-12-01"],
    ["February ____, 2017", "2017-02"],
    ["February 30, 2017", null],
    ["in due time", null],
  ])("%s", (text, on) => {
    expect(dayOf(text)).toBe(on);
  });
});

describe("values of clauses", () => {
  it.each([
    ["governing-law", "It is governed by the laws of the State of New York, without regard to the conflict of laws of California.", [{ type: "law", places: ["US-NY"], quote: "New York" }]],
    ["governing-law", "The laws of the Province of Ontario and the federal laws of Canada applicable therein govern.", [{ type: "law", places: ["CA-ON"], quote: "Ontario" }]],
    ["governing-law", "THIS AGREEMENT IS CONSTRUED UNDER ENGLISH LAW AND THE COURTS OF PARIS ARE COMPETENT.", [{ type: "law", places: ["GB-ENG"], quote: "ENGLISH" }]],
    ["governing-law", "The parties submit to arbitration.", []],
    ["renewal-term", "The term is two (2) years and renews automatically for successive one (1) year terms unless a party gives ninety (90) days' notice.", [{ type: "renewal", period: "P1Y", successive: true, automatic: true, quote: "one (1) year" }]],
    ["notice-period-to-terminate-renewal", "It renews for one-year terms unless notice is given at least one hundred eighty (180) days prior to the end.", [{ type: "period", period: "P180D", quote: "one hundred eighty (180) days" }]],
    ["notice-period-to-terminate-renewal", "Either party may prevent renewal by six months written notice.", [{ type: "period", period: "P6M", quote: "six months" }]],
    ["effective-date", "It takes effect on January 1, 2013.", [{ type: "day", on: "2013-01-01", quote: "January 1, 2013" }]],
    ["effective-date", "The term commences on January 1, 2008 and ends on December 31, 2008.", [{ type: "day", on: "2008-01-01", quote: "January 1, 2008" }]],
    ["effective-date", "Executed on the 5th day of December, 2007, to be effective January 1, 2008.", [{ type: "day", on: "2008-01-01", quote: "January 1, 2008" }]],
    ["effective-date", "Made and entered into effective this 26t h day of March, 2014.", [{ type: "day", on: "2014-03-26", quote: "26t h day of March, 2014" }]],
    ["effective-date", "It takes effect on the 2 n d day of June 2015.", [{ type: "day", on: "2015-06-02", quote: "2 n d day of June 2015" }]],
    ["effective-date", "The term begins on the date hereof and continues until December 31, 2022.", []],
    ["effective-date", "This agreement is dated March 3, 2003.", [{ type: "day", on: "2003-03-03", quote: "March 3, 2003" }]],
    ["expiration-date", "From February 21, 2011 through December 31, 2012.", [{ type: "day", on: "2012-12-31", quote: "December 31, 2012" }]],
    ["expiration-date", "It commences on September 10, 2015 and continues for one (1) year.", [{ type: "period", period: "P1Y", quote: "one (1) year" }]],
    ["renewal-term", "It is renewed tacitly every year.", [{ type: "renewal", period: "P1Y", successive: true, quote: "every year" }]],
    ["renewal-term", "It may be renewed for an additional term of ten (10) years by notice in writing.", [{ type: "renewal", period: "P10Y", quote: "ten (10) years" }]],
    ["expiration-date", "It lasts for five (5) years.", [{ type: "period", period: "P5Y", quote: "five (5) years" }]],
    ["minimum-commitment", "It buys for US$1.25 million and €2,000.50 a year.", [{ type: "money", currency: "USD", amount: "1250000", quote: "US$1.25 million" }, { type: "money", currency: "EUR", amount: "2000.5", quote: "€2,000.50" }]],
    ["cap-on-liability", "Liability shall not exceed two times the fees paid in the twelve (12) months before the claim.", [{ type: "cap", of: "paid", times: 2, period: "P12M", quote: "fees paid" }]],
    ["cap-on-liability", "Liability shall not exceed $50,000.", [{ type: "cap", of: "sum", quote: "$50,000" }]],
    ["cap-on-liability", "Neither party is liable for lost profits.", []],
    ["parties", 'between Acme Data, Inc., a corporation ("Licensor"), and Beta Labs LLC (the "Licensee").', [{ type: "party", name: "Acme Data, Inc.", alias: "Licensor", quote: "Acme Data, Inc." }, { type: "party", name: "Beta Labs LLC", alias: "Licensee", quote: "Beta Labs LLC" }]],
    ["parties", 'is made on July 6, 2020 BETWEEN Acme Data, Inc. and Jane Roe, an individual ("Consultant").', [{ type: "party", name: "Acme Data, Inc.", alias: null, quote: "Acme Data, Inc." }, { type: "party", name: "Jane Roe", alias: "Consultant", quote: "Jane Roe" }]],
    ["parties", 'by and between iPayment, Inc. ("ISO"), e-centives, Inc. (the "Provider"), Bunker One (USA) Inc. and Ann B. Roe, an individual.', ["iPayment, Inc.", "e-centives, Inc.", "Bunker One (USA) Inc.", "Ann B. Roe"].map((name) => ({ type: "party", name, quote: name }))],
    ["parties", "By: /s/ Jo Roe Jo Roe Chief Financial Officer ACME HOLDINGS, INC. and a CO-BRANDING paper", [{ type: "party", name: "ACME HOLDINGS, INC.", quote: "ACME HOLDINGS, INC." }]],
    ["parties", '(1) Acme Limited (the "Employer"); and (2) Jane Roe of 1 High Street (the "Executive").', [{ type: "party", name: "Acme Limited", alias: "Employer", quote: "Acme Limited" }, { type: "party", name: "Jane Roe", alias: "Executive", quote: "Jane Roe" }]],
    ["parties", 'between Ann Roe ("Endorser"), beta.com, Inc. ("Beta"), ACME LICENSING & MORE, a division of Acme Group, Inc. ("Acme"), and i-on interactive.', ["Ann Roe", "beta.com, Inc.", "ACME LICENSING & MORE", "Acme Group, Inc."].map((name) => ({ type: "party", name, quote: name }))],
    ["parties", "by and between Gamma Labs, a Delaware corporation, and Jane Roe.", [{ type: "party", name: "Gamma Labs", quote: "Gamma Labs" }]],
    ["parties", "A".repeat(100_000), []],
    ["parties", 'It keeps Confidential Information ("Information") secret; Beta Labs LLC, a Delaware Corporation. The Company agrees.', [{ type: "party", name: "Beta Labs LLC", quote: "Beta Labs LLC" }]],
    ["renewal-term", "It renews automatically\n        for   successive\n        one (1)\n        year terms.", [{ type: "renewal", period: "P1Y", quote: "one (1)\n        year" }]],
    ["notice-period-to-terminate-renewal", `one${" ".repeat(2_000)}two${" ".repeat(2_000)}three`, []],
    ["non-compete", "It shall not compete for two years.", []],
  ] as const)("%s: %s", (kind, text, values) => {
    // Every value points at its words, wherever the clause stands.
    const offset = 1_000;
    const read = valueOfClause(kind, text, offset).map((value) => ({ ...value, quote: text.slice(value.start - offset, value.end - offset) }));
    expect(read).toMatchObject(values);
    expect(read).toHaveLength(values.length);
  });
});
