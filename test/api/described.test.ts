import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

type Body = Record<string, any>;
const post = async (path: string, body: unknown): Promise<Response> => house.ask(`/workspaces/acme${path}`, json(body));
const read = async (response: Promise<Response>): Promise<Body> => (await response).json() as Promise<Body>;
const hosting = { of: "assistant", actions: ["host"], purpose: "commercial", in: ["US", "JP"], on: "2026-12-01", scale: { "monthly-active-users": 2_000_000 } };

test("a use that is not recorded is decided as a recorded one is, and not kept", async () => {
  await post("/changes", { changes: { add: { parties: [{ id: "visitor" }] } } });
  const before = await read(house.ask("/workspaces/acme"));
  const decision = await read(post("/ask-described", { described: hosting }));
  expect(decision["use"]).toMatchObject({ name: "asked", of: "assistant", in: ["US", "JP"] });
  expect(await read(post("/ask-described", { described: { ...hosting, of: "base", in: "US" }, name: "of the base" }))).toMatchObject({ use: { name: "of the base", of: "base" } });
  expect(decision["byTerritory"].flatMap((each: Body) => each["territories"]).toSorted()).toEqual(["JP", "US", "US-CA", "US-NY"]);
  expect((await read(post("/questions-described", { described: hosting, most: 3 })))["use"]).toBeDefined();
  expect(await read(house.ask("/workspaces/acme"))).toEqual(before);
});

test("it comes to what the same use comes to where it is recorded", async () => {
  const { items } = await read(house.ask("/workspaces/acme/uses"));
  const launch = items.find((each: Body) => each["name"] === "launch") as Body;
  const scale = Object.fromEntries(launch["scale"].map((each: Body) => [each["quantity"], { atLeast: each["atLeast"] ?? undefined, atMost: each["atMost"] ?? undefined }]));
  const described = { of: launch["of"], actions: launch["actions"], actor: launch["actor"], purpose: launch["purpose"], field: launch["field"], in: launch["in"], on: launch["on"], scale, facts: Object.fromEntries(launch["facts"].map((each: Body) => [each["fact"], each["value"]])) };
  // What is told of a use is told under its name.
  const said = JSON.parse((await (await post("/ask-described", { described, name: "as launched" })).text()).replaceAll("as launched", "launch")) as Body;
  const recorded = await read(post("/ask", { use: "launch" }));
  for (const key of ["decision", "best", "worst", "byTerritory", "reasons", "obligations", "range"]) expect([key, said[key]]).toEqual([key, recorded[key]]);
});

test.each([
  ["an action, a place and an asset that nobody knows", { ...hosting, of: "asistant", actions: ["host", "hst"], in: ["Europe"] }, ["/described/of", "/described/actions/1", "/described/in/0"]],
  ["a key too many and no date", { ...hosting, on: undefined, colour: "red" }, ["/described/colour", "/described/on"]],
  ["nothing", null, ["/described"]],
  ["a list", [], ["/described"]],
])("a description with %s is answered with all that is wrong, in its place", async (_, described, pointers) => {
  const response = await post("/ask-described", { described });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(((await response.json()) as Body)["problems"].map((each: Body) => each["pointer"]).toSorted()).toEqual(pointers.toSorted());
});

test("a name that the records have is refused", async () => {
  expect((await read(post("/ask-described", { described: hosting, name: "launch" })))["problems"]).toMatchObject([{ code: "duplicate-id" }]);
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
