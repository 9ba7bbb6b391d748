import { readFileSync } from "node:fs";
import { readRecord } from "@cleartitle/negotiation";
import { sha256 } from "@cleartitle/norms";
import { type Connection, redact } from "@cleartitle/store";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

const deal = readFileSync("examples/code-model/deal/ours.yaml", "utf8");
const smallTalks = readFileSync("test/agreements/small-talks.yaml", "utf8");
let house: House;
let database: Connection["db"];
let agreement = "";
beforeAll(async () => {
  house = await openHouse("examples/code-model/cleartitle.yaml", (options, { db }) => {
    database = db;
    // It names the second package that the tactic allows, or none that it does.
    return { ...options, model: { name: "mock one", open: async () => ({ name: "mock one", ask: async ({ material, form }) => ({ said: form.parse({ package: material.includes('"number":2') ? 2 : 99, words: "We can meet you\nthere." }) }) }) } };
  });
  ({ body: { agreement } } = await asked("/workspaces/acme/agreements", { text: deal }));
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const root = "/workspaces/acme/negotiations";
const one = `${root}/coder-2027`;
async function asked(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: Body; readonly etag: string | null }> {
  const response = await house.ask(path, body === undefined ? { headers } : json(body, headers));
  return { status: response.status, body: (await response.json()) as Body, etag: response.headers.get("etag") };
}
const get = async (path: string): Promise<Body> => (await asked(path)).body;
const faults = ({ body }: { readonly body: Body }): readonly [string, string | null, number | null][] => (body["problems"] ?? [body]).map((each: Body) => [each["code"], each["pointer"], each["line"]]);

describe("a negotiation on an agreement of the workspace", () => {
  test("is begun with its file, once under a name, and what is wrong in it is told where it stands", async () => {
    expect(faults(await asked(root, { text: smallTalks.replace("topic: insurance", "topic: insurence"), agreement }))).toEqual([["unknown-name", "/text", 10]]);
    expect(faults(await asked(root, { text: smallTalks }))).toEqual([["missing-key", "/agreement", null]]);
    expect(faults(await asked(root, { text: smallTalks, agreement: "nobody" }))).toEqual([["not-found", "/agreement", null]]);
    expect(faults(await asked(root, { text: smallTalks.replace("launch: 30", "lunch: 30"), agreement }))).toEqual([["unknown-name", "/text", null]]);
    const first = await asked(root, { text: smallTalks, agreement }, { "Idempotency-Key": "begin" });
    expect([first.status, first.body, first.etag]).toEqual([201, { negotiation: "coder-2027", step: 1, session: null }, '"1"']);
    expect((await asked(root, { text: smallTalks, agreement }, { "Idempotency-Key": "begin" })).body).toEqual(first.body);
    expect(faults(await asked(root, { text: smallTalks, agreement }))).toEqual([["conflict", "/text", null]]);
    expect(await get(one)).toMatchObject({ title: "The license of a model that writes code", agreement, version: 1, sessions: 0, issues: [{ id: "outputs", topic: "outputs" }, {}, {}, { id: "fee", topic: null }], players: [{ id: "acme", isUs: true, reservation: 30, releases: { launch: 30 } }, { id: "vendor", isUs: false, tactic: "boulware" }] });
  });

  test("tells what both could agree on by the engine, and what to concede next, with the releases that it clears", async () => {
    const from = "outputs=vendors,weights=vendors,caps=low,fee=middle";
    const body = await get(`${one}/packages?for=vendor&from=${from}`);
    expect(body).toMatchObject({ session: null, version: 1, changeSet: 1, joint: ["outputs", "weights"], hasZone: true, cut: null, asIs: [{ use: "launch", status: "blocked" }], for: "vendor", last: null, counts: { joint: 4, packages: "24" } });
    expect(body["efficient"][0]).toMatchObject({ settled: { outputs: "middle", weights: "middle", caps: "high", fee: "low" }, uses: [{ use: "launch", status: "conditional" }] });
    expect(body["efficient"][0].worth[0]).toBe(80 - body["efficient"][0].uses[0].obligations);
    expect(body["proposal"].refusedBy).toEqual([]);
    const clearing = body["concessions"].filter(({ uses }: Body) => uses.some(({ use, before, after }: Body) => use === "launch" && before === "blocked" && after === "conditional"));
    expect(clearing.map(({ changes, costs }: Body) => [changes.map(({ issue }: Body) => issue), costs])).toEqual([[["outputs", "weights"], 13.5]]);
    expect(faults(await asked(`${one}/packages?for=nobody`))).toEqual([["unknown-name", "#query/for", null]]);
    expect(faults(await asked(`${one}/packages?from=fee=dear`))).toEqual([["unknown-name", "#query/from", null]]);
    // One combination alone is asked: that the others could be better is told, and no zone is denied.
    expect(await get(`${one}/packages?most=1`)).toMatchObject({ counts: { asked: 1 }, cut: { combinations: expect.any(Number) } });
  });

  test("is played against a simulated side, and recorded move by move", async () => {
    const begin = await asked(`${one}/sessions`, { simulated: ["vendor"], seed: 7 });
    expect([begin.status, begin.body]).toEqual([201, { negotiation: "coder-2027", step: 2, session: 1 }]);
    const say = (what: string, body: object, headers = {}) => asked(`${one}/sessions/1/${what}`, body, headers);
    expect(faults(await say("offers", { by: "acme", settled: { fee: "low", prize: "all" } })).toSorted()).toEqual([["missing-key", "/settled/caps", null], ["missing-key", "/settled/outputs", null], ["missing-key", "/settled/weights", null], ["unknown-name", "/settled/prize", null]]);
    expect(faults(await say("offers", { by: "vendor", settled: {} }))).toEqual([["conflict", "/by", null]]);
    expect(faults(await say("acceptance", { by: "acme" }))).toEqual([["conflict", "#path/session", null]]);
    expect((await say("offers", { by: "acme", settled: { outputs: "middle", weights: "middle", caps: "high", fee: "low" } }, { "If-Match": '"2"' })).status).toBe(201);
    expect((await say("offers", { by: "acme", settled: {} }, { "If-Match": '"2"' })).status).toBe(412);
    expect(faults(await say("offers", { by: "acme", settled: { fee: "middle" } }))).toEqual([["conflict", "#path/session", null]]);
    expect((await say("answer", {})).body).toMatchObject({ step: 4, session: 1 });
    expect(faults(await say("answer", {}))).toEqual([["conflict", "#path/session", null]]);
    expect((await say("offers", { by: "acme", settled: { fee: "middle" } })).status).toBe(201);
    const session = await get(`${one}/sessions/1`);
    expect(session).toMatchObject({ turn: "vendor", outcome: "open", simulated: ["vendor"], seed: 7, said: [{ by: "acme", says: "offer" }, { by: "vendor", says: "offer" }, { by: "acme", settled: { outputs: "middle", fee: "middle" }, recordedBy: "jane" }] });
    expect(session["issues"].find(({ issue }: Body) => issue === "fee").positions.map(({ by, option }: Body) => `${by} ${option}`)).toEqual(["acme low", "vendor high", "acme middle"]);
  });

  test("the record names each line by its digest, and holds nothing of what anything is worth; neither does the ledger", async () => {
    const response = await house.ask(`${one}/sessions/1/record`);
    const text = await response.text();
    expect(readRecord(text, "record").record!.moves).toHaveLength(3);
    expect(text).not.toMatch(/reservation|"weight"|batna|open model/);
    const entries = JSON.stringify((await get("/workspaces/acme/ledger/entries?limit=1000"))["items"]);
    expect([entries.includes("coder-2027"), /"settled"|open model|reservation/.test(entries)]).toEqual([true, false]);
  });

  test("where both are simulated the same seed gives the same session, and neither goes below the least that it takes", async () => {
    const played: unknown[] = [];
    for (const number of [2, 3]) {
      await asked(`${one}/sessions`, { simulated: ["acme", "vendor"], seed: 5 });
      // What goes on for ever here would leave its process no moment to look at the time.
      for (let moves = 0; (await asked(`${one}/sessions/${number}/answer`, {})).status === 201; moves += 1) expect(moves).toBeLessThan(100);
      const { said, outcome } = await get(`${one}/sessions/${number}`);
      played.push([outcome, said.map(({ by, says, settled }: Body) => [by, says, settled])]);
    }
    expect([played[0], await get(`${one}/packages?session=2`)]).toMatchObject([played[1], { last: { refusedBy: [] } }]);
  });

  test("goes on as it was begun whatever is recorded meanwhile", async () => {
    const before = await get(`${one}/packages?session=1`);
    expect((await asked(`${one}/versions`, { text: smallTalks.replace("reservation: 30", "reservation: 79"), agreement })).status).toBe(201);
    expect(faults(await asked(`${one}/versions`, { text: smallTalks.replace("id: coder-2027", "id: other"), agreement }))).toEqual([["contradiction", "/text", null]]);
    expect(await get(`${one}/packages?session=1`)).toEqual(before);
    // What acme would take now nobody else would.
    expect(await get(`${one}/packages`)).toMatchObject({ version: 2, hasZone: false, proposal: null, inZone: 0 });
  });

  test("what is really said is recorded of both sides, until one accepts", async () => {
    const { body: { session } } = await asked(`${one}/sessions`, {});
    const say = async (what: string, body: object): Promise<number> => (await asked(`${one}/sessions/${session}/${what}`, body)).status;
    const settled = { outputs: "middle", weights: "middle", caps: "low", fee: "middle" };
    expect([await say("offers", { by: "vendor", settled }), await say("acceptance", { by: "acme" }), await say("leaving", { by: "vendor" }), await say("answer", {})]).toEqual([201, 201, 409, 409]);
    expect(await get(`${one}/sessions/${session}`)).toMatchObject({ outcome: "agreed", turn: null, simulated: [] });
    expect((await get(`${one}/packages?session=${session}`))).toMatchObject({ from: { settled }, last: { settled } });
    // What is agreed is the next text of the agreement.
    const agreed = await get(`${one}/sessions/${session}/deal`);
    expect(agreed).toMatchObject({ outcome: "agreed", words: { fee: "middle" }, deal: { id: agreement, topics: { outputs: { version: "neutral" }, insurance: { version: "licensor" } } } });
    expect((await asked(`/workspaces/acme/agreements/${agreement}/versions`, { text: JSON.stringify(agreed["deal"]) })).status).toBe(201);
    expect(await get(`${root}?agreement=${agreement}`)).toMatchObject({ total: 1, items: [{ id: "coder-2027", version: 2, sessions: 4, open: 1 }] });
    for (const no of ["agreement=other", "q=coder+nobody"]) expect((await get(`${root}?${no}`))["items"]).toEqual([]);
    expect((await get(`${root}?q=CODER`))["items"]).toHaveLength((await get(root))["total"]);
  });

  test("a language model speaks for the simulated side where it is asked to, within what the tactic allows", async () => {
    expect(faults(await asked(`${one}/sessions`, { simulated: [], spoken: true }))).toEqual([["contradiction", "/spoken", null]]);
    const { body: { session } } = await asked(`${one}/sessions`, { simulated: ["vendor"], seed: 7, spoken: true });
    const at = `${one}/sessions/${session}`;
    await asked(`${at}/offers`, { by: "acme", settled: { outputs: "middle", weights: "middle", caps: "high", fee: "low" } });
    expect((await asked(`${at}/answer`, {})).status).toBe(201);
    const told = await get(at);
    expect(told).toMatchObject({ persona: "mock one", turn: "acme", said: [{ words: null }, { by: "vendor", says: "offer" }] });
    expect([null, "We can meet you there."]).toContain(told["said"][1].words);
    expect((await get(one))["maySpeak"]).toBe("mock one");
    expect(readRecord(await (await house.ask(`${at}/record`)).text(), "record").problems).toEqual([]);
  });
});

test("who recorded a step is told no more once it is taken out; what was said stays", async () => {
  const kept = await house.store.workspace("acme");
  const entry = (await kept.ledger.entries()).findIndex(({ event }) => event.kind === "negotiation");
  const hand = { by: "counsel", at: "2026-03-02T00:00:00Z", why: "erasure asked for" };
  await expect(redact(database, { workspace: "acme", entry, fields: ["content"] }, hand)).rejects.toThrow(/negotiation/);
  await redact(database, { workspace: "acme", entry, fields: ["by"] }, hand);
  expect((await get(one))["versions"].map(({ by, digest }: Body) => [by, digest === sha256(smallTalks)])).toEqual([["(redacted)", true], ["jane", false]]);
  expect(await kept.ledger.check()).toEqual([]);
});

test("a record that was altered past the program is told, and does not go on", async () => {
  await database.transaction().execute(async (tx) => {
    await sql`reset role`.execute(tx);
    await sql`update cleartitle.negotiation_steps set content = replace(content, '"fee":"low"', '"fee":"high"') where workspace = 'acme' and step = 3`.execute(tx);
  });
  const session = await get(`${one}/sessions/1`);
  expect(session["problems"]).toEqual([expect.stringContaining("changed")]);
  expect(faults(await asked(`${one}/sessions/1/leaving`, { by: "vendor" }))).toEqual([["unproven", "#path/session", 3]]);
  expect((await (await house.store.workspace("acme")).ledger.check()).map(({ message }) => message)).toEqual([expect.stringContaining("negotiation says another `content`")]);
});

test.each([
  [`${root}/none`, undefined, 404],
  [`${one}/sessions/99`, undefined, 404],
  [`${one}/packages?session=99`, undefined, 404],
  [`${one}/sessions`, { simulated: ["nobody"] }, 422],
  [`${one}/sessions`, { simulated: ["acme"], seed: -1 }, 422],
  ["/workspaces/empty/negotiations/coder-2027", undefined, 404],
  ["/workspaces/empty/negotiations", { text: smallTalks, agreement: "x" }, 404],
  [root, { text: "a: [" }, 400],
  [root, { text: "" }, 422],
])("%s with %j is answered %i", async (path, body, status) => {
  const response = await asked(path, body);
  expect([response.status, response.body["problems"].length]).toEqual([status, expect.any(Number)]);
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
