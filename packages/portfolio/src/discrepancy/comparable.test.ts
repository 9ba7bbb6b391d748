import { expect, test } from "vitest";
import { deal, house, law, portfolio, reading } from "../portfolio.fixture.js";
import { sharedParties } from "../document/party.js";
import { readChainFindings } from "./chain.js";
import { Comparable } from "./comparable.js";
import { exclusivityFindings, isExclusive } from "./exclusivity.js";
import type { PortfolioFinding } from "./finding.js";
import { clashingTerms } from "./law.js";
import { isFavored, mostFavoredFindings } from "./most-favored.js";
import { toldAlone } from "./pair-finding.js";

const sides = (licensor: string, licensee: string): Parameters<typeof reading>[1] => ["parties", `between ${licensor} and ${licensee}`, { type: "party", name: licensor, alias: "Licensor" }, { type: "party", name: licensee, alias: "Licensee" }];
const lawIn = (place: string): string => `governing-law: { version: neutral, with: { law: [${place}], seat: [${place}] } }`;
const exclusive = "exclusivity: { version: neutral, with: { fields: [medical], window: P12M } }";
const favored = "most-favored: { version: neutral }";

test("of a pair that is not held against each other no finding comes, whoever gives what to whom", async () => {
  const topics = [lawIn("US"), `${exclusive}, ${lawIn("GB")}`, `${favored}, price: { version: neutral, with: { fee: "USD 90000" } }`, "assignment: { version: licensor }", "assignment: { version: neutral }"];
  const hands = [["maker", "acme"], ["maker", "beta"], ["acme", "customer"], ["beta", "maker"], ["acme", "acme"]] as const;
  const files = Object.fromEntries(["scans", "letters"].flatMap((asset) => hands.flatMap(([from, to], hand) => topics.map((words, at) => {
    const id = `${asset}-${hand}-${at}`;
    return [`${id}.yaml`, deal(id, `{ ${words} }`, { from, to, asset })] as const;
  }))));
  const readings = [reading("one.txt", sides("Maker", "Acme Inc."), law("US"), ["license-grant", "Maker grants a license."]), reading("two.txt", sides("Acme Inc.", "Customer LLC"), ["license-grant", "Acme gives it on."], ["exclusivity", "Nobody else."], law("GB"))];
  const { families, findings } = await portfolio(files, { readings });
  const sharing = families.flatMap((a, at) => families.flatMap((b, place) => (a !== b && sharedParties(a.parties, b.parties).length > 0 ? [{ a, b, isFirst: at < place }] : [])));
  const clashing = sharing.flatMap(({ a, b, isFirst }) => [...(isExclusive(a) ? exclusivityFindings(a, b, house.taxonomies) : []), ...(isFavored(a) ? mostFavoredFindings(a, b) : []), ...(isFirst ? clashingTerms(a, b) : []), ...readChainFindings(a, b)].map(toldAlone));
  const kinds = ["exclusivity", "law", "most-favored", "transfer"] as const;
  const isPair = ({ kind }: PortfolioFinding): boolean => (kinds as readonly string[]).includes(kind);
  const idsOf = (all: readonly PortfolioFinding[]): readonly string[] => all.filter(isPair).map(({ id }) => id).toSorted();
  expect([...new Set(clashing.map(({ kind }) => kind))].toSorted()).toEqual([...kinds, "wider-than-in"]);
  expect(idsOf(findings)).toEqual(idsOf(clashing));
  const comparable = new Comparable(families);
  const compared = families.flatMap((_, place) => (["exclusivity", "most-favored", "terms", "passed-on"] as const).flatMap((comparison) => comparable.against(comparison, place)));
  expect(compared.length).toBeLessThan(sharing.length / 2);
});
