import { amendmentFindings, chainFindings, compileDeal, readDeal, type DealFile } from "@cleartitle/agreements";
import { decide } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";
import { expect, test } from "vitest";
import { betweenThem } from "../../apps/cli/src/agreements/check.js";
import { DealLife, medical, signedMedical } from "../agreements/deal-life.js";
import { exampleText, readText } from "../examples/example.js";
import { catalogue, library } from "./clause-house.js";

const { taxonomies } = catalogue;
const house = { library, taxonomies };

const dealOf = (licensor: string, asset: string, topics: object = {}, more: object = {}): DealFile => {
  const deal = { id: "out", title: "Passed on", written: "2026-05-01", parties: [{ id: licensor, role: "licensor" }, { id: "taker", role: "licensee" }], assets: [{ id: asset, kind: "dataset", layers: ["copyright"] }], topics: { "permitted-acts": { version: "neutral" }, territory: { version: "licensor", with: { places: ["GB"], hosting: ["GB"] } }, "field-of-use": { version: "neutral", with: { fields: ["medical"] } }, ...topics }, ...more };
  const { file, problems } = readDeal(JSON.stringify(deal), { file: "deal.yaml", library, taxonomies });
  expect(problems).toEqual([]);
  return file!;
};

const ownWork = readText(exampleText("own-work/cleartitle.yaml"), "cleartitle.yaml");
// By the neutral version on improvements neither party hands on what is the other's, whatever else the deal permits.
const signed = (sublicensing: string): TitleGraph => signedMedical(`${medical.deal.replace("improvements: { version: neutral }", "improvements: { version: licensee }")}  sublicensing: { version: ${sublicensing} }\n`).graph;

/** Rule 8, by what the records say of the licensor. */
test.each<readonly [string, TitleGraph, string, string, readonly string[]]>([
  ["what one made or was assigned", ownWork, "dictionary-house", "dictionary", []],
  ["what has a gap in its chain", ownWork, "dictionary-house", "second-edition", ["look: `dictionary-house` licenses `second-edition`, and by the records it is not known whether it has itself: `sublicense`, `evaluate`, `train-on`"]],
  ["who is not recorded", signedMedical().graph, "stranger", "scans", ["look: `stranger` is not in the records: whether it may license `scans` is not known"]],
  ["what is not recorded", ownWork, "dictionary-house", "atlas", ["look: `atlas` is not in the records: whether `dictionary-house` may license it is not known"]],
  ["what one may use and not pass on", signed("licensor"), "pharma", "scans", ["contradiction: `pharma` licenses `scans`, and by the records it has not itself: `sublicense`"]],
  ["what one may pass on", signed("licensee"), "pharma", "scans", []],
])("8: %s", (_what, graph, licensor, asset, expected) => {
  const file = dealOf(licensor, asset);
  const { compiled } = compileDeal(file, house);
  const { rule, findings } = chainFindings(file.deal, compiled!, { world: { graph, catalogue }, decide, on: "2026-12-01" });
  expect([rule, findings.map(({ severity, message }) => `${severity}: ${message}`)]).toEqual([8, expected]);
});

const own = (...text: readonly string[]): object => ({ own: { text } });
const amendment = (id: string, from: string, topics: object): never => ({ agreement: "out", id, from, topics }) as never;

test.each<readonly [string, readonly never[], readonly string[]]>([
  ["a number that an earlier amendment gave to another clause", [amendment("without-acts", "2026-07-01", { "permitted-acts": null }), amendment("more", "2026-08-01", { publicity: own("As clause 2.1 says, nobody speaks of it.") })], ["`more` points at 2.1, which was `permitted-acts` in the text that was signed and is `field-of-use` after the amendments before it"]],
  ["a number that is as it was", [amendment("other-fields", "2026-07-01", { "field-of-use": { version: "licensee" } }), amendment("more", "2026-08-01", { publicity: own("As clause 2.1 says, nobody speaks of it.") })], []],
  ["one that points before anything was changed", [amendment("more", "2026-06-01", { publicity: own("As clause 2.1 says, nobody speaks of it.") }), amendment("without-acts", "2026-07-01", { "permitted-acts": null })], []],
])("13: %s", (_what, amendments, expected) => {
  const { rule, findings } = amendmentFindings(dealOf("maker", "scans").deal, amendments, house);
  expect([rule, findings.map(({ message }) => message)]).toEqual([13, expected]);
});

test("7: what is given exclusively is given to nobody else, of the deals of one house", async () => {
  const term = { "term-and-renewal": { version: "neutral", with: { from: "2026-06-01", initial: "P2Y" } } };
  const lives = [["first", { exclusivity: { version: "neutral" }, ...term }], ["second", term], ["third", { ...term, "field-of-use": { version: "neutral", with: { fields: ["finance"] } } }]] as const;
  const agreements = lives.map(([id, topics]) => {
    const { deal } = dealOf("dictionary-house", "dictionary", topics, { id, parties: [{ id: "dictionary-house", role: "licensor" }, { id: `taker-of-${id}`, role: "licensee" }] });
    return new DealLife(id, exampleText("own-work/cleartitle.yaml")).all([{ step: "draft", text: JSON.stringify(deal) }]).agreement();
  });
  const between = await betweenThem(agreements, { house, catalogue, decide }, "2026-06-01");
  expect(["first", "second", "third"].map((id) => between(id).map(({ rule, severity }) => `${rule} ${severity}`))).toEqual([["7 contradiction"], ["7 contradiction"], []]);
});
