import { expect, test } from "vitest";
import { deal, house, law, portfolio, reading } from "../portfolio.fixture.js";
import { sharedParties } from "../document/party.js";
import { readChainFindings } from "./chain.js";
import { comparablePairs } from "./comparable.js";
import { exclusivityFindings } from "./exclusivity.js";
import { lawFindings, transferFindings } from "./law.js";
import { mostFavoredFindings } from "./most-favored.js";

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
  const { families } = await portfolio(files, { readings });
  const compared = new Set([...comparablePairs(families)].map(([a, b]) => `${a.id} ${b.id}`));
  const sharing = families.flatMap((a, at) => families.slice(at + 1).map((b) => [a, b] as const)).filter(([a, b]) => sharedParties(a.parties, b.parties).length > 0);
  const clashing = sharing.flatMap((pair) =>
    [...exclusivityFindings(pair, house.taxonomies), ...mostFavoredFindings(pair), ...lawFindings(pair), ...transferFindings(pair), ...readChainFindings(pair)].map(({ kind }) => ({ kind, pair: `${pair[0].id} ${pair[1].id}` })));
  expect([...new Set(clashing.map(({ kind }) => kind))].toSorted()).toEqual(["exclusivity", "law", "most-favored", "transfer", "wider-than-in"]);
  expect(clashing.filter(({ pair }) => !compared.has(pair))).toEqual([]);
  expect(compared.size).toBeLessThan(sharing.length);
});
