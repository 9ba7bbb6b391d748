import { describe, expect, test } from "vitest";
import { readPolicies } from "./read-policy.js";

const context = '"@context": "http://www.w3.org/ns/odrl.jsonld"';
const jsonPolicy = (rest: string) => `{ ${context}, "@type": "Set", "uid": "urn:p", "permission": [{ "target": "urn:x", "action": "use"${rest} }] }`;
const turtle = (rest: string) => `@prefix odrl: <http://www.w3.org/ns/odrl/2/> .\n<urn:p> a odrl:Set ; odrl:permission <urn:r> .\n<urn:r> odrl:target <urn:x> ;\n  ${rest} .`;
const constraint = (text: string) => turtle(`odrl:action odrl:use ; odrl:constraint [ ${text} ]`);

describe("what is wrong is told with its path", () => {
  test.each([
    ["no action", turtle("odrl:target <urn:y>"), "missing-key", "/permission/0/action"],
    ["an unknown action", turtle("odrl:action odrl:uze"), "unknown-name", "/permission/0/action/0"],
    ["an unknown operator", constraint("odrl:leftOperand odrl:count ; odrl:operator odrl:neg ; odrl:rightOperand 1"), "unknown-name", "/permission/0/constraint/0/operator"],
    ["an unknown left operand", constraint("odrl:leftOperand odrl:cnt ; odrl:operator odrl:eq ; odrl:rightOperand 1"), "unknown-name", "/permission/0/constraint/0/leftOperand"],
    ["no right operand", constraint("odrl:leftOperand odrl:count ; odrl:operator odrl:eq"), "missing-key", "/permission/0/constraint/0/rightOperand"],
    ["a value of another sort", constraint('odrl:leftOperand odrl:dateTime ; odrl:operator odrl:lt ; odrl:rightOperand "soon"'), "bad-value", "/permission/0/constraint/0/rightOperand"],
    ["a day that is not", constraint('odrl:leftOperand odrl:dateTime ; odrl:operator odrl:lt ; odrl:rightOperand "2023-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'), "bad-value", "/permission/0/constraint/0/rightOperand"],
    ["an order of terms", constraint("odrl:leftOperand odrl:purpose ; odrl:operator odrl:lt ; odrl:rightOperand <urn:a>"), "unsupported", "/permission/0/constraint/0/operator"],
    ["two right operands of one comparison", constraint("odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperand 1, 2"), "bad-value", "/permission/0/constraint/0/rightOperand"],
    ["two logics at once", constraint("odrl:and ( [ ] ) ; odrl:or ( [ ] )"), "unsupported", "/permission/0/constraint/0"],
    ["a constraint that is not there", turtle("odrl:action odrl:use ; odrl:constraint <urn:nowhere>"), "dangling-reference", "/permission/0/constraint/0"],
    ["a constraint within itself", `${turtle("odrl:action odrl:use ; odrl:constraint <urn:c>")} <urn:c> odrl:and ( <urn:c> ) .`, "cyclic-hierarchy", "/permission/0/constraint/0/and/0"],
    ["a status", constraint("odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperand 1 ; odrl:status 3"), "unsupported", "/permission/0/constraint/0/status"],
    ["an unknown strategy", `${turtle("odrl:action odrl:use")} <urn:p> odrl:conflict odrl:maybe .`, "unknown-name", "/conflict"],
    ["two kinds of policy at once", `${turtle("odrl:action odrl:use")} <urn:p> a odrl:Offer, odrl:Request .`, "contradiction", "/type"],
    ["an offer by nobody", `${turtle("odrl:action odrl:use")} <urn:p> a odrl:Offer .`, "missing-key", "/assigner"],
    ["no policy", "<urn:a> <urn:b> <urn:c> .", "not-found", null],
    ["a key that no context defines", jsonPolicy(', "refinment": []'), "unsupported", "/permission/0/refinment"],
    ["a key that the document's own context takes away", `{ "@context": ["http://www.w3.org/ns/odrl.jsonld", { "prohibition": null }], "@type": "Set", "uid": "urn:p", "permission": [{ "target": "urn:x", "action": "use" }], "prohibition": [{ "target": "urn:x", "action": "use" }] }`, "unsupported", "/prohibition"],
    ["a type that is misspelled", jsonPolicy("").replace('"Set"', '"Ofer"'), "unknown-name", "/type"],
    ["an action that is misspelled in JSON", jsonPolicy("").replace('"use"', '"uze"'), "unsupported", "/permission/0/action/0"],
    ["a left operand that is misspelled in JSON", jsonPolicy(', "constraint": [{ "leftOperand": "purpos", "operator": "eq", "rightOperand": 1 }]'), "unsupported", "/permission/0/constraint/0/leftOperand"],
    ["a key given twice", jsonPolicy(', "action": "use"'), "duplicate-key", null],
    ["a context that is not kept here", '{ "@context": "http://example.org/c.jsonld", "@type": "Set" }', "unsupported", "/@context"],
    ["no JSON", '{ "a": ', "json-syntax", null],
    ["no Turtle", "<urn:a> <urn:b", "format-syntax", null],
    ["nested too deeply", `${'{"a:b":'.repeat(300)}1${"}".repeat(300)}`, "too-deep", null],
  ])("%s", async (_, text, code, pointer) => {
    const { problems } = await readPolicies(text, { file: "policy" });
    expect(problems.map((each) => each.code)).toContain(code);
    expect(problems.filter((each) => each.code === code).map((each) => (pointer === null ? null : each.pointer))).toContain(pointer);
  });

  test("with line and column where they are certain, and the nearest name", async () => {
    const { problems } = await readPolicies(`{\n${context}, "@type": "Set", "uid": "urn:p",\n"permission": [{ "target": "urn:x", "action": "use",\n  "constrant": [] }] }`, { file: "policy" });
    expect(problems).toMatchObject([{ line: 4, column: 3, offending: "constrant", hint: "did you mean `constraint`?" }]);
    const inTurtle = await readPolicies(turtle("odrl:action odrl:uze"), { file: "policy" });
    expect(inTurtle.problems[0]).toMatchObject({ line: 4, hint: "did you mean `use`?" });
  });

  test("rules with several actions, targets and assignees are taken apart", async () => {
    const { policies } = await readPolicies(turtle("odrl:target <urn:y> ; odrl:action odrl:use, odrl:print ; odrl:assignee <urn:a>, <urn:b>"), { file: "policy" });
    expect(policies[0]!.rules.length).toBe(8);
    expect(new Set(policies[0]!.rules.map((each) => each.id)).size).toBe(1);
  });
});
