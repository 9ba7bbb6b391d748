/** What a case of an item of ODRL asks, and what must come of it. Texts are Turtle after `prefixes`. */
export interface LevelCase {
  readonly policy: string;
  readonly request: string;
  readonly state?: string;
  readonly parent?: string;
  readonly answer: "permit" | "deny" | "undetermined";
  readonly behavior?: "open";
}

/** An item of ODRL 2.2, what becomes of it here, and how that is seen. */
export interface LevelItem {
  readonly level: 1 | 2;
  readonly item: string;
  /** `refused`: a problem with its path, and all that it could touch is unknown. */
  readonly does: "evaluated" | "read, grants nothing" | "reported" | "refused" | "kept";
  readonly cases: readonly LevelCase[];
  /** Path of the problem, for what is refused. */
  readonly path?: string;
  /** How it stands in an exported instrument of the catalogue; absent: no export has it. */
  readonly exported?: RegExp;
}

export const prefixes = `@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix ai: <https://w3c.github.io/odrl/ai-vocab/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix report: <https://w3id.org/force/compliance-report#> .\n`;

/** Terms that the cases speak of. */
export const vocabulary = "ex:trial skos:broader ex:research . ex:sale skos:broader ex:trade . ex:bavaria dct:isPartOf ex:germany . ex:france dct:isPartOf ex:europe . ex:germany dct:isPartOf ex:europe . ex:x odrl:partOf ex:album .";

const rule = (kind: string, action: string, more = ""): string => `odrl:${kind} [ odrl:target ex:x ; odrl:action ${action} ${more === "" ? "" : `; ${more}`} ]`;
const policy = (...parts: readonly string[]): string => `ex:p a odrl:Set ; ${parts.join(" ; ")} .`;
const asks = (action: string, more = ""): string => `ex:r a odrl:Request ; odrl:permission [ odrl:target ex:x ; odrl:action ${action} ${more === "" ? "" : `; ${more}`} ] .`;
const test = (left: string, operator: string, right: string, more = ""): string => `[ odrl:leftOperand ${left} ; odrl:operator odrl:${operator} ; odrl:rightOperand ${right} ${more} ]`;
const limited = (...constraints: readonly string[]): string => policy(rule("permission", "odrl:use", constraints.map((each) => `odrl:constraint ${each}`).join(" ; ")));
const given = (left: string, right: string, more = ""): string => asks("odrl:use", `odrl:constraint ${test(left, "eq", right, more)}`);
const at = (when: string): string => `<http://example.org/s/currentTime> dct:issued "${when}"^^xsd:dateTime .`;

type Answer = LevelCase["answer"];
const one = (text: string, request: string, answer: Answer, rest: Partial<LevelCase> = {}): LevelCase => ({ policy: text, request, answer, ...rest });

/** A permission limited by one test: a value that meets it, one that does not, and none at all. */
function operandItem(name: string, operator: string, right: string, yes: string, no: string, exported?: RegExp): LevelItem {
  const text = limited(test(`odrl:${name}`, operator, right));
  return { level: 1, item: `operand \`${name}\``, does: "evaluated", cases: [one(text, given(`odrl:${name}`, yes), "permit"), one(text, given(`odrl:${name}`, no), "deny"), one(text, asks("odrl:use"), "undetermined")], ...(exported === undefined ? {} : { exported }) };
}

function operatorItem(name: string, left: string, right: string, yes: string, no: string, exported?: RegExp): LevelItem {
  const text = limited(test(left, name, right));
  return { level: 1, item: `operator \`${name}\``, does: "evaluated", cases: [one(text, given(left, yes), "permit"), one(text, given(left, no), "deny")], ...(exported === undefined ? {} : { exported }) };
}

const days = (number: number): string => `"P${number}D"^^xsd:duration`;
const named = (name: string): RegExp => new RegExp(`"leftOperand": "${name}"`);
const by = (name: string): RegExp => new RegExp(`"operator": "${name}"`);

const types: readonly LevelItem[] = [
  ...["Set", "Policy", "Agreement"].map((type): LevelItem => ({
    level: 1, item: `type \`${type}\``, does: "evaluated", ...(type === "Set" ? { exported: /"@type": "Set"/ } : {}),
    cases: [one(`ex:p a odrl:${type} ; odrl:assigner ex:a ; odrl:assignee ex:b ; ${rule("permission", "odrl:use")} .`, asks("odrl:use", "odrl:assignee ex:b"), "permit")],
  })),
  ...["Offer", "Request", "Ticket", "Assertion", "Privacy"].map((type): LevelItem => ({
    level: type === "Offer" ? 1 : 2, item: `type \`${type}\``, does: "read, grants nothing", cases: [one(`ex:p a odrl:${type} ; odrl:assigner ex:a ; ${rule("permission", "odrl:use")} .`, asks("odrl:use"), "deny")],
  })),
];

const shape: readonly LevelItem[] = [
  { level: 1, item: "`profile`", does: "kept", cases: [one(policy("odrl:profile ex:profile", rule("permission", "odrl:use")), asks("odrl:use"), "permit")], exported: /"profile":/ },
  { level: 1, item: "`assigner`, `assignee`", does: "evaluated", cases: [one(policy(rule("permission", "odrl:use", "odrl:assigner ex:a ; odrl:assignee ex:b")), asks("odrl:use", "odrl:assignee ex:b"), "permit"), one(policy(rule("permission", "odrl:use", "odrl:assignee ex:b")), asks("odrl:use", "odrl:assignee ex:c"), "deny")] },
  { level: 1, item: "`target`", does: "evaluated", cases: [one(policy(rule("permission", "odrl:use")), "ex:r a odrl:Request ; odrl:permission [ odrl:target ex:y ; odrl:action odrl:use ] .", "deny")], exported: /"target":/ },
  { level: 1, item: "compact rules", does: "evaluated", cases: [one("ex:p a odrl:Set ; odrl:target ex:x ; odrl:action odrl:print ; odrl:assignee ex:b ; odrl:permission [ odrl:constraint [ odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperand 5 ] ] .", asks("odrl:print", `odrl:assignee ex:b ; odrl:constraint ${test("odrl:count", "eq", "4")}`), "permit")] },
  { level: 1, item: "several rules, actions, targets, assignees", does: "evaluated", exported: /"action": \[\s*\{[^\]]*\},/, cases: [
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:y, ex:x ; odrl:action odrl:read, odrl:print ; odrl:assignee ex:a, ex:b ] .", asks("odrl:print", "odrl:assignee ex:b"), "permit"),
    one(policy(rule("permission", "odrl:read"), rule("permission", "odrl:print")), asks("odrl:print"), "permit"),
  ] },
  { level: 1, item: "actions: `includedIn`", does: "evaluated", cases: [one(policy(rule("permission", "odrl:use")), asks("odrl:print"), "permit"), one(policy(rule("permission", "ex:scan")), asks("odrl:use"), "undetermined"), one(`${policy(rule("permission", "odrl:reproduce"))} ex:scan odrl:includedIn odrl:reproduce .`, asks("ex:scan"), "permit")], exported: /"odrl:reproduce"|odrl\/2\/reproduce/ },
  { level: 1, item: "actions: `exactMatch`, deprecated ones", does: "evaluated", cases: [one(policy(rule("permission", "odrl:modify")), asks("odrl:write"), "permit"), one(policy(rule("permission", "odrl:copy")), asks("odrl:reproduce"), "permit"), one(policy(rule("permission", "odrl:use")), asks("odrl:lend"), "undetermined")] },
  { level: 1, item: "actions of the draft AI vocabulary", does: "evaluated", cases: [one(policy(rule("permission", "ai:data-mining"), rule("prohibition", "ai:ai-augment"), "odrl:conflict odrl:prohibit"), asks("ai:gen-ai"), "permit"), one(policy(rule("permission", "ai:data-mining"), rule("prohibition", "ai:ai-augment"), "odrl:conflict odrl:prohibit"), asks("ai:ai-augment"), "deny")] },
  { level: 1, item: "`PartyCollection`, `AssetCollection`, `partOf`", does: "evaluated", exported: /"AssetCollection"/, cases: [
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:album ; odrl:action odrl:use ; odrl:assignee ex:staff ] . ex:album a odrl:AssetCollection . ex:staff a odrl:PartyCollection .", asks("odrl:use", "odrl:assignee ex:ann"), "permit", { state: "ex:ann odrl:partOf ex:staff . ex:x odrl:partOf ex:album ." }),
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:use ; odrl:assignee ex:staff ] .", asks("odrl:use", "odrl:assignee ex:ann"), "deny"),
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:use ; odrl:assignee ex:ann ] .", asks("odrl:use", "odrl:assignee ex:ann1"), "permit", { state: "ex:ann1 owl:sameAs ex:ann ." }),
  ] },
  { level: 1, item: "a rule without action or target", does: "refused", path: "/permission/0/target", cases: [one("ex:p a odrl:Set ; odrl:permission [ odrl:action odrl:use ] .", asks("odrl:use"), "undetermined")] },
];

const operators: readonly LevelItem[] = [
  operatorItem("eq", "odrl:count", "3", "3", "4", by("eq")), operatorItem("neq", "odrl:count", "3", "4", "3"), operatorItem("lt", "odrl:count", "3", "2", "3"), operatorItem("lteq", "odrl:count", "3", "3", "4", by("lteq")),
  operatorItem("gt", "odrl:count", "3", "4", "3", by("gt")), operatorItem("gteq", "odrl:count", "3", "3", "2", by("gteq")), operatorItem("isAnyOf", "odrl:purpose", "ex:research, ex:trial", "ex:trial", "ex:sale", by("isAnyOf")),
  operatorItem("isNoneOf", "odrl:purpose", "ex:trade", "ex:research", "ex:sale"), operatorItem("isAllOf", "odrl:purpose", "ex:research", "ex:research", "ex:trade"), operatorItem("isA", "odrl:purpose", "ex:research", "ex:trial", "ex:sale", by("isA")),
  operatorItem("isPartOf", "odrl:spatial", "ex:germany", "ex:bavaria", "ex:france", by("isPartOf")), operatorItem("hasPart", "odrl:spatial", "ex:bavaria", "ex:germany", "ex:france"),
  { level: 1, item: "an order of terms (`purpose lt …`)", does: "refused", path: "/permission/0/constraint/0/operator", cases: [one(limited(test("odrl:purpose", "lt", "ex:research")), given("odrl:purpose", "ex:trial"), "undetermined")] },
];

const operands: readonly LevelItem[] = [
  { level: 1, item: "operand `dateTime`", does: "evaluated", exported: named("dateTime"), cases: [one(limited(test("odrl:dateTime", "lt", '"2026-01-01"^^xsd:date')), asks("odrl:use"), "permit", { state: at("2025-12-31T23:00:00") }), one(limited(test("odrl:dateTime", "lt", '"2026-01-01"^^xsd:date')), asks("odrl:use"), "deny", { state: at("2026-01-01T00:00:00") }), one(limited(test("odrl:dateTime", "lt", '"2026-01-01"^^xsd:date')), asks("odrl:use"), "undetermined")] },
  operandItem("purpose", "isA", "ex:research", "ex:trial", "ex:sale", named("purpose")), operandItem("spatial", "eq", "ex:germany", "ex:germany", "ex:france", named("spatial")),
  operandItem("recipient", "eq", "ex:staff", "ex:staff", "ex:press"), operandItem("industry", "eq", "ex:health", "ex:health", "ex:arms", named("industry")), operandItem("product", "eq", "ex:book", "ex:book", "ex:film"),
  operandItem("count", "lt", "5", "4", "5"), operandItem("payAmount", "lteq", "5.00", "5", "5.01"), operandItem("unitOfCount", "eq", "ex:seat", "ex:seat", "ex:site"), operandItem("language", "eq", '"de"', '"de"', '"fr"'),
  operandItem("event", "eq", "ex:fair", "ex:fair", "ex:war"), operandItem("elapsedTime", "lteq", days(30), days(29), days(31)), operandItem("delayPeriod", "gteq", days(2), days(2), days(1)), operandItem("meteredTime", "lteq", days(5), days(4), days(6)),
  operandItem("timeInterval", "eq", days(7), days(7), days(6)), operandItem("resolution", "lteq", "1200", "600", "1300"), operandItem("percentage", "lteq", "20", "10", "30"), operandItem("version", "eq", '"2"', '"2"', '"3"'), operandItem("deliveryChannel", "eq", "ex:print", "ex:print", "ex:web"),
  { level: 1, item: "the other operands of the Common Vocabulary", does: "evaluated", cases: [one(limited(test("odrl:fileFormat", "eq", "ex:pdf")), given("odrl:fileFormat", "ex:pdf"), "permit"), one(limited(test("odrl:media", "eq", "ex:web")), given("odrl:media", "ex:print"), "deny"), one(limited(test("odrl:absoluteSize", "lt", "10")), given("odrl:absoluteSize", "9"), "permit")] },
  { level: 1, item: "extension operands, by name", does: "evaluated", exported: named("cleartitle:layer"), cases: [one(limited(test("ex:age", "gt", "17")), given("ex:age", "30"), "permit"), one(limited(test("ex:age", "gt", "17")), given("ex:age", "12"), "deny"), one(limited(test("ex:age", "gt", "17")), asks("odrl:use"), "undetermined")] },
  { level: 1, item: "an operand that ODRL does not have", does: "refused", path: "/permission/0/constraint/0/leftOperand", cases: [one(limited(test("odrl:porpoise", "eq", "ex:research")), given("odrl:purpose", "ex:research"), "undetermined")] },
];

const values: readonly LevelItem[] = [
  { level: 1, item: "`xsd:date`, `xsd:dateTime`, `xsd:duration`", does: "evaluated", exported: /"@type": "xsd:date"/, cases: [one(limited(test("odrl:dateTime", "eq", '"2026-01-01"^^xsd:date')), asks("odrl:use"), "permit", { state: at("2026-01-01T18:00:00") }), one(limited(test("odrl:elapsedTime", "lteq", '"P1M"^^xsd:duration')), given("odrl:elapsedTime", days(30)), "undetermined")] },
  { level: 1, item: "`unit`, none converted", does: "evaluated", cases: [
    one(limited(test("odrl:payAmount", "lteq", "5", "; odrl:unit ex:EUR")), given("odrl:payAmount", "5", "; odrl:unit ex:EUR"), "permit"), one(limited(test("odrl:payAmount", "lteq", "5", "; odrl:unit ex:EUR")), given("odrl:payAmount", "5", "; odrl:unit ex:USD"), "undetermined"),
    one(limited(test("odrl:resolution", "lteq", "1200", "; odrl:unit ex:dpi")), given("odrl:resolution", "600"), "undetermined"),
  ] },
  { level: 1, item: "right operands that are names or literals", does: "evaluated", exported: /"rightOperand": \{\s*"@id"/, cases: [one(limited(test("odrl:language", "eq", '"de"')), given("odrl:language", '"de"'), "permit"), one(limited(test("odrl:language", "eq", '"de"')), given("odrl:language", "ex:de"), "undetermined")] },
  { level: 1, item: "`rightOperandReference`, where the state gives it", does: "evaluated", cases: [one(limited("[ odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperandReference ex:limit ]"), given("odrl:count", "3"), "undetermined"), one(limited("[ odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperandReference ex:limit ]"), given("odrl:count", "3"), "permit", { state: "[] <https://w3id.org/force/sotw#describesFeature> ex:limit ; <https://w3id.org/force/sotw#value> 5 ." })] },
];

const reports = (first: string, second: string) => [["first", first], ["second", second]].map(([name, day]) => `[] a report:ConstraintReport ; report:constraint ex:${name!} ; report:satisfactionState report:Satisfied ; dct:created "${day!}"^^xsd:date .`).join(" ");

const logic: readonly LevelItem[] = [
  ...(["and", "or", "xone"] as const).map((name): LevelItem => ({
    level: 1, item: `\`${name}\``, does: "evaluated", ...(name === "xone" ? {} : { exported: new RegExp(`"${name}":`) }),
    cases: ([["3", { and: "permit", or: "permit", xone: "deny" }], ["7", { and: "deny", or: "permit", xone: "permit" }]] as const).map(([value, answer]) => one(limited(`[ odrl:${name} ( ${test("odrl:count", "gt", "1")} ${test("odrl:count", "lt", "5")} ) ]`), given("odrl:count", value), answer[name])),
  })),
  { level: 1, item: "`andSequence`, in the order that reports in the state give", does: "evaluated", cases: (() => {
    const text = `${limited("ex:both")} ex:both odrl:andSequence ( ex:first ex:second ) . ex:first odrl:leftOperand odrl:count ; odrl:operator odrl:gt ; odrl:rightOperand 1 . ex:second odrl:leftOperand odrl:count ; odrl:operator odrl:lt ; odrl:rightOperand 5 .`;
    return [one(text, given("odrl:count", "3"), "permit", { state: reports("2026-01-01", "2026-01-02") }), one(text, given("odrl:count", "3"), "deny", { state: reports("2026-01-02", "2026-01-01") }), one(text, given("odrl:count", "3"), "undetermined"), one(text, given("odrl:count", "7"), "deny")];
  })() },
  { level: 1, item: "refinements of actions", does: "evaluated", cases: [one(policy(`odrl:permission [ odrl:target ex:x ; odrl:action [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> odrl:print ; odrl:refinement ${test("odrl:resolution", "lteq", "1200")} ] ]`), asks("odrl:print", `odrl:constraint ${test("odrl:resolution", "eq", "1300")}`), "deny")] },
  { level: 1, item: "refinements of asset and party collections", does: "evaluated", cases: [
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:x ; odrl:action odrl:use ; odrl:assignee ex:staff ] . ex:staff a odrl:PartyCollection ; odrl:refinement [ odrl:leftOperand ex:age ; odrl:operator odrl:gt ; odrl:rightOperand 17 ] .", asks("odrl:use", "odrl:assignee ex:ann"), "permit", { state: "ex:ann odrl:partOf ex:staff ; ex:age 30 ." }),
    one("ex:p a odrl:Set ; odrl:permission [ odrl:target ex:album ; odrl:action odrl:use ] . ex:album a odrl:AssetCollection ; odrl:refinement [ odrl:leftOperand ex:pages ; odrl:operator odrl:lt ; odrl:rightOperand 9 ] .", asks("odrl:use"), "deny", { state: "ex:x odrl:partOf ex:album ; ex:pages 10 ." }),
  ] },
];

const paid = "[] a report:DutyReport ; report:deonticState report:Fulfilled ; report:rule ex:d .";
const rules: readonly LevelItem[] = [
  { level: 1, item: "permission with `duty`", does: "evaluated", exported: /"duty":/, cases: [one(`${policy(rule("permission", "odrl:use", "odrl:duty ex:d"))} ex:d odrl:action odrl:compensate .`, asks("odrl:use"), "deny"), one(`${policy(rule("permission", "odrl:use", "odrl:duty ex:d"))} ex:d odrl:action odrl:compensate .`, asks("odrl:use"), "permit", { state: paid })] },
  { level: 1, item: "`consequence` of a duty", does: "reported", cases: [one(`${policy(rule("permission", "odrl:use", "odrl:duty ex:d"))} ex:d odrl:action odrl:compensate ; odrl:consequence [ odrl:action odrl:delete ] .`, asks("odrl:use"), "permit", { state: paid })] },
  { level: 1, item: "prohibition with `remedy`", does: "reported", exported: /"prohibition":/, cases: [one(`${policy(rule("permission", "odrl:use"), rule("prohibition", "odrl:print", "odrl:remedy ex:d"))} ex:d odrl:action odrl:anonymize .`, asks("odrl:print"), "deny", { state: paid })] },
  { level: 1, item: "`obligation` of a policy", does: "reported", exported: /"obligation":/, cases: [one(policy(rule("permission", "odrl:use"), "odrl:obligation [ odrl:action odrl:reviewPolicy ]"), asks("odrl:use"), "permit")] },
  ...(["perm", "prohibit", "invalid"] as const).map((name): LevelItem => ({
    level: 1, item: `\`conflict\`: \`${name}\``, does: "evaluated", ...(name === "prohibit" ? { exported: /"conflict": "prohibit"/ } : {}), cases: [one(policy(rule("permission", "odrl:use"), rule("prohibition", "odrl:print"), `odrl:conflict odrl:${name}`), asks("odrl:print"), name === "perm" ? "permit" : "deny")],
  })),
  { level: 1, item: "behavior open and closed", does: "evaluated", cases: [one(policy(rule("prohibition", "odrl:print")), asks("odrl:read"), "permit", { behavior: "open" }), one(policy(rule("prohibition", "odrl:print")), asks("odrl:read"), "deny")] },
];

const parent = "ex:parent a odrl:Set ; odrl:assigner ex:a ; odrl:obligation [ odrl:action odrl:reviewPolicy ] ; odrl:prohibition [ odrl:target ex:x ; odrl:action odrl:print ] .";
const second: readonly LevelItem[] = [
  { level: 2, item: "`inheritFrom` of policies that are given", does: "evaluated", cases: [one(policy("odrl:inheritFrom ex:parent", rule("permission", "odrl:use")), asks("odrl:print"), "deny", { parent }), one(policy("odrl:inheritFrom ex:parent", rule("permission", "odrl:use")), asks("odrl:read"), "permit", { parent })] },
  { level: 2, item: "`inheritFrom` of one that is not", does: "refused", path: "/inheritFrom", exported: /"inheritFrom":/, cases: [one(policy("odrl:inheritFrom ex:parent", rule("permission", "odrl:use")), asks("odrl:read"), "undetermined")] },
  { level: 2, item: "strategies that differ after inheritance", does: "refused", path: "/conflict", cases: [one(policy("odrl:inheritFrom ex:parent", "odrl:conflict odrl:perm", rule("permission", "odrl:use")), asks("odrl:read"), "undetermined", { parent: `${parent} ex:parent odrl:conflict odrl:prohibit .` })] },
  { level: 2, item: "`implies`", does: "evaluated", cases: [one(`${policy(rule("permission", "odrl:use"), rule("prohibition", "odrl:distribute"))} ex:share odrl:includedIn odrl:use ; odrl:implies odrl:distribute .`, asks("ex:share"), "deny"), one(`${policy(rule("permission", "odrl:use"))} ex:share odrl:includedIn odrl:use ; odrl:implies odrl:distribute .`, asks("ex:share"), "permit")] },
  { level: 2, item: "`nextPolicy`, as an action", does: "evaluated", cases: [one(policy(rule("permission", "odrl:nextPolicy")), asks("odrl:nextPolicy"), "permit")] },
  { level: 2, item: "`policyUsage`, the time of the use, for `event`", does: "evaluated", cases: ([["2025-12-01", "permit"], ["2026-02-01", "deny"]] as const).map(([day, answer]) => one(limited(test("odrl:event", "lt", "odrl:policyUsage")), given("odrl:event", `"${day}T00:00:00Z"^^xsd:dateTime`), answer, { state: at("2026-01-01T00:00:00Z") })) },
  { level: 2, item: "`status`", does: "refused", path: "/permission/0/constraint/0/status", cases: [one(limited(test("odrl:count", "lt", "5", "; odrl:status 3")), given("odrl:count", "4"), "undetermined")] },
  { level: 2, item: "extensions that nobody knows, written again as they were", does: "refused", path: "/permission/0/onlyIf", cases: [one(policy(rule("permission", "odrl:use", "ex:onlyIf ex:y")), asks("odrl:use"), "undetermined")] },
];

export const levels: readonly LevelItem[] = [...types, ...shape, ...operators, ...operands, ...values, ...logic, ...rules, ...second].toSorted((a, b) => a.level - b.level);
