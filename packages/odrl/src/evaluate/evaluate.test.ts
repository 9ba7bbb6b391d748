import { describe, expect, test } from "vitest";
import { evaluate, readJsonLd, readPolicies, readRequests, readState, readTurtle, type EvaluateOptions } from "../index.js";

const prefixes = `@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix sotw: <https://w3id.org/force/sotw#> . @prefix ai: <https://w3c.github.io/odrl/ai-vocab/> .\n`;

/** A rule about ex:x, with what is said of it. */
const rule = (kind: "permission" | "prohibition", action: string, more = "") => `odrl:${kind} [ odrl:target ex:x ; odrl:action ${action} ${more === "" ? "" : `; ${more}`} ]`;
const where = (left: string, operator: string, right: string) => `odrl:constraint [ odrl:leftOperand ${left} ; odrl:operator odrl:${operator} ; odrl:rightOperand ${right} ]`;
const policy = (...parts: readonly string[]) => `${prefixes}ex:p a odrl:Set ; ${parts.join(" ; ")} .`;
/** What is asked: an action on ex:x, with values of operands. */
const asks = (action: string, ...values: readonly string[]) => `${prefixes}ex:r a odrl:Request ; odrl:permission [ odrl:action ${action} ; odrl:target ex:x ${values.map((each) => `; ${each}`).join(" ")} ] .`;

const purposes = `ex:drones skos:broader ex:military . ex:military skos:broader ex:any . ex:research skos:broader ex:any . ex:trial skos:broader ex:research . ex:bavaria dct:isPartOf ex:germany . ex:germany dct:isPartOf ex:europe . ex:france dct:isPartOf ex:europe .\n`;

async function decide(policyText: string, requestText: string, stateText = "", options: EvaluateOptions = {}) {
  const { policies } = await readPolicies(policyText, { file: "policy" });
  const { requests } = readRequests(readTurtle(requestText, "request").graph!, "request");
  const state = readState(readTurtle(prefixes + stateText, "state").graph!);
  return evaluate(policies, requests[0]!, state, { vocabularies: [readTurtle(prefixes + purposes, "vocabulary").graph!], ...options });
}

const purpose = (...names: readonly string[]) => names.map((name) => where("odrl:purpose", "eq", `ex:${name}`)).join(" ; ");

describe("what is not known never permits and never clears", () => {
  test.each([
    ["a prohibited purpose by isAnyOf denies", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "isAnyOf", "( ex:military ex:biometrics )"))], asks("odrl:use", purpose("military")), "deny"],
    ["one under it denies too", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "isAnyOf", "( ex:military )"))], asks("odrl:use", purpose("drones")), "deny"],
    ["no purpose stated does not clear the prohibition", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "eq", "ex:military"))], asks("odrl:use"), "undetermined"],
    ["a purpose that no vocabulary places does not either", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "isA", "ex:military"))], asks("odrl:use", purpose("mystery")), "undetermined"],
    ["another purpose clears it", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "isA", "ex:military"))], asks("odrl:use", purpose("research")), "permit"],
    ["no place stated does not clear it", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:spatial", "isPartOf", "ex:europe"))], asks("odrl:use"), "undetermined"],
    ["a part of the place denies", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:spatial", "isPartOf", "ex:europe"))], asks("odrl:use", where("odrl:spatial", "eq", "ex:bavaria")), "deny"],
    ["exclusion is by descent", [rule("permission", "odrl:use", where("odrl:purpose", "isNoneOf", "( ex:military )"))], asks("odrl:use", purpose("drones")), "deny"],
    ["no counter does not permit", [rule("permission", "odrl:use", where("odrl:count", "lt", "5"))], asks("odrl:use"), "undetermined"],
    ["a counter within it does", [rule("permission", "odrl:use", where("odrl:count", "lt", "5"))], asks("odrl:use", where("odrl:count", "eq", "4")), "permit"],
    ["an operator that is misspelled prohibits nothing away", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "neg", "ex:research"))], asks("odrl:use", purpose("research")), "undetermined"],
    ["a left operand that is misspelled does not permit", [rule("permission", "odrl:use", where("odrl:porpoise", "eq", "ex:research"))], asks("odrl:use", purpose("research")), "undetermined"],
    ["an action whose place nobody knows may be a use", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use")], asks("ex:frobnicate"), "undetermined"],
    ["to ask for all use is to ask for what is prohibited in it", [rule("permission", "odrl:use"), rule("prohibition", "odrl:print")], asks("odrl:use"), "deny"],
    ["selling is no use", [rule("permission", "odrl:use")], asks("odrl:sell"), "deny"],
    ["to write is to modify", [rule("permission", "odrl:modify")], asks("odrl:write"), "permit"],
    ["what no rule speaks of is denied", [rule("permission", "odrl:read")], asks("odrl:print"), "deny"],
    ["an unknown property of a rule may limit it", [rule("permission", "odrl:use", "ex:onlyIf ex:y")], asks("odrl:use"), "undetermined"],
    ["a property that describes does not", [rule("permission", "odrl:use", 'dct:description "all"')], asks("odrl:use"), "permit"],
    ["mining is permitted, augmenting is not", [rule("permission", "ai:data-mining"), rule("prohibition", "ai:ai-augment")], asks("ai:gen-ai"), "permit"],
    ["augmenting is not, though it is mining", [rule("permission", "ai:data-mining"), rule("prohibition", "ai:ai-augment"), "odrl:conflict odrl:prohibit"], asks("ai:ai-augment"), "deny"],
  ])("%s", async (_, parts, request, decision) => expect((await decide(policy(...parts), request)).decision).toBe(decision));
});

describe("several values asked", () => {
  test.each([
    ["all of them are covered", [rule("permission", "odrl:use", where("odrl:purpose", "isA", "ex:research"))], ["research", "trial"], "permit"],
    ["one is not", [rule("permission", "odrl:use", where("odrl:purpose", "isA", "ex:research"))], ["research", "military"], "deny"],
    ["two rules cover one each", [rule("permission", "odrl:use", where("odrl:purpose", "isA", "ex:research")), rule("permission", "odrl:use", where("odrl:purpose", "isA", "ex:military"))], ["research", "military"], "permit"],
    ["a prohibition needs one", [rule("permission", "odrl:use"), rule("prohibition", "odrl:use", where("odrl:purpose", "isA", "ex:military"))], ["research", "drones"], "deny"],
    ["all of a set", [rule("permission", "odrl:use", where("odrl:purpose", "isAllOf", "( ex:research ex:military )"))], ["research", "military"], "permit"],
    ["not all of a set", [rule("permission", "odrl:use", where("odrl:purpose", "isAllOf", "( ex:research ex:military )"))], ["research"], "deny"],
  ])("%s", async (_, parts, names, decision) => expect((await decide(policy(...parts), asks("odrl:use", purpose(...names)))).decision).toBe(decision));
});

describe("strategies for a permission and a prohibition that both apply", () => {
  const both = [rule("permission", "odrl:use"), rule("prohibition", "odrl:print")];
  test.each([
    [undefined, "deny", "prohibit", "option"], ["perm", "permit", "perm", "policy"], ["prohibit", "deny", "prohibit", "policy"], ["invalid", "deny", "invalid", "policy"],
  ])("%s", async (stated, decision, strategy, from) => {
    const answer = await decide(policy(...both, ...(stated === undefined ? [] : [`odrl:conflict odrl:${stated}`])), asks("odrl:print"));
    expect([answer.decision, answer.policies[0]!.conflict]).toEqual([decision, { strategy, from }]);
    expect(answer.policies[0]!.notes.some((each) => each.includes("void"))).toBe(stated === "invalid");
  });

  test("across policies a prohibition wins, whatever a policy prefers for itself", async () => {
    const two = `${policy(rule("permission", "odrl:use"), "odrl:conflict odrl:perm")} ex:q a odrl:Set ; ${rule("prohibition", "odrl:use")} .`;
    expect((await decide(two, asks("odrl:use"))).decision).toBe("deny");
  });

  test("where the behavior is open, what nobody prohibits is permitted", async () => {
    expect((await decide(policy(rule("prohibition", "odrl:print")), asks("odrl:read"), "", { behavior: "open" })).decision).toBe("permit");
  });
});

const count = (operator: string, value: string) => `[ odrl:leftOperand odrl:count ; odrl:operator odrl:${operator} ; odrl:rightOperand ${value} ]`;
const by = (who: string) => asks("odrl:use", `odrl:assignee ex:${who}`);

describe("kinds of policy and logic", () => {
  test("an offer grants nothing, and says so", async () => {
    const answer = await decide(`${prefixes}ex:p a odrl:Offer ; odrl:assigner ex:a ; ${rule("permission", "odrl:use")} .`, asks("odrl:use"));
    expect([answer.decision, answer.policies[0]!.decision, answer.policies[0]!.notes]).toEqual(["deny", null, ["an offer grants nothing until it is accepted"]]);
  });

  test.each([
    ["and", "3", "permit"], ["and", "7", "deny"], ["or", "7", "permit"], ["xone", "3", "deny"], ["xone", "7", "permit"], ["andSequence", "3", "undetermined"], ["andSequence", "7", "deny"],
  ])("%s with a count of %s", async (logic, value, decision) => {
    const text = policy(rule("permission", "odrl:use", `odrl:constraint [ odrl:${logic} ( ${count("gt", "1")} ${count("lt", "5")} ) ]`));
    expect((await decide(text, asks("odrl:use", where("odrl:count", "eq", value)))).decision).toBe(decision);
  });

  test("a constraint of the whole policy limits each rule", async () => {
    expect((await decide(policy(rule("permission", "odrl:use"), where("odrl:count", "lt", "5")), asks("odrl:use", where("odrl:count", "eq", "9")))).decision).toBe("deny");
  });

  test("a refinement of a collection reads the member", async () => {
    const text = `${policy(rule("permission", "odrl:use", "odrl:assignee ex:friends"))} ex:friends a odrl:PartyCollection ; odrl:refinement [ odrl:leftOperand ex:age ; odrl:operator odrl:gt ; odrl:rightOperand 17 ] .`;
    const state = "ex:ann odrl:partOf ex:friends ; ex:age 30 . ex:tom odrl:partOf ex:friends ; ex:age 12 . ex:sue odrl:partOf ex:friends .";
    const decisions = await Promise.all(["ann", "tom", "sue", "eve"].map(async (who) => (await decide(text, by(who), state)).decision));
    expect(decisions).toEqual(["permit", "deny", "undetermined", "deny"]);
  });

  test("too many combinations are said to be too many", async () => {
    const many = (left: string) => Array.from({ length: 70 }, (_, index) => where(left, "eq", `ex:t${index}`)).join(" ; ");
    const text = policy(rule("permission", "odrl:use", `${where("odrl:purpose", "isA", "ex:research")} ; ${where("odrl:spatial", "isPartOf", "ex:europe")}`));
    const answer = await decide(text, asks("odrl:use", many("odrl:purpose"), many("odrl:spatial")));
    expect([answer.decision, answer.notes.length]).toEqual(["undetermined", 1]);
  });
});

const bans = (type: string): string => `ex:q a odrl:${type} ; odrl:assigner ex:a ; ${rule("prohibition", "odrl:use")} .`;

describe("a policy of a type that is not evaluated", () => {
  test.each([
    ["Ticket", "undetermined"], ["Assertion", "undetermined"], ["Privacy", "undetermined"], ["Offer", "permit"], ["Request", "permit"],
  ])("may forbid what another one permits, if it binds: %s", async (type, decision) => {
    expect((await decide(`${policy(rule("permission", "odrl:use"))} ${bans(type)}`, asks("odrl:use"))).decision).toBe(decision);
  });
  test.each(["Ticket", "Assertion", "Privacy", "Offer", "Request"])("alone clears nothing, also where what no rule speaks of is permitted: %s", async (type) => {
    const answers = await Promise.all((["open", "closed"] as const).map(async (behavior) => (await decide(`${prefixes}${bans(type)}`, asks("odrl:use"), "", { behavior })).decision));
    expect(answers).toEqual(["undetermined", "deny"]);
  });
});

test("compact, expanded and Turtle spellings of a policy answer alike", async () => {
  const compact = { "@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "Set", uid: "http://example.org/p", permission: [{ target: "http://example.org/x", action: "print", constraint: [{ leftOperand: "count", operator: "lteq", rightOperand: 3 }] }] };
  const odrl = "http://www.w3.org/ns/odrl/2/";
  const expanded = [{ "@id": "http://example.org/p", "@type": [`${odrl}Set`], [`${odrl}permission`]: [{ [`${odrl}target`]: [{ "@id": "http://example.org/x" }], [`${odrl}action`]: [{ "@id": `${odrl}print` }], [`${odrl}constraint`]: [{ [`${odrl}leftOperand`]: [{ "@id": `${odrl}count` }], [`${odrl}operator`]: [{ "@id": `${odrl}lteq` }], [`${odrl}rightOperand`]: [{ "@value": 3 }] }] }] }];
  const texts = [JSON.stringify(compact), JSON.stringify(expanded), policy(rule("permission", "odrl:print", where("odrl:count", "lteq", "3")))];
  for (const [value, decision] of [["3", "permit"], ["4", "deny"]] as const) {
    const answers = await Promise.all(texts.map(async (text) => (await decide(text, asks("odrl:print", where("odrl:count", "eq", value)))).decision));
    expect(answers).toEqual([decision, decision, decision]);
  }
  expect((await readJsonLd(texts[0]!, "p")).problems).toEqual([]);
});
