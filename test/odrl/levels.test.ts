import { readFileSync } from "node:fs";
import { evaluate, readPolicies, readRequests, readState, readTurtle, reportJson, writeInstrument, type ComplianceReport } from "@cleartitle/odrl";
import { openCatalogue } from "@cleartitle/catalogue";
import { describe, expect, test } from "vitest";
import { levels, prefixes, vocabulary, type LevelCase, type LevelItem } from "./levels.js";

const graphOf = (text: string) => readTurtle(prefixes + text, "case").graph!;

async function answerTo({ policy, request, state, parent, behavior }: LevelCase): Promise<{ readonly report: ComplianceReport; readonly pointers: readonly (string | null)[] }> {
  const { policies, problems } = await readPolicies(prefixes + policy, { file: "policy", parents: parent === undefined ? [] : [graphOf(parent)] });
  const { requests } = readRequests(graphOf(request), "request");
  const report = evaluate(policies, requests[0]!, readState(graphOf(state ?? "")), { vocabularies: [graphOf(vocabulary)], ...(behavior === undefined ? {} : { behavior }) });
  return { report, pointers: problems.map((each) => each.pointer) };
}

const cases = levels.flatMap((level) => level.cases.map((each, index) => [`${level.item} ${index + 1}`, level, each] as const));

/** An item as `docs/odrl.md` lists it. */
const row = ({ level, item, does, path, exported }: LevelItem): string => `| ${level} | ${item} | ${does}${path === undefined ? "" : ` at \`${path}\``} | ${exported === undefined ? "" : "yes"} |`;

describe("ODRL 2.2, item by item", () => {
  test("every item has a case", () => expect(levels.filter((each) => each.cases.length === 0)).toEqual([]));

  test.each(cases)("%s", async (_, level, each) => {
    const { report, pointers } = await answerTo(each);
    expect(report.decision).toBe(each.answer);
    expect(level.path === undefined ? pointers : pointers.filter((one) => one === level.path)).toEqual(level.path === undefined ? [] : [level.path]);
  });

  test("what is reported stands in the report", async () => {
    const told = await Promise.all(levels.filter((each) => each.does === "reported").map(async (each) => JSON.stringify(reportJson((await answerTo(each.cases[0]!)).report))));
    expect(told.map((each) => ['"consequences":[{', '"remedies":[{', '"kind":"obligation"'].filter((one) => each.includes(one)))).toEqual([['"consequences":[{'], ['"remedies":[{'], ['"kind":"obligation"']]);
  });

  test("an item is exported where the table says so, and nowhere else", () => {
    const { catalogue } = openCatalogue();
    const text = [...catalogue!.instruments.values()].map((each) => writeInstrument(each, catalogue!.taxonomies)).join("\n");
    expect(levels.filter((each) => each.exported !== undefined && !each.exported.test(text)).map((each) => each.item)).toEqual([]);
    const silent = levels.filter((each) => each.exported === undefined).flatMap((each) => [.../^operator `(\w+)`$/.exec(each.item) ?? []].slice(1).map((name) => `"operator": "${name}"`).concat([.../^operand `(\w+)`$/.exec(each.item) ?? []].slice(1).map((name) => `"leftOperand": "${name}"`)));
    expect(silent.length).toBeGreaterThan(10);
    expect(silent.filter((each) => text.includes(each))).toEqual([]);
  });

  test("the table in the docs is this one", () => {
    const docs = readFileSync("docs/odrl.md", "utf8");
    expect(levels.map(row).filter((each) => !docs.includes(`${each}\n`))).toEqual([]);
    expect(docs.split("\n").filter((line) => /^\| [12] \|/.test(line)).length).toBe(levels.length);
  });
});
