import { Side } from "@cleartitle/agreements";
import { sha256 } from "@cleartitle/norms";
import { type Connection, redact, type Workspace } from "@cleartitle/store";
import { byText } from "@cleartitle/title";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { medical } from "../agreements/deal-life.js";
import { type House, json, openHouse } from "./house.js";

let house: House;
let database: Connection["db"];
beforeAll(async () => {
  house = await openHouse("examples/medical-image-license/cleartitle.yaml", (options, { db }) => {
    database = db;
    return options;
  });
});
afterAll(async () => house.close());

type Body = Record<string, any>;
const root = "/workspaces/acme/agreements";
const one = `${root}/scans-2026`;
async function asked(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ readonly status: number; readonly body: Body; readonly etag: string | null }> {
  const response = await house.ask(path, body === undefined ? { headers } : json(body, headers));
  return { status: response.status, body: (await response.json()) as Body, etag: response.headers.get("etag") };
}
const get = async (path: string): Promise<Body> => (await asked(path)).body;
const faults = ({ body }: { readonly body: Body }): readonly [string, string | null][] => body["problems"].map((each: Body) => [each["code"], each["pointer"]]);
const answer = async (use: string): Promise<string> => (await asked("/workspaces/acme/ask", { use })).body["decision"] as string;

const theirs = medical.deal.replace("within: P30D", "within: P14D");

describe("an agreement from its first text to its end", () => {
  test("is begun with a text, once under a name, and what is wrong with a text is told where it stands", async () => {
    const wrong = await asked(root, { text: medical.deal.replace("field-of-use", "field-of-yes") });
    expect([wrong.status, faults(wrong), wrong.body["problems"][0]["line"]]).toEqual([422, [["unknown-name", "/text"]], 11]);
    const name = { "Idempotency-Key": "begin" };
    const first = await asked(root, { text: medical.deal, note: "as we talked" }, name);
    expect([first.status, first.body, first.etag]).toEqual([201, { agreement: "scans-2026", step: 1, changeSet: null, notes: [] }, '"1"']);
    expect((await asked(root, { text: medical.deal, note: "as we talked" }, name)).body).toEqual(first.body);
    expect(faults(await asked(root, { text: medical.deal }))).toEqual([["conflict", "/text"]]);
    expect(await get(one)).toMatchObject({ state: "draft", turn: "licensee", ours: "licensee", version: 1, lastDay: "2027-12-31", parties: [{ id: "archive", role: "licensor", name: "The Archive" }, { id: "pharma" }] });
  });

  test("tells what it would do before anybody signs it, and what its end would ask for", async () => {
    const { uses } = (await asked(`${one}/effect`, {})).body;
    expect(uses).toMatchObject([{ use: "clinics", before: { decision: "blocked" }, after: { decision: "cleared" }, change: "better" }, { use: "insurers", after: { decision: "blocked" }, change: "reasons" }]);
    const closed = (await asked(`${one}/effect`, { version: medical.deal.replace("fields: [medical]", "fields: [finance]") })).body;
    expect(closed["uses"].map((each: Body) => [each["use"], each["after"]["decision"]])).not.toContainEqual(["clinics", "cleared"]);
    // A text of another agreement would hold beside this one.
    expect(faults(await asked(`${one}/effect`, { version: medical.deal.replace("scans-2026", "another") }))).toEqual([["contradiction", "/id"]]);
    expect(await get(`${one}/runbook`)).toMatchObject({ supposed: true, how: "term", lastDay: "2027-12-31", steps: [{ kind: "stop", asset: "marked-scans" }, { kind: "stop", asset: "scans" }, { kind: "delete" }, { kind: "delete" }, { kind: "certify" }, { kind: "keep" }, { kind: "keep" }] });
    expect(await answer("clinics")).toBe("blocked");
  });

  test("goes to the other side and comes back: what was seen is frozen, and two versions are compared", async () => {
    const step = async (what: string, body: object): Promise<number> => (await asked(`${one}/${what}`, body)).status;
    expect(await step("sending", { on: "2025-12-02" })).toBe(201);
    expect(faults(await asked(`${one}/versions`, { text: theirs }))).toEqual([["conflict", null]]);
    expect(await step("versions", { text: theirs, side: "theirs", on: "2025-12-05" })).toBe(201);
    expect(await get(`${one}/comparison?from=1&to=2`)).toMatchObject({ from: 1, to: 2, clauses: expect.arrayContaining([expect.objectContaining({ topic: "deletion", change: "words" }), expect.objectContaining({ topic: "improvements", change: "same" })]) });
    const version = await get(`${one}/versions/2`);
    expect(version).toMatchObject({ number: 2, side: "licensor", digest: sha256(theirs), text: theirs, frozenOn: "2025-12-05", terms: { clauses: expect.arrayContaining([expect.objectContaining({ topic: "field-of-use", text: expect.arrayContaining([expect.any(String)]) })]) } });
    expect(version["silentOn"]).toContain("audit");
    expect(faults(await asked(`${one}/versions/3`))).toEqual([["not-found", "#path/number"]]);
    expect(faults(await asked(`${one}/comparison?from=1&to=3`))).toEqual([["not-found", "#query/to"]]);
  });

  test("binds with the second signature, and from then on every answer sees it", async () => {
    const copy = await (await house.ask("/workspaces/acme/evidence", { method: "POST", body: "signed copy", headers: { "Content-Type": "application/octet-stream" } })).json() as Body;
    const digest = sha256("signed copy");
    expect(JSON.stringify(copy)).toContain(digest);
    const missing = await asked(`${one}/signatures`, { side: "licensor", on: "2025-12-20", evidence: sha256("another") });
    expect(faults(missing)).toEqual([["dangling-reference", "/evidence"]]);
    const sign = (side: string, headers = {}) => asked(`${one}/signatures`, { side, on: "2025-12-20", evidence: digest, digest: sha256(theirs) }, headers);
    expect((await sign("licensor")).body).toMatchObject({ step: 4, changeSet: null });
    expect((await sign("licensee", { "If-Match": '"3"' })).status).toBe(412);
    expect((await sign("licensee", { "If-Match": '"4"' })).body).toMatchObject({ step: 5, changeSet: 2 });
    expect([await answer("clinics"), await answer("insurers")]).toEqual(["cleared", "blocked"]);
    expect(await get(one)).toMatchObject({ state: "signed", turn: null, signedOn: "2025-12-20", timeline: expect.arrayContaining([expect.objectContaining({ step: "sign", changeSet: 2 })]) });
    const entries = (await get("/workspaces/acme/ledger/entries?limit=1000"))["items"] as Body[];
    expect(JSON.stringify(entries)).toContain(digest);
  });

  test("is amended from a day on, with the effect told before", async () => {
    const effect = (await asked(`${one}/effect`, { amendment: medical.amendment })).body;
    expect(effect["uses"].map((each: Body) => [each["use"], each["change"]])).toContainEqual(["insurers", "better"]);
    expect((await asked(`${one}/amendments`, { text: medical.amendment })).body).toMatchObject({ step: 6, changeSet: null });
    expect(await answer("insurers")).toBe("blocked");
    for (const side of Side.options) expect((await asked(`${one}/signatures`, { side, on: "2026-02-20", evidence: "contract 17a", amendment: "insurers" })).status).toBe(201);
    expect(await answer("insurers")).toBe("cleared");
    expect((await get(`${one}/effective?day=2026-04-30`))["changed"]).toEqual([]);
    const effective = await get(`${one}/effective?day=2026-05-01`);
    expect(effective["changed"]).toMatchObject([{ topic: "field-of-use", change: "words" }]);
    expect(effective["terms"]["clauses"]).toContainEqual(expect.objectContaining({ topic: "field-of-use", number: 5, inDocument: "2.2", amendedBy: "insurers" }));
    expect(await get(`${one}/amendments/insurers`)).toMatchObject({ text: medical.amendment, signedOn: "2026-02-20" });
    const clash = await asked(`${one}/amendments`, { text: medical.amendment.replace("id: insurers", "id: again").replace(", insurance", "") });
    expect(faults(clash)).toEqual([["contradiction", "/text"]]);
  });

  test("is listed by what it is, and its days are a calendar", async () => {
    const ids = async (query: string): Promise<string[]> => (await get(`${root}?${query}`))["items"].map((each: Body) => each["id"]);
    for (const yes of ["state=signed", "party=archive", "topic=deletion", "endsBy=2027-12-31", "asset=scans", "q=SCANS+pharma", ""]) expect([yes, await ids(yes)]).toEqual([yes, ["scans-2026"]]);
    for (const no of ["state=draft", "party=stranger", "topic=audit", "endsBy=2027-12-30", "asset=reader", "turn=licensor", "q=scans+stranger"]) expect([no, await ids(no)]).toEqual([no, []]);
    expect(await get(`${root}?day=2028-01-01&state=past-term`)).toMatchObject({ states: { "past-term": 1 }, items: [{ openEnd: expect.stringContaining("whether it renewed is not recorded") }] });
    const { items } = await get("/workspaces/acme/agreement-obligations?dueBy=2027-12-31");
    expect(items.map((each: Body) => `${each["on"]} ${each["kind"]}`)).toEqual(["2026-01-01 day", "2027-11-01 window", "2027-12-31 day"]);
    const calendar = await (await house.ask(`${one}/calendar`)).text();
    expect(calendar).toMatch(/BEGIN:VCALENDAR[\s\S]*DTSTART;VALUE=DATE:20271101/);
    expect((await get(`${one}/obligations`))["items"]).toContainEqual(expect.objectContaining({ on: "2028-01-14", who: ["pharma"], cite: "14.1" }));
  });

  test("a notice of a breach sets the day to cure it", async () => {
    expect((await asked(`${one}/notices`, { of: "breach", on: "2026-02-25", side: "licensor", evidence: "letter 2" })).status).toBe(201);
    expect((await get(`${one}/obligations?day=2026-03-01`))["items"]).toContainEqual(expect.objectContaining({ on: "2026-03-27", who: ["pharma"], what: expect.stringContaining("breach") }));
  });

  test("ends before its term, with what is to be done", async () => {
    expect(await get(`${one}/runbook?on=2026-05-20`)).toMatchObject({ supposed: false, how: "termination", lastDay: "2026-05-19", releases: [{ use: "clinics", before: "cleared", after: "blocked" }, { use: "insurers", before: "cleared", after: "blocked" }] });
    const end = await asked(`${one}/end`, { on: "2026-05-20", how: "termination", side: "licensor", why: "unpaid", evidence: "letter 3" });
    expect([end.status, typeof end.body["changeSet"]]).toEqual([201, "number"]);
    expect([await answer("clinics"), await answer("insurers")]).toEqual(["blocked", "blocked"]);
    expect(await get(one)).toMatchObject({ state: "signed", lastDay: "2026-05-19", end: { on: "2026-05-20", how: "termination" } });
    expect((await get(`${one}?day=2026-05-20`))["state"]).toBe("ended");
    expect(await get(`${one}/runbook`)).toMatchObject({ from: "2026-05-20", steps: [{ kind: "stop", asset: "reader" }, { kind: "stop", asset: "marked-scans" }, { kind: "stop", asset: "scans" }, { kind: "delete", asset: "reader" }, { kind: "delete", by: "2026-06-02" }, { kind: "delete", by: "2026-06-02" }, { kind: "certify" }, { kind: "keep", asset: "reports" }] });
    expect(faults(await asked(`${one}/amendments`, { text: medical.amendment.replace("id: insurers", "id: late").replace("2026-05-01", "2026-06-01") }))).toEqual([["conflict", null]]);
  });
});

describe("a draft", () => {
  const twice = `${medical.deal}  delivery: { own: { text: ["It ends in May."], dates: [{ id: end, at: 1, what: it ends, on: "2028-05-01", sets: end }] } }\n`;
  test.each([
    ["drafts/read", { deal: medical.deal.replace("field-of-use", "field-of-yes") }, "/deal", 11],
    ["drafts/read", { deal: twice }, "/deal", twice.split("\n").length - 1],
    ["drafts/effect", { before: twice, after: medical.deal }, "/before", twice.split("\n").length - 1],
    ["drafts/effect", { before: medical.deal, after: twice }, "/after", twice.split("\n").length - 1],
  ])("%s: what is wrong in it is told with its line, in the text that has it: %#", async (path, body, pointer, line) => {
    const { status, body: { problems } } = await asked(`/workspaces/acme/${path}`, body);
    expect([status, problems.map((each: Body) => [each["pointer"], each["line"]])]).toEqual([422, [[pointer, line]]]);
  });
});

describe("an agreement that the clauses of today cannot read", () => {
  const evidence = "contract 3";
  /** Steps as an earlier program recorded them: by its clauses each text was one. */
  async function recorded(id: string, text: string, amendment: string): Promise<void> {
    const kept = await house.store.workspace("acme");
    const sides = (amended: object) => Side.options.map((side) => [{ step: "sign", side, on: "2025-12-20", evidence, digest: sha256("amendment" in amended ? amendment : text), ...amended }, null] as const);
    const steps = [[{ step: "draft", digest: sha256(text) }, text], [{ step: "send", on: "2025-12-02" }, null], ...sides({}), [{ step: "amend", digest: sha256(amendment), amendment: "insurers", from: "2026-02-01" }, amendment], ...sides({ amendment: "insurers" })] as const;
    const { number } = await kept.graph();
    for (const [after, [content, brought]] of steps.entries()) await kept.takeStep({ agreement: id, after, content, text: brought, parties: ["archive", "pharma"] }, null, number, { by: "jane", at: "2025-12-20T00:00:00Z" });
  }

  test.each([
    ["old-deal", medical.deal.replace("scans-2026", "old-deal").replace("field-of-use", "field-of-yes"), medical.amendment],
    ["old-amendment", medical.deal.replace("scans-2026", "old-amendment"), medical.amendment.replace("scans-2026", "old-amendment").replace("field-of-use", "field-of-yes")],
  ])("is told as that, and not as one that asks for nothing: %s", async (id, text, amendment) => {
    await recorded(id, text, amendment);
    const whole = await get(`${root}/${id}`);
    expect([whole["unreadable"], whole["topics"], whole["lastDay"], whole["problems"]]).toEqual([1, [], null, [expect.stringContaining("field-of-yes")]]);
    for (const part of ["effective", "obligations", "calendar"]) expect([part, faults(await asked(`${root}/${id}/${part}`))]).toEqual([part, [["unknown-name", "#path/id"]]]);
    const { items, unreadable } = await get("/workspaces/acme/agreement-obligations");
    expect([unreadable, items.some((each: Body) => each["agreement"] === id)]).toEqual([expect.arrayContaining([id]), false]);
  });
});

test("agreements are listed page by page in one order of letters, whatever that of the database is", async () => {
  const kept = await house.store.workspace("acme");
  const steps = (await kept.agreementSteps()).toSorted((a, b) => byText(b.agreement, a.agreement) || a.number - b.number);
  const turned = vi.spyOn(Object.getPrototypeOf(kept) as Workspace, "agreementSteps").mockResolvedValue(steps);
  const listed: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page: Body = await get(`${root}?limit=1${next === "" ? "" : `&cursor=${next}`}`);
    listed.push(...page["items"].map((each: Body) => each["id"]));
    next = page["next"];
  }
  turned.mockRestore();
  expect(listed).toEqual(["old-amendment", "old-deal", "scans-2026"]);
});

const tellers = ({ timeline, versions }: Body): string[] => [timeline[0].by, versions[0].by];
test("who recorded a step is told no more once it is taken out", async () => {
  expect(tellers(await get(one))).toEqual(["jane", "jane"]);
  const entry = (await (await house.store.workspace("acme")).ledger.entries()).findIndex(({ event }) => event.kind === "agreement");
  await redact(database, { workspace: "acme", entry, fields: ["by"] }, { by: "counsel", at: "2026-03-02T00:00:00Z", why: "erasure asked for" });
  expect(tellers(await get(one))).toEqual(["(redacted)", "(redacted)"]);
});

test.each([
  ["/workspaces/acme/agreements/none", undefined, 404],
  ["/workspaces/empty/agreements/scans-2026", undefined, 404],
  ["/workspaces/empty/agreements", { text: medical.deal }, 404],
  ["/workspaces/acme/agreements/..%2F", undefined, 422],
  ["/workspaces/acme/agreements/scans-2026/comparison?from=1", undefined, 422],
  ["/workspaces/acme/agreements", { text: "" }, 422],
  ["/workspaces/acme/agreements", { text: "\u0000" }, 400],
  ["/workspaces/acme/agreements/scans-2026/runbook?on=2026-02-30", undefined, 422],
])("%s with %j is answered %i", async (path, body, status) => {
  const response = await asked(path, body);
  expect([response.status, response.body["problems"].length]).toEqual([status, expect.any(Number)]);
});

test("a notice that comes too late is told as that, by the answer and wherever the term is told, until it is settled", async () => {
  const at = `${root}/short`;
  const taken = async (path: string, body: object, headers = {}): Promise<Body> => {
    const response = await asked(path, body, headers);
    expect([path, response.status, response.body["problems"]]).toEqual([path, 201, undefined]);
    return response.body;
  };
  await taken(root, { text: medical.deal.replace("scans-2026", "short").replace('from: "2026-01-01", initial: P2Y', 'from: "2025-01-01", initial: P1Y') });
  await taken(`${at}/sending`, { on: "2024-12-02" });
  for (const side of Side.options) await taken(`${at}/signatures`, { side, on: "2024-12-20", evidence: "contract 4" });
  const name = { "Idempotency-Key": "late" };
  const notice = await taken(`${at}/notices`, { on: "2025-11-03", side: "licensor", evidence: "letter 4" }, name);
  expect(notice["notes"]).toEqual([expect.stringMatching(/came 2 days after the last day for the term to 2025-12-31, which was 2025-11-01: whether it counts/)]);
  expect(await taken(`${at}/notices`, { on: "2025-11-03", side: "licensor", evidence: "letter 4" }, name)).toEqual(notice);
  expect((await taken(`${at}/renewals`, { on: "2026-01-02", until: "2026-12-31" }))["notes"]).toEqual([]);
  expect((await get(at))["renewal"]).toMatchObject({ stopped: null, until: "2027-12-31", open: [{ question: "late-notice", step: 5, daysLate: 2, term: "2025-12-31", ends: { counting: "2026-12-31", otherwise: "2027-12-31" } }] });
  expect((await get(`${at}/obligations`))["items"]).toContainEqual(expect.objectContaining({ on: "2026-12-31", what: expect.stringContaining("counts for this term, which nobody has said") }));
  expect((await get("/workspaces/acme/portfolio/agreements?day=2026-03-01&agreement=short")).items).toMatchObject([{ id: "short", to: { on: "2026-12-31" } }]);
  expect(faults(await asked(`${at}/settlements`, { on: "2026-02-01", notice: 4, counts: true, who: "counsel" }))).toEqual([["dangling-reference", "/notice"]]);
  await taken(`${at}/settlements`, { on: "2026-02-01", notice: 5, counts: true, who: "counsel, memo 12" });
  expect((await get(at))["renewal"]).toMatchObject({ stopped: { on: "2025-11-03", side: "licensor", who: "counsel, memo 12" }, open: [] });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
