import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { loadClauses } from "../clause/library.js";
import { readDeal } from "../deal/read-deal.js";
import { deviationsOf } from "./deviation.js";
import { readPlaybook } from "./playbook.js";

const { taxonomies } = openCatalogue().catalogue!;
const library = loadClauses(defaultCatalogueDir()!, taxonomies).library!;

const read = (text: string) => readPlaybook(text, { file: "playbook.yaml", library, taxonomies });

const head = `id: house
title: What we take
side: licensee
`;

const dealOf = (topics: object) => {
  const { file, problems } = readDeal(JSON.stringify({
    id: "d", title: "A deal", written: "2026-01-01", parties: [{ id: "maker", role: "licensor", name: "The Maker" }, { id: "acme", role: "licensee", name: "Acme" }], assets: [{ id: "corpus", kind: "dataset", layers: ["copyright"] }], topics,
  }), { file: "deal.yaml", library, taxonomies });
  expect(problems).toEqual([]);
  return file!.deal;
};

const against = (topics: string, deal: object) => {
  const { playbook, problems } = read(`${head}topics:\n${topics}`);
  expect(problems).toEqual([]);
  return deviationsOf(dealOf(deal), { playbook: playbook!, library, taxonomies });
};

const improvements = (rest: string): string => `  improvements: { want: licensee, ${rest} beyond: stop, why: "Tuned weights hold our data." }\n`;

test.each([
  ["what is wanted is no deviation", "", { version: "licensee" }, []],
  ["what the house goes down to is told as such", "downTo: neutral,", { version: "neutral" }, [["fallback", "version", "neutral"]]],
  ["without `downTo` it goes nowhere", "", { version: "neutral" }, [["stop", "version", "neutral"]]],
  ["beyond the last step it stops", "downTo: neutral,", { version: "licensor" }, [["stop", "version", "licensor"]]],
  ["silence is a deviation", "downTo: neutral,", null, [["stop", "silent", null]]],
  ["words of the parties are one", "downTo: neutral,", { own: { text: ["Acme owns all weights."] } }, [["stop", "own", "own"]]],
] as const)("%s", (_what, rest, taken, expected) => {
  const found = against(improvements(rest), taken === null ? {} : { improvements: taken });
  expect(found.map((each) => [each.severity, each.kind, each.found])).toEqual(expected);
});

test("what favors the house more than it asks for is no deviation", () => {
  expect(against(`  improvements: { want: neutral, beyond: stop, why: "Each owns what it adds." }\n`, { improvements: { version: "licensee" } })).toEqual([]);
});

test("each deviation says why, what may go wrong, and what to propose, in the words of this deal", () => {
  const [found] = against(improvements("downTo: neutral,"), { improvements: { version: "licensor" } });
  expect(found).toMatchObject({ wanted: "licensee", why: "Tuned weights hold our data.", risk: library.topics.get("improvements")!.versions.licensor.risk, beyond: null });
  expect(found!.proposals.map((each) => each.version)).toEqual(["licensee", "neutral"]);
  expect(found!.proposals[0]!.text[0]).toBe("Weights, adapters and embeddings that come of the deal belong to Acme, which takes them elsewhere as it likes and licenses nothing back; there it may make copies, keep copies and run or use it.");
  expect(found!.proposals[1]!.says).toBe("Own the adapters, leave the base.");
  const [strict] = against(improvements(""), { improvements: { version: "licensor" } });
  expect(strict!.proposals.map((each) => each.version)).toEqual(["licensee"]);
  expect(strict!.beyond).toMatchObject({ version: "neutral", says: "Own the adapters, leave the base." });
});

const term = (values: string): string => `  term-and-renewal: { want: neutral, beyond: ask, why: "Plans are made for two years.", values: { ${values} } }\n`;

describe("values", () => {
  test.each([
    ["within the range", term("initial: { from: P1Y, to: P3Y }"), { "term-and-renewal": { version: "neutral", with: { from: "2026-01-01", initial: "P2Y" } } }, []],
    ["too short", term("initial: { from: P3Y }"), { "term-and-renewal": { version: "neutral", with: { from: "2026-01-01", initial: "P2Y" } } }, [["`initial` is P2Y; wanted is at least P3Y", { initial: "P3Y" }]]],
    ["fields beyond the list", `  field-of-use: { want: neutral, beyond: ask, why: "One field.", values: { fields: { only: [medical], all: [medical] } } }\n`, { "field-of-use": { version: "neutral", with: { fields: ["finance"] } } }, [["`fields` is finance; wanted is nothing but medical, also medical", { fields: ["medical"] }]]],
    ["names that are barred", `  field-of-use: { want: neutral, beyond: ask, why: "No arms.", values: { banned: { all: [weapons] }, fields: { none: [military] } } }\n`, { "field-of-use": { version: "neutral", with: { fields: ["medical", "military"] } } }, [["`fields` is medical, military; wanted is without military", { fields: ["medical"] }]]],
    ["money of another currency is not compared, and so not taken", `  price: { want: licensor, beyond: ask, why: "Budget.", values: { fee: { to: "EUR 100000" } } }\n`, { price: { version: "licensor", with: { fee: "USD 5" } } }, [["`fee` is USD 5; wanted is at most EUR 100000", { fee: "EUR 100000" }]]],
    ["a step of the ladder with another value than the library's", `  confidentiality: { want: licensee, downTo: neutral, beyond: ask, why: "Two years are enough." }\n`, { confidentiality: { version: "neutral" } }, [["`after` is P3Y; the ladder has P2Y", {}]]],
  ] as const)("%s", (_what, playbook, deal, expected) => {
    expect(against(playbook, deal).map((each) => [each.message, each.proposals[0]!.with])).toEqual(expected);
  });
});

test("the gravest stand first", () => {
  const two = `  output-indemnity: { want: licensee, downTo: neutral, beyond: ask, why: "Customers ask." }\n  outputs: { want: licensee, beyond: ask, why: "Products." }\n${improvements("")}`;
  expect(against(two, { "output-indemnity": { version: "neutral" }, outputs: { version: "licensor" }, improvements: { version: "licensor" } }).map((each) => [each.severity, each.topic])).toEqual([["stop", "improvements"], ["ask", "outputs"], ["fallback", "output-indemnity"]]);
});

test("a playbook tells all that is wrong with it, each at its place", () => {
  const { playbook, problems } = read(`${head}topics:
  improvments: { want: licensee, beyond: stop, why: "Weights." }
  improvements: { want: neutral, downTo: licensee, beyond: stop, why: "Weights." }
  field-of-use: { want: neutral, beyond: ask, why: "Fields.", values: { fields: { from: 3 }, feilds: { only: [medical] }, banned: { all: [wepons] } } }
  price: { want: neutral, beyond: ask, why: "Money.", values: { fee: { to: "100 EUR" } } }
`);
  expect(playbook).toBeNull();
  expect(problems.map((p) => [p.line, p.code, p.pointer])).toEqual([
    [5, "unknown-name", "/topics/improvments"], [6, "bad-value", "/topics/improvements/downTo"], [7, "not-allowed", "/topics/field-of-use/values/fields/from"], [7, "unknown-name", "/topics/field-of-use/values/feilds"],
    [7, "unknown-name", "/topics/field-of-use/values/banned/all"], [8, "bad-value", "/topics/price/values/fee/to"],
  ]);
  expect(read(`${head}topics: {}\nsurprise: 1\n`).problems.map((p) => p.code)).toContain("unknown-key");
  expect(read("[").problems.length).toBeGreaterThan(0);
});
