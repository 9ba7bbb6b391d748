import { readReading } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdf } from "../../packages/agreements/src/reading/text/document-sample.fixture.js";
import { contract, readContract } from "../web/contract.fixture.js";
import { type House, json, openHouse } from "./house.js";
import { servedMock } from "./model.fixture.js";

type Body = Record<string, any>;

const model = servedMock();
let house: House;
beforeAll(async () => {
  house = await openHouse(undefined, (options) => ({ ...options, model }));
});
afterAll(async () => house.close());

const get = async (path: string): Promise<Body> => (await house.ask(path)).json() as Promise<Body>;
const root = "/workspaces/acme/readings";

const upload = async (name: string, bytes: Uint8Array | string): Promise<Body> => readContract(house, name, bytes);

/** Says something, and gives the status with what was answered. */
async function say(path: string, body: object, headers: Record<string, string> = {}): Promise<readonly [number, Body]> {
  const response = await house.ask(path, json(body, headers));
  return [response.status, (await response.json()) as Body];
}

const field = (detail: Body, id: string): Body => detail["kinds"].flatMap((kind: Body) => kind["fields"]).find((each: Body) => each["id"] === id);

test("a contract is kept as evidence and read: each kind with its words and where they stand, or not found", async () => {
  expect(await upload("license.txt", contract)).toMatchObject({ kind: "reading", state: "done", result: { reading: 1, state: "read", problems: [] } });
  const detail = await get(`${root}/1`);
  expect(detail).toMatchObject({ number: 1, name: "license.txt", state: "read", isOfOtherWeights: false, document: sha256(contract), title: "Data License Agreement", parties: ["Archive Inc.", "Acme Labs LLC"], by: "jane", steps: 1, agreement: null });
  const law = field(detail, "governing-law.1");
  expect(law).toMatchObject({ state: "open", number: "3.", heading: "Governing Law", page: null, values: [{ says: "US-NY", quote: "New York" }], reviews: [] });
  expect([contract.slice(law["start"], law["end"]), contract.slice(law["values"][0].start, law["values"][0].end)]).toEqual([law["quote"], "New York"]);
  expect(detail["kinds"].find((each: Body) => each["kind"] === "source-code-escrow")).toMatchObject({ fields: [], isAi: false, writtenLike: null });
  expect(await (await house.ask(`/workspaces/acme/evidence/${detail["document"]}`)).text()).toBe(contract);
  const { paragraphs } = await get(`${root}/1/text/0`);
  for (const each of paragraphs) expect(contract.slice(each.start, each.end)).toBe(each.text);
  expect([detail["blocks"].length, paragraphs.length, (await house.ask(`${root}/1/text/1`)).status]).toEqual([1, 6, 404]);
});

test("the same bytes are read once, under whatever name; another workspace reads them for itself", async () => {
  expect((await upload("copy.txt", contract))["result"]).toEqual({ reading: 1, state: "read", problems: [] });
  expect([(await get("/workspaces/empty/readings"))["items"], (await house.ask("/workspaces/empty/readings/1")).status]).toEqual([[], 404]);
});

test("fields are accepted, corrected and rejected and clauses added, by whom and when; all of it stays and is in the ledger", async () => {
  const [reviews, clauses] = [`${root}/1/reviews`, `${root}/1/clauses`];
  expect(await say(reviews, { verdict: "accepted", fields: ["document-name.1", "agreement-date.1", "license-grant.1", "governing-law.1", "anti-assignment.1"] }, { "Idempotency-Key": "r-1" })).toMatchObject([201, { reading: 1, step: 2 }]);
  expect(await say(reviews, { verdict: "accepted", fields: ["document-name.1", "agreement-date.1", "license-grant.1", "governing-law.1", "anti-assignment.1"] }, { "Idempotency-Key": "r-1" })).toMatchObject([201, { step: 2 }]);
  expect(await say(reviews, { verdict: "corrected", field: "governing-law.1", values: ["US-DE"], why: "amended" })).toMatchObject([201, { step: 3, fields: ["governing-law.1"] }]);
  expect(await say(reviews, { verdict: "rejected", fields: ["anti-assignment.1"] }, { "If-Match": '"3"' })).toMatchObject([201, { step: 4 }]);
  expect(await say(reviews, { verdict: "corrected", field: "parties.1", values: ["Archive Inc. = Licensor", "Acme Labs LLC = Licensee"] })).toMatchObject([201, { step: 5 }]);
  expect(await say(clauses, { kind: "audit-rights", quote: "Licensee keeps a list of who used the Data.", why: "missed" })).toMatchObject([201, { step: 6, fields: ["audit-rights.1"] }]);
  const detail = await get(`${root}/1`);
  expect(field(detail, "governing-law.1")).toMatchObject({ state: "corrected", values: [{ says: "US-DE", quote: null }], reviews: [{ verdict: "accepted", by: "jane" }, { verdict: "corrected", by: "jane", why: "amended", values: ["US-DE"] }] });
  expect(field(detail, "audit-rights.1")).toMatchObject({ state: "added", confidence: null, number: "4.", heading: "Outputs", quote: "Licensee keeps a list of who used the Data." });
  expect(detail["said"]).toMatchObject({ accepted: 3, corrected: 2, rejected: 1, added: 1, open: detail["fields"] - 6 });
  const { reading } = readReading(await (await house.ask(`${root}/1/file`)).text(), "reading.json");
  expect(reading?.documents).toMatchObject([{ digest: sha256(contract), reviews: expect.arrayContaining([expect.objectContaining({ field: "governing-law.1", verdict: "corrected", by: "jane", on: "2026-03-01" })]) }]);
  const entries = (await (await house.store.workspace("acme")).ledger.entries()).filter(({ event }) => event.kind === "reading");
  expect([entries.length, await (await house.store.workspace("acme")).ledger.check()]).toEqual([6, []]);
});

test.each([
  ["a field that is not there", "reviews", { verdict: "accepted", fields: ["governing-law.1", "governing-law.9"] }, 404],
  ["a value that is none", "reviews", { verdict: "corrected", field: "governing-law.1", values: ["New York"] }, 422],
  ["words at two places", "clauses", { kind: "audit-rights", quote: "Licensee keeps" }, 409],
  ["words that are not there", "clauses", { kind: "audit-rights", quote: "Licensee pays" }, 404],
  ["a kind that is none", "clauses", { kind: "audit", start: 0, end: 20 }, 422],
  ["a place beyond the end", "clauses", { kind: "audit-rights", start: 0, end: 1_000_000 }, 422],
  ["somebody else as the one who says it", "reviews", { verdict: "accepted", fields: ["governing-law.1"], by: "john" }, 422],
  ["what is licensed that is not said", "deal", { id: "a", assets: [] }, 422],
  ["a party that was not accepted", "deal", { id: "a", licensor: "Nobody Inc.", assets: [{ id: "notes", kind: "dataset", layers: ["copyright"] }] }, 422],
] as const)("refused, and nothing is recorded: %s", async (_, path, body, status) => {
  const { steps } = await get(`${root}/1`);
  const [given, told] = await say(`${root}/1/${path}`, body);
  expect([given, told["problems"].every((each: Body) => each["file"] === null), (await get(`${root}/1`))["steps"]]).toEqual([status, true, steps]);
});

test("a language model is asked where somebody says so: what it says stands beside the reading with every quote found in the document, and changes nothing of it", async () => {
  const before = await get(`${root}/1`);
  expect([before["mayAsk"], before["opinion"], model.shown]).toEqual(["mock one", null, []]);
  const run = await house.ask(`${root}/1/opinion`, { method: "POST" });
  expect(run.status).toBe(202);
  await (await house.ask(`${run.headers.get("location")!.slice("/api/v1".length)}/events`)).text();
  const after = await get(`${root}/1`);
  const { notes, ...said } = after["opinion"];
  expect(said).toMatchObject({ model: "mock one", by: "jane", kinds: [{ kind: "governing-law", clauses: [{ field: "governing-law.1", number: "3." }] }, { kind: "anti-assignment", clauses: [{ field: null, quote: "Licensee keeps a list of who used the Data.", number: "4." }] }] });
  expect([notes[0], model.shown.length]).toEqual([expect.stringContaining("one quote of the model does not stand in the document"), 1]);
  expect({ ...after, opinion: null, steps: before["steps"] }).toEqual(before);
  expect([after["steps"], (await house.ask("/workspaces/empty/readings/1/opinion", { method: "POST" })).status, await (await house.store.workspace("acme")).ledger.check()]).toEqual([before["steps"] + 1, 404, []]);
});

test("what was made of older steps is refused", async () => {
  expect((await say(`${root}/1/reviews`, { verdict: "accepted", fields: ["governing-law.1"] }, { "If-Match": '"1"' }))[0]).toBe(412);
});

test("the portfolio takes a contract as persons left it, and the agreement that is begun with it in its place", async () => {
  const { items: [family], titles } = await get("/workspaces/acme/portfolio/agreements?agreement=readings/1/license.txt");
  expect(titles).toEqual([{ agreement: "readings/1/license.txt", title: "Data License Agreement" }]);
  expect(family).toMatchObject({ form: "reading", isSigned: null, title: "Data License Agreement" });
  expect(family["topics"].map(({ topic, place }: Body) => [topic, place["quote"].slice(0, 14)])).toEqual(expect.arrayContaining([["audit", "Licensee keeps"]]));
  expect(family["topics"].some(({ topic }: Body) => topic === "assignment")).toBe(false);
  const deal = { id: "read-2026", us: "licensee", assets: [{ id: "notes", kind: "dataset", layers: ["copyright"] }] };
  const [status, told] = await say(`${root}/1/deal`, deal);
  expect([status, told["text"]]).toEqual([200, expect.stringContaining("Licensee keeps a list of who used the Data.")]);
  expect(told["text"]).toContain(`"id":"acme"`);
  expect(await say(`${root}/1/agreement`, { ...deal, on: "2026-02-28" })).toMatchObject([201, { agreement: "read-2026", step: 1 }]);
  expect((await get("/workspaces/acme/agreements/read-2026"))["timeline"]).toMatchObject([{ step: "receive", content: { evidence: sha256(contract) } }]);
  expect((await get(`${root}/1`))["agreement"]).toBe("read-2026");
  expect((await get("/workspaces/acme/portfolio/agreements?limit=1000"))["items"].map(({ id }: Body) => id)).not.toContain("readings/1/license.txt");
  expect((await get("/workspaces/acme/portfolio/left-out"))["items"]).toContainEqual({ agreement: "readings/1/license.txt", why: "the agreement `read-2026` was begun with it" });
});

describe("what cannot be read is kept with the reason", () => {
  test.each([
    ["scanned.pdf", pdf([[], []]), /text recognition/],
    ["long.pdf", pdf(Array.from({ length: 1_501 }, () => ["A page."])), /1500 are read at most/],
  ])("%s", async (name, bytes, why) => {
    const run = await upload(name, bytes);
    expect(run).toMatchObject({ state: "done", result: { state: "refused" } });
    const told = await get(`${root}/${run["result"].reading}`);
    expect(told).toMatchObject({ state: "refused", name, fields: 0, kinds: [], blocks: [] });
    expect(told["problems"].map(({ message, hint }: Body) => `${message} ${hint}`).join()).toMatch(why);
    expect((await house.ask(`/workspaces/acme/evidence/${told["document"]}`)).status).toBe(200);
    expect((await say(`${root}/${told["number"]}/reviews`, { verdict: "accepted", fields: ["governing-law.1"] }))[0]).toBe(409);
  });

  test("and stands in the list, from either end", async () => {
    const numbers = async (q: string): Promise<number[]> => (await get(`${root}?q=${q}`))["items"].map(({ number }: Body) => number);
    expect([await numbers("ARCHIVE+acme"), await numbers("archive+nobody")]).toEqual([[1], []]);
    const pages: Body[] = [await get(`${root}?order=newest&limit=2`)];
    while (pages.at(-1)!["next"] !== null) pages.push(await get(`${root}?order=newest&limit=2&cursor=${pages.at(-1)!["next"]}`));
    expect(pages.flatMap(({ items }) => items.map(({ number, state }: Body) => `${number} ${state}`))).toEqual(["3 refused", "2 refused", "1 read"]);
  });
});

test("a contract that was read with other weights is read anew: what persons confirmed is carried over where the same words stand, the rest is asked again", async () => {
  const text = `${contract}\n5. Term. This Agreement expires on December 31, 2027.\n`;
  const number = (await upload("old.txt", text))["result"].reading as number;
  const at = `${root}/${number}`;
  expect(await say(`${at}/again`, {})).toMatchObject([409, { problems: [{ code: "conflict" }] }]);
  // As an earlier program read it: a clause before the one on the law, a day that is another, and a clause that this one does not find.
  const kept = await house.store.workspace("acme");
  const [first] = await kept.readingSteps(number);
  const { reading } = readReading(await (await house.ask(`${at}/file`)).text(), "reading.json");
  const document = reading!.documents[0]!;
  const clauseOf = (kind: string) => document.kinds.find((each) => each.kind === kind)!.clauses;
  const [grant, day] = [clauseOf("license-grant")[0]!, clauseOf("expiration-date")[0]!];
  const others: Readonly<Record<string, readonly unknown[]>> = { "governing-law": [{ ...grant, values: [] }, ...clauseOf("governing-law")], insurance: [{ ...grant, values: [] }], "expiration-date": [{ ...day, values: day.values.map((each) => ({ ...each, on: "2026-12-31" })) }] };
  const older = JSON.stringify({ ...reading, basis: { weights: sha256("older") }, documents: [{ ...document, reviews: [], kinds: document.kinds.map((each) => ({ ...each, clauses: others[each.kind] ?? each.clauses })) }] });
  await kept.takeReadingStep({ reading: number, after: 1, content: { ...first!.content, reading: sha256(older) }, evidence: [sha256(older)] }, [{ content: Buffer.from(older), mediaType: "application/json" }], { by: "jane", at: "2026-03-01T09:00:00Z" });
  expect(await get(at)).toMatchObject({ isOfOtherWeights: true, steps: 2 });
  expect((await say(`${at}/reviews`, { verdict: "accepted", fields: ["governing-law.2", "insurance.1", "expiration-date.1"] }))[0]).toBe(201);
  const asked = await house.ask(`${at}/again`, json({}));
  expect(asked.status).toBe(202);
  await (await house.ask(`${asked.headers.get("location")!.slice("/api/v1".length)}/events`)).text();
  const detail = await get(at);
  expect([detail["isOfOtherWeights"], detail["steps"], field(detail, "governing-law.1"), field(detail, "insurance.1"), field(detail, "expiration-date.1")]).toMatchObject([false, 4, { state: "accepted", reviews: [{ by: "jane" }] }, { state: "added", quote: grant.quote, confidence: null }, { state: "open", values: [{ says: "2027-12-31" }] }]);
  expect(detail["askedAgain"]).toMatchObject([{ field: "expiration-date.1", verdict: "accepted", by: "jane", quote: day.quote }]);
  expect(detail["said"]).toMatchObject({ accepted: 1, added: 1, open: detail["fields"] - 1 });
  expect((await say(`${at}/reviews`, { verdict: "accepted", fields: ["expiration-date.1"] }))[0]).toBe(201);
  expect((await get(at))["askedAgain"]).toEqual([]);
});
