import { outline } from "@cleartitle/engine";
import { readTitleFile } from "@cleartitle/title";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

let house: House;
type Body = Record<string, any>;
const post = async (path: string, body: object, workspace = "many"): Promise<Response> => house.ask(`/workspaces/${workspace}${path}`, json(body));
const read = async (path: string, body: object, workspace?: string): Promise<Body> => (await (await post(path, body, workspace)).json()) as Body;
const upstream = async (query: string): Promise<Response> => house.ask(`/workspaces/many/graph/upstream?${query}`);

/** Sources of a model, alike but for their names: of two kinds. */
const many = 300;
beforeAll(async () => {
  house = await openHouse();
  const sets = Array.from({ length: many }, (_, at) => `set-${at}`);
  const file = {
    us: "acme", assets: [...sets.map((id, at) => ({ id, kind: "dataset", license: at % 2 === 0 ? "CC-BY-4.0" : "MIT" })), { id: "reader", kind: "model" }],
    derivations: [{ from: sets, to: "reader", by: "train", on: "2026-02-01", in: "DE", purpose: "commercial" }], uses: { reading: { of: "reader", actions: ["host"], purpose: "commercial", in: ["EU", "US"], on: "2026-12-01" } },
  };
  const { graph } = readTitleFile(JSON.stringify(file), { file: "cleartitle.yaml", taxonomies: house.backing.catalogue.taxonomies });
  await (await house.store.create("many", { by: "jane", at: house.backing.now() })).write(graph!, { by: "jane", at: house.backing.now() });
});
afterAll(async () => house.close());

const places = ({ byTerritory }: Body): unknown => byTerritory.map((each: Body) => [each["decision"], each["territories"]]);

test("an outline is what the engine makes of it, with how many things stand for how many", async () => {
  const { world } = await house.api.states.newest("many");
  const response = await post("/outline", { use: "reading" });
  const told = (await response.json()) as Body;
  expect([response.status, response.headers.get("etag")]).toEqual([200, '"1"']);
  expect(told).toEqual(JSON.parse(JSON.stringify(outline(world!, "reading", { claimBudget: 0, withoutProof: true }))));
  expect([told["things"], told["kinds"].map((kind: Body) => kind["things"]), told["decision"]["range"]]).toEqual([many + 1, [1, many / 2, many / 2], null]);
  expect(await read("/outline", { use: "reading" })).toEqual(told);
});

test.each([["many", "reading"], ["acme", "launch"]])("in `%s` it comes to the same in every place as the whole answer with as many claims", async (workspace, use) => {
  const whole = await read("/ask", { use }, workspace);
  const told = await read("/outline", { use, claims: 100_000 }, workspace);
  expect(places(told["decision"])).toEqual(places(whole));
  expect((await read("/outline", { use }, workspace))["decision"]).toMatchObject({ cut: true });
});

test("a use that is not recorded has one as well, but for its name", async () => {
  const described = { of: "reader", actions: ["host"], purpose: "commercial", in: ["EU", "US"], on: "2026-12-01" };
  const told = await read("/outline-described", { described, name: "as read" });
  const withoutBasis = (all: Body): Body => ({ ...all, decision: { ...all["decision"], basis: null } });
  expect(withoutBasis(JSON.parse(JSON.stringify(told).replaceAll("as read", "reading")) as Body)).toEqual(withoutBasis(await read("/outline", { use: "reading" })));
});

test("how many things are upstream is told beforehand, of any state", async () => {
  expect(await (await upstream("asset=reader")).json()).toEqual({ changeSet: 1, asset: "reader", things: many + 1 });
  expect(await (await upstream("asset=set-7&at=1")).json()).toMatchObject({ things: 1 });
  expect([(await upstream("asset=reader&at=0")).status, (await upstream("asset=nothing")).status]).toEqual([404, 404]);
});

test.each([
  ["/outline", { use: "lunch", in: ["Atlantis"] }, [["unknown-place", "/in/0"], ["not-found", "/use"]]],
  ["/outline", { use: "reading", claims: 100_001 }, [["bad-value", "/claims"]]],
  ["/outline-described", { described: { of: "nothing" } }, expect.arrayContaining([[expect.any(String), expect.stringMatching(/^\/described/)]])],
])("%s of %j is refused with all that is wrong", async (path, body, problems) => {
  expect((await read(path, body))["problems"].map((each: Body) => [each["code"], each["pointer"]])).toEqual(problems);
});
