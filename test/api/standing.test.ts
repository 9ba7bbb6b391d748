import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

/** What is told of all uses of a workspace: findings, assets as rows, the graph a piece at a time, releases. */
let house: House;
/** Uses in the order in which they were decided, and the days that they were decided for. */
const decided: string[] = [];
const days: string[] = [];
beforeAll(async () => {
  house = await openHouse(undefined, (options) => ({ ...options, decide: (world, use, asked) => (decided.push(use), days.push(world.graph.uses.get(use)!.on), options.decide(world, use, asked)) }));
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const read = async (response: Promise<Response>): Promise<Body> => (await response).json() as Promise<Body>;
const get = async (path: string): Promise<Body> => read(house.ask(`/workspaces/acme${path}`));
const post = async (path: string, body: unknown): Promise<Response> => house.ask(`/workspaces/acme${path}`, json(body));
const status = async (path: string): Promise<number> => (await house.ask(`/workspaces/acme${path}`)).status;

/** All pages of a list. */
async function whole(path: string, limit: number): Promise<Body[]> {
  const items: Body[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Body = await get(`${path}${path.includes("?") ? "&" : "?"}limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    items.push(...(page["items"] as Body[]));
    cursor = page["next"] as string | null;
  }
  return items;
}

describe("a server", () => {
  test("has all uses decided before anybody asks, and decides none of them again for a first look", async () => {
    await house.api.prepare();
    expect(decided).toEqual(["launch"]);
    expect((await get("/releases"))["items"]).toHaveLength(1);
    expect(decided).toEqual(["launch"]);
  });
  test("answers others while it finds out what each answer to a question would do", async () => {
    const counts = new Set<number>();
    const done = new AbortController();
    const asked = post("/questions", { use: "launch", effects: true }).finally(() => done.abort());
    while (!done.signal.aborted) {
      expect((await house.ask("/workspaces")).status).toBe(200);
      counts.add(decided.length);
      await setImmediate();
    }
    expect((await asked).status).toBe(200);
    expect(counts.size).toBeGreaterThan(3);
  });
});

const drift = async (): Promise<Body[]> => (await get("/findings?kind=license-drift"))["items"];

describe("findings", () => {
  test("tell what keeps a use from being clear and what is thin in the records, worst first, in pages that are together the list", async () => {
    const { items, counts, day } = await get("/findings");
    const order = ["blocked", "unresolved", "conditional", "cleared", null];
    const places = items.map((each: Body) => order.indexOf(each["severity"]));
    expect(places).toEqual(places.toSorted((a: number, b: number) => a - b));
    expect(items[0]).toMatchObject({ about: "rights", severity: "blocked", uses: ["launch"], waiver: null });
    expect(items.find((each: Body) => each["about"] === "rights" && each["asset"] === "notes" && each["layer"] === "copyright")["settle"]).not.toBe("");
    expect([counts.total, day]).toEqual([items.length, "2026-03-01"]);
    expect(await whole("/findings", 3)).toEqual(items);
    expect((await get(`/findings/${items[0].fingerprint}`))).toEqual(items[0]);
  });
  test("are filtered by what they are, whom they are about and how bad they are", async () => {
    const { items } = await get("/findings");
    for (const [name, key] of [["about", "about"], ["kind", "kind"], ["asset", "asset"], ["severity", "severity"]] as const) {
      const value = items[0][key] as string;
      expect((await get(`/findings?${name}=${encodeURIComponent(value)}`))["items"]).toEqual(items.filter((each: Body) => each[key] === value));
    }
    expect((await get("/findings?use=none"))["items"]).toEqual([]);
    expect(await status("/findings?severity=terrible")).toBe(422);
    expect(await status(`/findings/sha256:${"0".repeat(64)}`)).toBe(404);
  });
  test("of a workspace without records are none", async () => {
    expect(await read(house.ask("/workspaces/empty/findings"))).toMatchObject({ items: [], next: null, changeSet: 0 });
    expect((await read(house.ask("/workspaces/empty/asset-rows")))["items"]).toEqual([]);
    expect((await read(house.ask("/workspaces/empty/releases")))["items"]).toEqual([]);
  });
  test("tell of a license that is declared, and that something in the thing does not allow", async () => {
    expect(await drift()).toEqual([]);
    await post("/changes", { changes: { add: { statements: [{ id: "as", about: "assistant", what: "license", value: "Apache-2.0", rung: "declared" }] } } });
    expect(await drift()).toMatchObject([{ about: "records", asset: "assistant", detail: expect.stringMatching(/`Apache-2.0` is declared, and `CC-BY-NC-4.0`.* of `notes`/), uses: ["launch"] }]);
    await post("/changes", { changes: { remove: { statements: ["as"] } } });
    expect(await drift()).toEqual([]);
  });
});

describe("assets", () => {
  test("are rows with their license as it is read, searched, sorted and counted", async () => {
    const { items, total } = await get("/asset-rows");
    const notes = items.find((each: Body) => each["id"] === "notes") as Body;
    expect(notes).toMatchObject({ kind: "dataset", license: "CC-BY-NC-4.0", licenseClass: "terms-known", severity: "blocked", uses: 1 });
    expect(total).toBe(items.length);
    expect(await whole("/asset-rows?sort=-findings", 2)).toEqual((await get("/asset-rows?sort=-findings"))["items"]);
    expect((await get("/asset-rows?q=CC-by%20notes"))["items"]).toEqual([notes]);
    const { facets } = await get("/asset-facets?kind=dataset");
    const kinds = (await get("/asset-facets"))["facets"]["kind"] as Body[];
    expect(facets.kind).toEqual(kinds);
    for (const { value, count } of kinds) expect((await get(`/asset-rows?kind=${value}`))["total"]).toBe(count);
    expect(facets.license).toEqual([{ value: "CC-BY-NC-4.0", count: 1 }]);
    expect(await status("/asset-rows?sort=color")).toBe(422);
  });
  test("are taken along as a table of just what the filters leave, in which nothing is a formula", async () => {
    await post("/changes", { changes: { add: { assets: [{ id: "=cmd|' /C calc'!A0", kind: "dataset", license: "MIT" }] } } });
    const response = await house.ask("/workspaces/acme/asset-rows?kind=dataset", { headers: { Accept: "text/csv" } });
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(lines.length).toBe(((await get("/asset-rows?kind=dataset"))["total"] as number) + 1);
    expect(lines.some((line) => line.startsWith(`"'=cmd|' /C calc'!A0",`))).toBe(true);
  });
  test("have a sheet on which what was said stands side by side, with what counts", async () => {
    await post("/changes", { changes: { add: { statements: [{ id: "other", about: "notes", what: "license", value: "CC0-1.0", rung: "declared", by: "a mirror" }] } } });
    const { matters, license, answers, sources, results } = await get("/assets/notes/sheet");
    const matter = matters.find((each: Body) => each["what"] === "license") as Body;
    expect(matter).toMatchObject({ conflict: true, concluded: null });
    expect(matter["said"].map((each: Body) => [each["statement"]["value"], each["place"]]).toSorted()).toEqual([["CC-BY-NC-4.0", "candidate"], ["CC0-1.0", "candidate"]]);
    expect(license).toEqual({ class: "several-no-operator", id: null });
    expect(answers).toMatchObject([{ use: "launch" }]);
    expect([sources, results]).toEqual([0, 1]);
    await post("/changes", { changes: { remove: { statements: ["other"] } } });
    expect((await get("/assets/notes/sheet"))["matters"].find((each: Body) => each["what"] === "license")).toMatchObject({ conflict: false });
    expect(await status("/assets/nothing/sheet")).toBe(404);
  });
});

describe("the history of an asset", () => {
  test("tells the change sets that wrote about it, newest first, by what they wrote, also of what is gone", async () => {
    await post("/changes", { changes: { add: { assets: [{ id: 'odd "one"', kind: "dataset" }] } }, why: "met in the wild" });
    await post("/changes", { changes: { add: { statements: [{ id: "odd-said", about: { asset: 'odd "one"' }, what: "license", value: "MIT", rung: "declared" }, { id: "odd-raw", about: "notes", what: "license", value: "CC-BY-NC-4.0", raw: 'odd "one"', rung: "declared" }] } } });
    await post("/changes", { changes: { remove: { statements: ["odd-said", "odd-raw"] } }, why: "a slip" });
    await post("/changes", { changes: { remove: { assets: ['odd "one"'] } } });
    const path = `/assets/${encodeURIComponent('odd "one"')}/history`;
    const { items, total, next } = await get(path);
    expect(items.map(({ why, touched }: Body) => [why, touched])).toEqual([
      [null, [{ section: "assets", written: 0, gone: 1 }]], ["a slip", [{ section: "statements", written: 0, gone: 1 }]], [null, [{ section: "statements", written: 1, gone: 0 }]], ["met in the wild", [{ section: "assets", written: 1, gone: 0 }]],
    ]);
    expect([total, next]).toEqual([4, null]);
    expect(await whole(path, 3)).toEqual(items);
    expect(await get("/assets/never/history")).toMatchObject({ items: [], total: 0 });
  });
});

describe("the graph", () => {
  test("is told one step each way, with counts of what is not shown and the colors of an answer", async () => {
    const { center, sources, results, complete } = await get("/graph?asset=tuned&use=launch");
    expect(center).toMatchObject({ id: "tuned", kind: "model" });
    expect([sources.total, results.total, complete]).toEqual([2, 1, true]);
    expect(sources.items.map((each: Body) => [each["node"]["id"], each["node"]["verdict"]?.decision])).toContainEqual(["notes", "blocked"]);
    expect((await get("/graph?asset=tuned"))["center"]["verdict"]).toBeNull();
    const first = await get("/graph?asset=tuned&limit=1");
    const second = await get(`/graph?asset=tuned&limit=1&sources=${first["sources"].next}`);
    expect([...first["sources"].items, ...second["sources"].items].map((each: Body) => each["node"]["id"])).toEqual(sources.items.map((each: Body) => each["node"]["id"]));
    expect(second["sources"].next).toBeNull();
  });
  test("has a shortest way between two things, or none", async () => {
    expect((await get("/graph/path?from=assistant&to=notes"))).toMatchObject({ direction: "sources", steps: [{ node: { id: "tuned" } }, { node: { id: "notes" } }], cut: 0 });
    expect((await get("/graph/path?from=notes&to=assistant"))).toMatchObject({ direction: "results", steps: [{ node: { id: "tuned" } }, { node: { id: "assistant" } }] });
    expect((await get("/graph/path?from=notes&to=base"))).toMatchObject({ direction: null, steps: [] });
    expect((await get("/graph/path?from=notes&to=notes"))["steps"]).toEqual([]);
  });
  test.each([["/graph?asset=nothing", 404], ["/graph?asset=tuned&use=nothing", 404], ["/graph?asset=tuned&on=2026-12-01", 400], ["/graph", 422], ["/graph/path?from=tuned&to=nothing", 404], ["/graph?asset=tuned&sources=x", 422]])("%s is answered %i", async (path, expected) => {
    expect(await status(path)).toBe(expected);
  });
});

describe("releases", () => {
  test("tell what was decided, what it comes to now, and what is otherwise", async () => {
    expect((await get("/releases"))["items"]).toMatchObject([{ use: "launch", decision: "blocked", recorded: null, since: null, places: [{ place: "EU", decision: "blocked" }, { place: "US" }, { place: "JP" }] }]);
    await post("/decisions", { use: "launch" });
    expect((await get("/releases"))["items"]).toMatchObject([{ recorded: { number: 1, status: "blocked", same: true }, since: { changed: false, before: "blocked", after: "blocked" } }]);
    await post("/changes", { changes: { remove: { assets: ["notes"] } } });
    const [release] = (await get("/releases"))["items"];
    expect(release["since"]).toMatchObject({ changed: true, before: "blocked" });
    const { since, changeSet, byTerritory } = await get("/releases/launch");
    expect(since.reasons.gone.some((each: Body) => each["asset"] === "notes")).toBe(true);
    expect([since.reasons.gone.length, since.places.better.length > 0, byTerritory.length > 0]).toEqual([release["since"].goneReasons, true, true]);
    expect((await read(post("/ask", { use: "launch" })))["decision"]).toBe(release["decision"]);
    expect(changeSet).toBe((await get(""))["changeSet"]);
    expect((await get("/findings?asset=notes"))["items"]).toEqual([]);
    expect(await status("/releases/nothing")).toBe(404);
    // By the records of before, of which no decision is told: it may be younger.
    const then = await get(`/releases/launch?at=${changeSet - 1}`);
    expect(then).toMatchObject({ changeSet: changeSet - 1, decision: "blocked", recorded: null, since: null });
    expect([then, await get("/releases/launch")].map(({ reasons }) => (reasons as Body[]).some((each) => each["asset"] === "notes"))).toEqual([true, false]);
    expect([await status("/releases/nothing?at=1"), await status("/releases/launch?at=1&asOf=2026-03-01"), await status("/releases/launch?asOf=2020-01-01")]).toEqual([404, 400, 404]);
  });
  test("are compared by the question that was recorded, where that is another one", async () => {
    await post("/decisions", { use: "launch", in: ["JP"], profile: "strict" });
    expect((await get("/releases"))["items"]).toMatchObject([{ recorded: { number: 2, same: false }, since: null }]);
    expect((await get("/releases/launch"))["since"]).toMatchObject({ changed: false });
    days.length = 0;
    expect((await get("/releases/launch?day=2027-05-01"))["since"]).not.toBeNull();
    expect(days).toEqual(["2027-05-01", "2027-05-01"]);
  });
  test("go on after their day, and are asked for another one", async () => {
    expect((await get("/releases"))["items"][0].on).toBe("2026-12-01");
    expect(await get("/releases?day=2027-05-01")).toMatchObject({ day: "2027-05-01", items: [{ on: "2027-05-01" }] });
    expect([(await get("/releases?q=LAUN"))["total"], (await get("/releases?q=lunch"))["total"]]).toEqual([1, 0]);
  });
  test("that a change set does not reach are not decided again, and the others are as if they were", async () => {
    await post("/changes", { changes: { add: { assets: [{ id: "aside", kind: "dataset", license: "MIT" }, { id: "page", kind: "product" }], derivations: [{ from: "aside", to: "page", by: "include", on: "2026-02-01" }] } } });
    await post("/changes", { changes: { add: { statements: [{ id: "later", about: "aside", what: "license", value: "MIT", rung: "detected" }] } } });
    const before = await get("/releases");
    decided.length = 0;
    await post("/changes", { changes: { add: { statements: [{ about: "aside", what: "license", value: "CC-BY-NC-4.0", rung: "declared" }] } } });
    const after = await get("/releases");
    expect([after["changeSet"], { ...after, changeSet: 0 }]).toEqual([before["changeSet"] + 1, { ...before, changeSet: 0 }]);
    expect(decided).toEqual([]);
    expect((await post("/changes", { changes: { add: { statements: [{ id: "said", about: "base", what: "license", value: "MIT", rung: "detected" }] } } })).status).toBe(201);
    await get("/releases");
    expect(decided).toEqual(["launch"]);
  });
});

describe("a use with more reasons than an answer shows", () => {
  const parts = Array.from({ length: 60 }, (_, at) => `part-${at}`);
  test("reaches every asset that it has one about, and counts all that keep it from being clear", async () => {
    const assets = parts.map((id) => ({ id, kind: "dataset", license: "CC-BY-NC-4.0", licensor: "maker", upstream: "complete" }));
    expect((await post("/changes", { changes: { add: { assets, derivations: [{ from: parts, to: "assistant", by: "include", on: "2026-04-01", in: "DE" }] } } })).status).toBe(201);
    const { items } = await get("/asset-rows?q=part-");
    expect(items.map(({ severity, uses }: Body) => [severity, uses])).toEqual(parts.map(() => ["blocked", 1]));
    expect((await get("/assets/part-9/sheet"))["answers"]).toMatchObject([{ use: "launch", verdict: "blocked" }]);
    const { reasons, hiddenReasons, open } = await get("/releases/launch");
    expect([reasons.length <= 50, hiddenReasons > 0, open.blocked >= parts.length]).toEqual([true, true, true]);
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
