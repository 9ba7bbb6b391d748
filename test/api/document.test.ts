import { Ajv2020 } from "ajv/dist/2020.js";
import { apiDocument } from "@cleartitle/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

const document = apiDocument() as Record<string, any>;
let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

test("the document that is checked in is what the routes say: `npm run openapi` writes it", async () => {
  await expect(`${JSON.stringify(document, null, 1)}\n`).toMatchFileSnapshot("../../apps/server/openapi.json");
  expect(await (await house.ask("/openapi.json")).json()).toEqual(document);
});

test("each route names what it needs, and has a name of its own", () => {
  const { paths } = document as { readonly paths: Record<string, Record<string, Record<string, string>>> };
  const operations = Object.values(paths).flatMap((each) => Object.values(each));
  expect(operations.every((each) => typeof each["x-permission"] === "string")).toBe(true);
  expect(new Set(operations.map((each) => each["operationId"])).size).toBe(operations.length);
  expect(operations.length).toBe(house.api.routes.length);
});

/** What the document leaves open, and why. Anything else has a schema of its own. */
const open: Readonly<Record<string, string>> = {
  "AuditEntry/detail": "what is told of an entry is another thing for each kind of it, and is read by people",
  "Run/result": "each kind of work comes to something of its own",
  "LedgerEntry/open/*/value": "a field of an event says whatever was recorded, and verifies whatever it says",
  "CatalogueText": "a record of the catalogue as it stands there, of whichever kind: its own schema is the one by which the catalogue is checked",
  "Deal/topics/*/own/norms/*/*": "written in the norm language, and read with the clauses when it is compiled",
  "Deal/topics/*/own/limits/*/if": "the same",
  "NegotiationFile/issues/*/options/*/with": "of the clause that the option takes, whose fields the library of clauses tells",
  "NegotiationFile/issues/*/options/*/own": "a clause as a deal writes it, and read as one where it is taken",
};

/** Where a schema says nothing of what may stand there. A description beside a reference adds nothing to it. */
function openIn(schema: Record<string, any>, at: string): string[] {
  if (schema["$ref"] !== undefined || schema["allOf"] !== undefined) return [];
  const says = Object.keys(schema).filter((key) => !["description", "title", "example", "default"].includes(key));
  const isObject = [schema["type"]].flat().includes("object");
  const values = schema["additionalProperties"] as Record<string, any> | boolean | undefined;
  if (says.length === 0 || (isObject && schema["properties"] === undefined && (typeof values !== "object" || Object.keys(values).length === 0)) || (schema["type"] === "array" && schema["items"] === undefined && schema["prefixItems"] === undefined)) return [at];
  return [
    ...Object.entries((schema["properties"] ?? {}) as Record<string, object>).flatMap(([name, each]) => openIn(each, `${at}/${name}`)),
    ...[...[schema["items"]].flat(), values].flatMap((each) => (typeof each === "object" ? openIn(each as object, `${at}/*`) : [])),
    ...["anyOf", "oneOf"].flatMap((key) => ((schema[key] ?? []) as object[]).flatMap((each) => openIn(each, at))),
  ];
}

test("whatever is asked or answered has a schema, but for what is said to have none", () => {
  const { schemas } = document["components"] as { readonly schemas: Record<string, object> };
  const bodies = Object.entries(document["paths"] as Record<string, Record<string, any>>).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, { requestBody, responses }]) =>
    [requestBody, ...Object.values(responses as object)].flatMap((each) => Object.values((each?.["content"] ?? {}) as Record<string, { readonly schema: object }>).flatMap(({ schema }) => openIn(schema, `${method} ${path}`)))));
  expect([...new Set([...Object.entries(schemas).flatMap(([name, schema]) => openIn(schema, name)), ...bodies])].toSorted()).toEqual(Object.keys(open).toSorted());
  expect(JSON.stringify(document)).not.toContain("#/$defs");
});

const answers: readonly (readonly [method: "get" | "post", path: string, body: object | null])[] = [
  ["get", "/workspaces/{workspace}", null], ["get", "/workspaces/{workspace}/assets", null], ["get", "/workspaces/{workspace}/statements", null], ["get", "/workspaces/{workspace}/derivations", null], ["get", "/workspaces/{workspace}/parties", null],
  ["get", "/workspaces/{workspace}/uses", null], ["post", "/workspaces/{workspace}/changes", {
    changes: { add: { parties: [{ id: "new" }], assets: [{ id: "new", kind: "model", license: "own-terms" }], instruments: [{ id: "own-terms", kind: "terms", title: "Own terms", norms: [{ id: "n", permit: { actions: ["host"] }, cite: "1" }], rest: "reserved", speaksOf: { training: false, outputs: false, weights: false }, bindsBy: ["acceptance"], reach: {}, source: [{ what: "terms", where: "own-terms.txt" }], verified: "primary", reviewed: "2026-01-01" }] }, uses: { launch: { in: ["US"] } }, remove: { assets: ["notes"] } },
  }],
  ["get", "/workspaces/{workspace}/instruments", null], ["get", "/workspaces/{workspace}/changes", null], ["post", "/workspaces/{workspace}/ask", { use: "launch" }], ["post", "/workspaces/{workspace}/questions", { use: "launch" }],
  ["post", "/workspaces/{workspace}/impact", { changes: { remove: { assets: ["new"] } } }], ["post", "/workspaces/{workspace}/decisions", { use: "launch" }], ["get", "/workspaces/{workspace}/runs", null], ["get", "/catalogue/instruments", null], ["get", "/catalogue/calendar", null],
];

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const heldAgainst = (said: object, value: unknown): unknown[] => {
  const valid = ajv.compile({ ...said, components: document["components"] });
  return [valid(value), valid.errors];
};

test.each(answers)("%s %s is asked and answers as the document says", async (method, path, body) => {
  const response = await house.ask(path.replace("{workspace}", "acme"), body === null ? {} : json(body));
  const answer: unknown = await response.json();
  const { requestBody, responses } = document["paths"][path][method] as Record<string, any>;
  const said = (responses[String(response.status)] ?? responses.default)["content"];
  const asked = body === null ? [true, null] : heldAgainst(requestBody["content"]["application/json"].schema as object, body);
  expect([response.ok, asked, heldAgainst(said["application/json"].schema as object, answer)]).toEqual([true, [true, null], [true, null]]);
});
