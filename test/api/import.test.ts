import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Guard, guardOf } from "@cleartitle/access";
import { madeServer } from "../../packages/connect/src/made-server.fixture.js";
import { zipBytes } from "../../packages/intake/src/atlas/made-zip.fixture.js";
import { type House, json, openHouse } from "./house.js";

let house: House;
beforeAll(async () => {
  // Of several people, of whom each needs another one to approve.
  const guard = guardOf({ allow: ["127.0.0.1"] }) as Guard;
  house = await openHouse(undefined, (given) => ({ ...given, guard, identify: async (c, workspace) => ({ ...(await given.identify(c, workspace))!, by: "session" }) }));
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const upload = async (workspace: string, name: string, body: Uint8Array | string, type: string, headers: Record<string, string> = {}): Promise<Response> => house.ask(`/workspaces/${workspace}/imports/file?name=${encodeURIComponent(name)}`, { method: "POST", body: typeof body === "string" ? body : new Uint8Array(body), headers: { "Content-Type": type, ...headers } });

/** The run that an answer leads to, when it is over. */
async function over(response: Response): Promise<Body> {
  expect(response.status).toBe(202);
  const address = response.headers.get("location")!.slice("/api/v1".length);
  await (await house.ask(`${address}/events`)).text();
  return (await house.ask(address)).json() as Promise<Body>;
}

const card = `---
license: apache-2.0
base_model: acme/base
---
# A model
`;

test("a folder that is uploaded as an archive is added to what is there, once", async () => {
  const zip = zipBytes({ "tuned/README.md": card, "tuned/notes.txt": "nothing" });
  const first = await over(await upload("acme", "models.zip", zip, "application/zip"));
  expect(first).toMatchObject({ kind: "import", state: "done", result: { changeSet: 2, files: { read: 1 } } });
  const assets = ((await (await house.ask("/workspaces/acme/assets")).json()) as Body)["items"].map((each: Body) => each["id"]) as string[];
  expect(assets.some((id) => id.includes("tuned"))).toBe(true);
  expect(assets).toContain("assistant");
  expect(((await (await house.ask("/workspaces/acme/imports")).json()) as Body)["items"]).toMatchObject([{ number: 2, source: "models.zip" }]);
  const newest = (await (await house.ask("/workspaces/acme/changes?order=newest&limit=1")).json()) as Body;
  expect(newest["items"].map(({ number }: Body) => number)).toEqual([2]);
  const before = (await (await house.ask(`/workspaces/acme/changes?order=newest&limit=1&cursor=${newest["next"]}`)).json()) as Body;
  expect([before["items"].map(({ number }: Body) => number), before["next"]]).toEqual([[1], null]);
  expect((await house.ask(`/workspaces/acme/changes?cursor=${newest["next"]}`)).status, "a cursor of the other order").toBe(422);
  expect((await over(await upload("acme", "models.zip", zip, "application/zip")))["result"]["changeSet"]).toBe(2);
});

test("a title file fills an empty workspace; what is wrong with one is told and nothing is written", async () => {
  const title = await readFile("examples/hosted-assistant/cleartitle.yaml", "utf8");
  const key = { "Idempotency-Key": "i-1" };
  const [first, again] = [await upload("empty", "cleartitle.yaml", title, "application/yaml", key), await upload("empty", "cleartitle.yaml", title, "application/yaml", key)];
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(await over(first)).toMatchObject({ state: "done", result: { changeSet: 1, problems: { count: 0 } } });
  expect(await (await house.ask("/workspaces/empty/ask", json({ use: "launch" }))).json()).toMatchObject({ decision: "blocked" });
  const wrong = await upload("empty", "cleartitle.yaml", "us: acme\nassets: [{ id: 1 }]\n", "application/yaml");
  expect([wrong.status, ((await wrong.json()) as Body)["problems"].map((each: Body) => [each["code"], each["file"], each["line"]])]).toEqual([422, [["missing-key", "cleartitle.yaml", 2], ["wrong-type", "cleartitle.yaml", 2]]]);
});

test("positions, waivers and conclusions come into no workspace this way that has records", async () => {
  const waived = `us: acme\nassets: [{ id: a, kind: model }]\nwaivers: [{ id: w, kind: any, asset: a, reason: because, by: jane, until: "2027-01-01" }]\n`;
  expect(await over(await upload("acme", "cleartitle.yaml", waived, "application/yaml"))).toMatchObject({ state: "dead", problem: { code: "forbidden" } });
});

test("what could not be read of a file is a finding of the records, and is one however often it is imported", async () => {
  const bill = JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", metadata: { component: { type: "application", name: "app", "bom-ref": "app" } }, components: [{ type: "library", name: "part", "bom-ref": "part", licenses: 7 }] });
  for (const _ of [1, 2]) expect((await over(await upload("acme", "bill.cdx.json", bill, "application/json")))["result"]["problems"]["count"]).toBe(1);
  const { items } = (await (await house.ask("/workspaces/acme/findings?kind=not-read")).json()) as Body;
  expect(items).toMatchObject([{ about: "records", kind: "not-read", asset: null, detail: expect.stringMatching(/^bill\.cdx\.json:\d+: /), waiver: null }]);
});

test.each([
  ["of another origin", { Origin: "https://evil.test" }],
  ["of another program of this machine", { Origin: "http://localhost:5173" }],
  ["of no origin", { Origin: "null" }],
  ["of another site", { "Sec-Fetch-Site": "cross-site" }],
])("a page %s has one local user import nothing, though a browser would send it without asking", async (_, headers) => {
  const asked = await Promise.all([upload("acme", "cleartitle.yaml", "us: acme\n", "text/plain", headers), house.ask("/workspaces/acme/reviews", { method: "POST", headers })]);
  expect(asked.map(({ status }) => status)).toEqual([403, 403]);
  expect((await house.ask("/workspaces/acme", { headers })).status).toBe(200);
  expect((await upload("acme", "cleartitle.yaml", "us: 1\n", "text/plain", { Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" })).status).toBe(422);
});

test("under one name the same bytes are not imported as another kind of file", async () => {
  const statuses: number[] = [];
  for (const type of ["text/markdown", "text/markdown", "application/yaml"]) statuses.push((await upload("acme", "README.md", card, type, { "Idempotency-Key": "i-2" })).status);
  expect(statuses).toEqual([202, 202, 422]);
});

test("persons whom a file names are recorded where that is asked for, and else not", async () => {
  const manifest = JSON.stringify({ name: "named", version: "1.0.0", license: "MIT", author: "Jane Roe" });
  const said = async (persons: string): Promise<unknown[]> => {
    await over(await house.ask(`/workspaces/acme/imports/file?name=package.json${persons}`, { method: "POST", body: manifest, headers: { "Content-Type": "application/json" } }));
    const { items } = (await (await house.ask(`/workspaces/acme/statements?limit=200`)).json()) as Body;
    return items.filter((each: Body) => each["what"].startsWith("person-")).map((each: Body) => each["value"]);
  };
  expect(await said("")).toEqual([]);
  expect(await said("&persons=hash")).toEqual([expect.stringMatching(/^person:[0-9a-f]{16}$/)]);
  expect(await said("&persons=keep")).toContain("Jane Roe");
  expect((await house.ask("/workspaces/acme/imports/file?name=package.json&persons=all", { method: "POST", body: manifest })).status).toBe(422);
});

test("a server that an administrator allowed is asked without a token, and what it answers is added", async () => {
  const server = await madeServer(({ path, authorization }) => {
    if (authorization !== null) return { status: 400 };
    if (path.includes("experiments/search")) return { body: { experiments: [{ experiment_id: "7", name: "x", artifact_location: "s3://a", lifecycle_stage: "active" }] } };
    if (path.includes("runs/search")) return { body: { runs: [{ info: { run_id: "a".repeat(32), experiment_id: "7", lifecycle_stage: "active" }, data: { params: [{ key: "base_model", value: "acme/asked-base" }] }, outputs: { model_outputs: [{ model_id: `m-${"b".repeat(32)}` }] } }] } };
    return { body: path.includes("logged-models") ? { models: [{ info: { model_id: `m-${"b".repeat(32)}`, source_run_id: "a".repeat(32), tags: [{ key: "license", value: "mit" }] } }] } : {} };
  });
  try {
    expect(await over(await house.ask("/workspaces/acme/imports/server", json({ kind: "mlflow", address: server.address })))).toMatchObject({ state: "done" });
    const there = [`mlflow:model/m-${"b".repeat(32)}`, "hf:model/acme/asked-base"].map(async (id) => (await house.ask(`/workspaces/acme/assets/${encodeURIComponent(id)}`)).status);
    expect(await Promise.all(there)).toEqual([200, 200]);
  } finally {
    await server.end();
  }
});

test("a server inside is not asked", async () => {
  const run = await over(await house.ask("/workspaces/acme/imports/server", json({ kind: "mlflow", address: "http://127.0.0.2:1/" })));
  expect(run).toMatchObject({ state: "dead" });
  expect((await house.ask("/workspaces/acme/imports/server", json({ kind: "mlflow", address: "file:///etc/passwd" }))).status).toBe(422);
});

test.each([["../up.md"], ["/root.md"], ["a\\b"], ["a/../../b"]])("%s is no name of a file", async (name) => {
  expect((await upload("acme", name, "x", "text/plain")).status).toBe(422);
});

test("none of these requests met a bug", () => {
  expect(house.bugs).toEqual([]);
});
