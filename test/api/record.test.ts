import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

const body = async (path: string, init?: RequestInit): Promise<Record<string, any>> => (await house.ask(path, init)).json() as Promise<Record<string, any>>;

test("a workspace is told in brief, with its change set as entity tag", async () => {
  const response = await house.ask("/workspaces/acme");
  expect(response.status).toBe(200);
  expect(response.headers.get("etag")).toBe('"1"');
  expect(await response.json()).toMatchObject({ id: "acme", changeSet: 1, us: "acme" });
  expect(await body("/workspaces/empty")).toMatchObject({ changeSet: 0, us: null });
});

test("the one who is there sees all workspaces, in pages", async () => {
  const { items } = await body("/workspaces");
  expect(items.map((each: { id: string }) => each.id)).toEqual(["acme", "empty"]);
  const first = await body("/workspaces?limit=1");
  expect([first["items"][0].id, (await body(`/workspaces?limit=1&cursor=${first["next"]}`))["items"][0].id]).toEqual(["acme", "empty"]);
});

test("pages of a list are together the list, whatever is written in between", async () => {
  const whole = await body("/workspaces/acme/statements");
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Record<string, any> = await body(`/workspaces/acme/statements?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
    ids.push(...page["items"].map((each: { id: string }) => each.id));
    cursor = page["next"] as string | null;
  }
  expect(ids).toEqual(whole["items"].map((each: { id: string }) => each.id));
});

test.each([
  ["/workspaces/acme/assets?limit=0&colour=red", 422, ["bad-value", "unknown-key"], ["#query/limit", "#query/colour"]],
  ["/workspaces/acme/assets?limit=1&limit=2", 422, ["duplicate-key"], ["#query/limit"]],
  ["/workspaces/acme/assets?cursor=nonsense", 422, ["bad-value"], ["#query/cursor"]],
  ["/workspaces/acme/assets?at=99", 404, ["not-found"], [null]],
  ["/workspaces/acme/assets?at=1&asOf=2026-03-01", 400, ["usage"], ["#query/asOf"]],
  ["/workspaces/acme/assets/nothing", 404, ["not-found"], ["#path/id"]],
  ["/workspaces/nobody/assets", 404, ["not-found"], [null]],
  ["/workspaces/ACME", 422, ["bad-value"], ["#path/workspace"]],
  ["/nowhere", 404, ["not-found"], [null]],
])("GET %s is answered %i with every problem", async (path, status, codes, pointers) => {
  const response = await house.ask(path);
  const problem = (await response.json()) as Record<string, any>;
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(problem).toMatchObject({ status, type: `urn:cleartitle:problem:${codes[0]}` });
  expect(problem["problems"].map((each: { code: string }) => each.code)).toEqual(codes);
  expect(problem["problems"].map((each: { pointer: string }) => each.pointer)).toEqual(pointers);
});

test.each([
  ["no JSON", { method: "POST", body: "{", headers: { "Content-Type": "application/json" } }, 400, "json-syntax"],
  ["no type", { method: "POST", body: "{}" }, 415, "wrong-media-type"],
  ["nothing", { method: "POST", headers: { "Content-Type": "application/json" } }, 422, "missing-key"],
  ["too deep", { method: "POST", body: `${"[".repeat(100)}${"]".repeat(100)}`, headers: { "Content-Type": "application/json" } }, 400, "too-deep"],
  ["too large", { method: "POST", body: `"${"x".repeat(4_000_001)}"`, headers: { "Content-Type": "application/json" } }, 413, "too-large"],
  ["another name", json({ id: "Acme", more: 1 }), 422, "bad-value"],
  ["a name that is taken", json({ id: "acme" }), 409, "conflict"],
])("a body with %s is answered as a problem", async (_, init, status, code) => {
  const response = await house.ask("/workspaces", init);
  expect([response.status, ((await response.json()) as Record<string, any>)["problems"][0].code]).toEqual([status, code]);
});

test("none of these requests met a bug", () => {
  expect(house.bugs).toEqual([]);
});
