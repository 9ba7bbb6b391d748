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

const answers: readonly (readonly [method: "get" | "post", path: string, body: object | null])[] = [
  ["get", "/workspaces/{workspace}", null], ["get", "/workspaces/{workspace}/assets", null], ["get", "/workspaces/{workspace}/statements", null], ["get", "/workspaces/{workspace}/derivations", null], ["get", "/workspaces/{workspace}/parties", null],
  ["get", "/workspaces/{workspace}/uses", null], ["get", "/workspaces/{workspace}/changes", null], ["post", "/workspaces/{workspace}/ask", { use: "launch" }], ["post", "/workspaces/{workspace}/questions", { use: "launch" }],
  ["post", "/workspaces/{workspace}/impact", { changes: { remove: { assets: ["notes"] } } }], ["post", "/workspaces/{workspace}/decisions", { use: "launch" }], ["get", "/workspaces/{workspace}/runs", null], ["get", "/catalogue/instruments", null], ["get", "/catalogue/calendar", null],
];

test.each(answers)("%s %s answers as the document says", async (method, path, body) => {
  const response = await house.ask(path.replace("{workspace}", "acme"), body === null ? {} : json(body));
  const said = document["paths"][path][method]["responses"][String(response.status)]["content"]["application/json"]["schema"] as object;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const valid = ajv.compile({ ...said, components: document["components"] });
  const answer: unknown = await response.json();
  expect([valid(answer), valid.errors]).toEqual([true, null]);
});
