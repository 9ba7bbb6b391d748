import { describe, expect, test } from "vitest";
import { compatible, readPolicies, readTurtle, type CompatibleOptions } from "../index.js";

const prefixes = "@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n";
const terms = readTurtle(`${prefixes}ex:trial skos:broader ex:research . ex:study skos:broader ex:research . [] a owl:AllDifferent ; owl:distinctMembers ( ex:sale ex:gift ) . ex:auction skos:broader ex:sale .`, "terms").graph!;

const read = async (text: string) => (await readPolicies(`${prefixes}ex:p a odrl:Set ; ${text} .`, { file: "policy", missing: "any" })).policies[0]!;

async function compare(a: string, b: string, options: CompatibleOptions = {}) {
  return compatible(await read(a), await read(b), { vocabularies: [terms], ...options });
}

const test1 = (left: string, operator: string, right: string) => `[ odrl:leftOperand odrl:${left} ; odrl:operator odrl:${operator} ; odrl:rightOperand ${right} ]`;
const may = (action: string, ...constraints: readonly string[]) => `odrl:permission [ odrl:action odrl:${action} ${constraints.map((each) => `; odrl:constraint ${each}`).join(" ")} ]`;
const mayNot = (action: string, ...constraints: readonly string[]) => may(action, ...constraints).replace("permission", "prohibition");

const many = (left: string) => `[ odrl:or ( ${Array.from({ length: 40 }, (_, index) => test1(left, "eq", String(index))).join(" ")} ) ]`;

describe("two policies", () => {
  test.each([
    ["apart on a number", may("use", test1("percentage", "lt", "10.0")), may("use", test1("percentage", "gteq", "10.0")), "Conflict"],
    ["touching on a number", may("use", test1("percentage", "lteq", "10.0")), may("use", test1("percentage", "gteq", "10.0")), "Compatible"],
    ["between two numbers there is a third", may("use", test1("percentage", "gt", "1")), may("use", test1("percentage", "lt", "1.000000000000000001")), "Compatible"],
    ["between two counts there is none", may("use", test1("count", "gt", "3")), may("use", test1("count", "lt", "4")), "Conflict"],
    ["a percentage ends at a hundred", may("use", test1("percentage", "gt", "100")), may("use", test1("percentage", "gt", "1")), "Conflict"],
    ["no amount is below zero", may("use", test1("payAmount", "lt", "0")), may("use", test1("payAmount", "lteq", "5")), "Conflict"],
    ["all but one point, and that point", may("use", test1("percentage", "neq", "5")), may("use", test1("percentage", "eq", "5")), "Conflict"],
    ["a day holds its hours", may("use", test1("dateTime", "eq", '"2026-01-01"^^xsd:date')), may("use", test1("dateTime", "gteq", '"2026-01-01T23:00:00"^^xsd:dateTime')), "Compatible"],
    ["with a zone on one side a few hours are not certain", may("use", test1("dateTime", "lt", '"2026-01-01T00:00:00Z"^^xsd:dateTime')), may("use", test1("dateTime", "gt", '"2026-01-01T03:00:00"^^xsd:dateTime')), "Unknown"],
    ["but days are", may("use", test1("dateTime", "lt", '"2026-01-01T00:00:00Z"^^xsd:dateTime')), may("use", test1("dateTime", "gt", '"2026-01-05T03:00:00"^^xsd:dateTime')), "Conflict"],
    ["a month is not thirty days", may("use", test1("elapsedTime", "eq", '"P1M"^^xsd:duration')), may("use", test1("elapsedTime", "eq", '"P30D"^^xsd:duration')), "Unknown"],
    ["a month is less than forty days", may("use", test1("elapsedTime", "gteq", '"P40D"^^xsd:duration')), may("use", test1("elapsedTime", "lteq", '"P1M"^^xsd:duration')), "Conflict"],
    ["a kind of it", may("use", test1("purpose", "isA", "ex:research")), may("use", test1("purpose", "eq", "ex:trial")), "Compatible"],
    ["two that nobody told apart", may("use", test1("purpose", "eq", "ex:study")), may("use", test1("purpose", "eq", "ex:trial")), "Unknown"],
    ["two that are told apart", may("use", test1("purpose", "isA", "ex:gift")), may("use", test1("purpose", "eq", "ex:auction")), "Conflict"],
    ["under both of two told apart", may("use", test1("purpose", "isA", "ex:gift")), may("use", test1("purpose", "isA", "ex:sale")), "Conflict"],
    ["one silent", may("use", test1("count", "lt", "3")), may("use"), "Unknown"],
    ["conflict despite silence", may("use", test1("count", "lt", "3"), test1("percentage", "lt", "3")), may("use", test1("count", "gt", "3")), "Conflict"],
    ["two actions apart", may("use"), may("sell"), "Conflict"],
    ["an action within the other", may("use"), may("print"), "Compatible"],
    ["a ban over all of it", may("print"), `${may("use")} ; ${mayNot("print")}`, "Conflict"],
    ["a ban over a part of it", may("print", test1("count", "lt", "10")), `${may("use", test1("count", "lt", "10"))} ; ${mayNot("print", test1("count", "gt", "5"))}`, "Compatible"],
    ["a ban on something narrower", may("use"), `${may("use")} ; ${mayNot("print")}`, "Compatible"],
    ["a ban alone", may("print"), mayNot("use"), "Conflict"],
    ["a duty that is banned", 'odrl:obligation [ odrl:action odrl:delete ; odrl:target ex:x ]', 'odrl:prohibition [ odrl:action odrl:delete ; odrl:target ex:x ]', "Conflict"],
    ["what is not understood", may("use", test1("count", "neg", "3")), may("use"), "Unknown"],
  ])("%s", async (_, a, b, verdict) => {
    expect((await compare(a, b)).verdict).toBe(verdict);
    expect((await compare(b, a)).verdict).toBe(verdict);
  });

  test("a witness is a value that both allow", async () => {
    expect((await compare(may("use", test1("count", "gt", "3")), may("print", test1("count", "lteq", "4")))).witness).toEqual({ action: "print", count: "4" });
    expect((await compare(may("use", test1("purpose", "isA", "ex:research")), may("use", test1("purpose", "eq", "ex:trial")))).witness).toEqual({ action: "use", purpose: "http://example.org/trial" });
  });

  test.each([
    ["a narrower one refines", may("use", test1("count", "lt", "3")), may("use", test1("count", "lt", "5")), "Compatible"],
    ["a wider one escapes", may("use", test1("count", "lt", "5")), may("use", test1("count", "lt", "3")), "Conflict"],
    ["another action escapes", may("sell"), may("use"), "Conflict"],
    ["silence is not known", may("use", test1("count", "lt", "5")), may("use"), "Unknown"],
  ])("refines: %s", async (_, a, b, verdict) => expect((await compare(a, b, { relation: "refines" })).verdict).toBe(verdict));

  test("a formula with too many ways is unknown and returns", async () => {
    const wide = may("use", many("count"), many("percentage"), many("payAmount"));
    expect((await compare(wide, wide)).verdict).toBe("Unknown");
  });
});

const bare = (name: string, left: string): string => `http://example.org/p: the ${name} /${name}/0 names no ${left}, and is compared as one of any`;

describe("what a rule leaves out", () => {
  test.each([
    ["an action", "odrl:permission [ odrl:target ex:data ]", [bare("permission", "action")]],
    ["a target", "odrl:prohibition [ odrl:action odrl:use ]", [bare("prohibition", "target")]],
    ["both", "odrl:permission [ ]", [bare("permission", "action"), bare("permission", "target")]],
    ["the target of a duty, which is owed whatever it is done to", "odrl:obligation [ odrl:action odrl:inform ]", []],
    ["nothing", "odrl:permission [ odrl:action odrl:use ; odrl:target ex:data ]", []],
  ])("is told: %s", async (_, rule, notes) => expect((await compare(rule, "odrl:permission [ odrl:action odrl:use ; odrl:target ex:data ]")).notes).toEqual(notes));
});
