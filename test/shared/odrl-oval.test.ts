import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { evaluate, readPolicies, readRdf, readState, readTurtle, writeJsonLd, writeTurtle } from "@cleartitle/odrl";

const root = "../shared/data/odrl/oval/validation/";
const files = (folder: string): string[] => (existsSync(root + folder) ? readdirSync(root + folder).toSorted().map((name) => `${folder}/${name}`) : []);
const read = (path: string) => readPolicies(readFileSync(root + path, "utf8"), { file: path });

/** What the Recommendation refuses; what is only not understood here is told apart as `unsupported`. */
const faults = async (path: string) => (await read(path)).problems.filter((each) => each.code !== "unsupported").map((each) => `${each.pointer} ${each.message}`);

const rules = async (path: string) => (await read(path)).policies[0]!.rules.map((rule) => [rule.action?.iri, rule.target?.id, rule.assignee?.id ?? null].join(" ")).toSorted();

describe("the validation files of OVAL", () => {
  test.each([...files("valid_ODRL"), ...files("valid_compact_ODRL"), ...files("valid_compound_ODRL")])("%s is read without a fault", async (path) => {
    expect(await faults(path)).toEqual([]);
    expect((await read(path)).policies.length).toBeGreaterThan(0);
  });

  test.each(files("invalid_ODRL"))("%s is refused with its path", async (path) => {
    expect(await faults(path)).toContain("/permission/0/action the permission names no action");
  });

  test.each([...files("valid_ODRL"), ...files("valid_compact_ODRL"), ...files("valid_compound_ODRL")])("%s is written again in both syntaxes, and read alike", async (path) => {
    const { graph } = await readRdf(readFileSync(root + path, "utf8"), path);
    const told = async (text: string) => {
      const { policies, problems } = await readPolicies(text, { file: path });
      return JSON.stringify([policies, problems.map((each) => each.pointer)], (key, value: unknown) => (key === "id" || key === "declared" ? undefined : typeof value === "bigint" ? String(value) : value));
    };
    const expected = await told(readFileSync(root + path, "utf8"));
    expect(await told(writeTurtle(graph!))).toBe(expected);
    expect(await told(await writeJsonLd(graph!))).toBe(expected);
  });

  test("28 valid ones, one compact, one compound, two invalid are here", () => {
    expect(["valid_ODRL", "valid_compact_ODRL", "valid_compound_ODRL", "invalid_ODRL"].map((each) => files(each).length)).toEqual([28, 1, 1, 2]);
  });

  test("the compact and the compound one are taken apart into the rules of the files that write them out", async () => {
    expect(await rules("valid_compact_ODRL/odrl24.jsonld")).toEqual(await rules("valid_ODRL/odrl25.jsonld"));
    expect(await rules("valid_compound_ODRL/odrl22.jsonld")).toEqual(await rules("valid_ODRL/odrl23.jsonld"));
  });

  test("what is not understood is told with its path, and never permits", async () => {
    const told = await Promise.all(files("valid_ODRL").map(async (path) => ({ path, ...(await read(path)) })));
    expect(told.filter((each) => each.problems.length > 0).map((each) => [each.path.split("/")[1], each.problems.map((one) => one.pointer)])).toEqual([
      ["odrl12.jsonld", ["/permission/0/target/0/refinement/0/leftOperand"]], ["odrl28.jsonld", ["/inheritFrom"]], ["odrl29.jsonld", ["/inheritFrom"]], ["odrl5.jsonld", ["/permission/0/summary"]],
    ]);
    const state = readState(readTurtle("", "state").graph!);
    for (const { policies } of told.filter((each) => each.problems.length > 0)) {
      const rule = policies[0]!.rules[0]!;
      const request = { id: "r", ruleId: null, action: rule.action!.iri, party: rule.assignee?.id ?? null, target: rule.target!.id, features: new Map() };
      expect(evaluate(policies, request, state).decision).toBe(policies[0]!.type === "Offer" ? "deny" : "undetermined");
    }
  });
});
