import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { contexts, odrlContext } from "./context.js";
import { actions, conflicts, logicalOperands, odrl, operands, operators, partyFunctions, policyTypes } from "./model/vocabulary.js";

const expand = async (document: object) => (await jsonld.expand({ "@context": odrlContext, ...document } as never)) as unknown as readonly Record<string, readonly Record<string, string>[]>[];

/** Properties of ODRL 2.2 with how a plain text stands under each: as a name, as a term of the vocabulary, as a value. */
const properties: readonly (readonly [string, "id" | "vocab" | "value"])[] = [
  ...["profile", "inheritFrom", "target", "output", "relation", "hasPolicy", "assigner", "assignee", "assignerOf", "assigneeOf", "partOf", "source", "permission", "prohibition", "obligation", "duty", "consequence", "remedy", "failure", "constraint", "refinement", "unit", "status", "rightOperandReference", ...logicalOperands, ...partyFunctions].map((name) => [name, "id"] as const),
  ...["conflict", "action", "includedIn", "implies", "leftOperand", "operator"].map((name) => [name, "vocab"] as const),
  ["rightOperand", "value"],
];

describe("the context of ODRL 2.2, term by term", () => {
  test.each(properties)("property `%s` takes a plain text as %s", async (name, as) => {
    const [node] = await expand({ "@id": "urn:a", [name]: as === "vocab" ? "use" : "urn:b" });
    expect(node![odrl + name]).toEqual([as === "value" ? { "@value": "urn:b" } : { "@id": as === "vocab" ? `${odrl}use` : "urn:b" }]);
  });

  test.each([...policyTypes, "Asset", "AssetCollection", "Party", "PartyCollection", "Permission", "Prohibition", "Duty", "Action", "Constraint", "LogicalConstraint"])("class `%s`", async (name) => {
    expect((await expand({ "@id": "urn:a", "@type": name }))[0]!["@type"]).toEqual([odrl + name]);
  });

  test.each([...operators, ...Object.keys(operands), ...conflicts])("word `%s` is itself and no other", async (name) => {
    const property = operators.includes(name as never) ? "operator" : conflicts.includes(name as never) ? "conflict" : "leftOperand";
    expect((await expand({ "@id": "urn:a", [property]: name }))[0]![odrl + property]).toEqual([{ "@id": odrl + name }]);
  });

  test.each([...actions.keys()].filter((each) => each.startsWith(odrl)).map((each) => each.slice(odrl.length)))("action `%s`", async (name) => {
    expect((await expand({ "@id": "urn:a", action: name }))[0]![`${odrl}action`]).toEqual([{ "@id": odrl + name }]);
  });

  test("`uid` and `type` are the keywords", async () => expect(await expand({ uid: "urn:a", type: "Set" })).toEqual([{ "@id": "urn:a", "@type": [`${odrl}Set`] }]));

  test("no two terms share an IRI unless they are one property and its class", () => {
    const iris = Object.values(odrlContext).map((each) => (typeof each === "string" ? each : each["@id"])).filter((each) => each.startsWith(odrl) && each !== odrl);
    expect(iris.length).toBe(new Set(iris).size);
  });

  test("the contexts of the Formal Semantics draft are kept here too", () => expect([...contexts.keys()].length).toBe(4));
});
