import { engineVersion } from "@cleartitle/engine";
import { openApi } from "@cleartitle/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type House, json, openHouse } from "./house.js";

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(async () => house.close());

type Body = Record<string, any>;
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => house.ask(`/workspaces/acme${path}`, json(body, headers));
const read = async (response: Response | Promise<Response>): Promise<Body> => (await response).json() as Promise<Body>;

describe("a question", () => {
  test("is answered as the command line answers it, and again without being decided again", async () => {
    const first = await post("/ask", { use: "launch" });
    const decision = await read(first);
    expect([first.status, first.headers.get("etag"), decision["decision"]]).toEqual([200, '"1"', "blocked"]);
    expect(decision["proof"]).not.toHaveProperty("dag");
    expect(await read(post("/ask", { use: "launch" }))).toEqual(decision);
    expect((await read(post("/ask", { use: "launch", proof: true })))["proof"]["dag"].length).toBeGreaterThan(1);
  });
  test("is asked for other places and of an earlier state", async () => {
    expect((await read(post("/ask", { use: "launch", in: ["JP"], at: 1 })))["byTerritory"].flatMap((each: Body) => each["territories"])).toEqual(["JP"]);
    expect((await post("/ask", { use: "launch", at: 0 })).status).toBe(404);
  });
  test("is answered with all that is wrong with its names", async () => {
    const problem = await read(post("/ask", { use: "lunch", in: ["EU", "Europe", "USA"] }));
    expect(problem["problems"].map((each: Body) => [each["code"], each["pointer"]])).toEqual([["unknown-place", "/in/1"], ["unknown-place", "/in/2"], ["not-found", "/use"]]);
    expect((await post("/ask", { use: "launch", asOf: "2026-02-30", profile: "brave" })).status).toBe(422);
  });
  test("may be one of many, of one state", async () => {
    const many = await read(post("/ask-batch", { questions: [{ use: "launch" }, { use: "launch", in: ["US"] }] }));
    expect(many["decisions"].map((each: Body) => each["use"]["name"])).toEqual(["launch", "launch"]);
    expect(many["changeSet"]).toBe(1);
    expect((await read(post("/ask-batch", { questions: [{ use: "launch" }, { use: "nothing" }] })))["problems"][0].pointer).toBe("/questions/1/use");
  });
  test("comes back with questions, and answers are recorded", async () => {
    const asked = await read(post("/questions", { use: "launch" }));
    const open = asked["questions"].find((each: Body) => each["answers"].length > 0) as Body;
    const written = open["answers"][0].write as string;
    const answered = await post("/answers", { use: "launch", answers: [written] });
    expect([answered.status, (await read(answered))["notes"].length]).toEqual([201, 1]);
    expect((await read(post("/answers", { use: "launch", answers: [written] })))["notes"][0]).toContain("already");
    expect((await read(post("/answers", { use: "launch", answers: ["colour=red", "none"] })))["problems"].map((each: Body) => each["pointer"])).toEqual(["/answers/0", "/answers/1"]);
  });
});

const party = (id: string) => ({ changes: { add: { parties: [{ id }] } } });

describe("a change set", () => {
  test("whose words a database has no letters for is refused, and leaves nothing; ids may have any", async () => {
    const newest = (await read(house.ask("/workspaces/acme")))["changeSet"] as number;
    for (const why of ["nul \u0000", "half \ud800"]) {
      const refused = await post("/changes", { ...party("unkept"), why });
      expect([why, refused.status, (await read(refused))["problems"][0]]).toEqual([why, 422, expect.objectContaining({ code: "bad-value", hint: expect.stringContaining("U+0000") })]);
    }
    expect((await read(house.ask("/workspaces/acme")))["changeSet"]).toBe(newest);
    expect((await post("/changes", party("nul \u0000, half \ud800"))).status).toBe(201);
  });

  test("is recorded on the newest records, or on those that it was made of", async () => {
    const newest = (await read(house.ask("/workspaces/acme")))["changeSet"] as number;
    const recorded = await post("/changes", party("one"), { "If-Match": `"${newest}"` });
    expect([recorded.status, recorded.headers.get("etag")]).toEqual([201, `"${newest + 1}"`]);
    const late = await post("/changes", party("two"), { "If-Match": `"${newest}"` });
    expect([late.status, (await read(late))["problems"][0].code]).toEqual([412, "out-of-date"]);
    expect((await read(house.ask(`/workspaces/acme/changes/${newest + 1}`)))["by"]).toBe("jane");
    expect((await house.ask("/workspaces/acme/parties/one")).status).toBe(200);
    expect((await house.ask(`/workspaces/acme/parties/one?at=${newest}`)).status).toBe(404);
    expect((await read(house.ask("/workspaces/acme/parties?asOf=2026-02-01")))["changeSet"]).toBe(0);
  });
  test("that many record at once is recorded by all of them", async () => {
    const before = (await read(house.ask("/workspaces/acme")))["changeSet"] as number;
    const all = await Promise.all(["p1", "p2", "p3"].map(async (id) => (await post("/changes", party(id))).status));
    expect(all).toEqual([201, 201, 201]);
    expect((await read(house.ask("/workspaces/acme")))["changeSet"]).toBe(before + 3);
  });
  test("is carried out once under one name, and nothing else is under it", async () => {
    const key = { "Idempotency-Key": "k-1" };
    const first = await post("/changes", party("named"), key);
    const again = await post("/changes", party("named"), key);
    expect(await again.json()).toEqual(await first.json());
    expect([again.status, again.headers.get("idempotency-replayed"), again.headers.get("etag")]).toEqual([201, "true", first.headers.get("etag")]);
    const other = await post("/changes", party("other"), key);
    expect([other.status, (await read(other))["problems"][0].code]).toEqual([422, "contradiction"]);
    expect((await post("/changes", party("x"), { "Idempotency-Key": "two words" })).status).toBe(422);
  });
  test("under one name is answered alike to all who ask at once, and where the answer was not kept", async () => {
    await post("/changes", { changes: { add: { assets: [{ id: "spare", kind: "dataset" }] } } });
    const newest = (await read(house.ask("/workspaces/acme")))["changeSet"] as number;
    // What is taken out is not there any more when it is asked again.
    const asked = () => post("/changes", { changes: { remove: { assets: ["spare"] } } }, { "Idempotency-Key": "k-2", "If-Match": `"${newest}"` });
    const kept = vi.spyOn(house.store.requests, "end").mockResolvedValue(undefined);
    const answers = [...(await Promise.all([asked(), asked(), asked()])), await asked()];
    kept.mockRestore();
    expect(answers.map(({ status, headers }) => [status, headers.get("etag"), headers.get("idempotency-replayed")])).toEqual(answers.map(() => [201, `"${newest + 1}"`, null]));
    expect(await Promise.all(answers.map(read))).toEqual(answers.map(() => ({ changeSet: newest + 1, unmet: [] })));
  });
  test.each([
    ["names what is not there", { add: { derivations: [{ from: "nothing", to: "gone", by: "finetune" }] } }, 422, "/changes/add/derivations/0"],
    ["has a key that there is not", { added: {} }, 422, "/changes/added"],
  ])("that %s is answered as a problem in its place", async (_, changes, status, pointer) => {
    const response = await post("/changes", { changes });
    const problem = await read(response);
    expect(response.status).toBe(status);
    expect(problem["problems"][0].pointer).toContain(pointer);
  });
  test("is asked for its effects without being recorded", async () => {
    const before = await read(house.ask("/workspaces/acme"));
    const impact = await read(post("/impact", { changes: { remove: { assets: ["notes"] } } }));
    expect(impact["uses"].map((each: Body) => each["use"])).toContain("launch");
    expect(await read(house.ask("/workspaces/acme"))).toEqual(before);
  });
});

describe("a decision that is recorded", () => {
  test("is kept to the byte with what it was made of, proven and decided again", async () => {
    const key = { "Idempotency-Key": "d-1" };
    const recorded = await read(post("/decisions", { use: "launch", in: ["US"] }, key));
    expect(await read(post("/decisions", { use: "launch", in: ["US"] }, key))).toEqual(recorded);
    const { number } = recorded;
    const decision = await read(house.ask(`/workspaces/acme/decisions/${number}/decision`));
    expect(decision["decision"]).toBe(recorded["status"]);
    expect((await read(house.ask(`/workspaces/acme/decisions/${number}/proof`)))["dag"].length).toBeGreaterThan(1);
    await post("/changes", { changes: { remove: { assets: ["notes"] } } });
    expect(await read(post(`/decisions/${number}/replay`, {}))).toMatchObject({ same: true, by: "here", engine: { recorded: engineVersion, here: engineVersion }, today: null });
    const { catalogue } = house.backing;
    const [license] = [...new Set(JSON.stringify(decision["reasons"]).match(/"instrument":"[^"]+"/g))].map((each) => each.slice(14, -1)).filter((id) => catalogue.instruments.has(id)).toSorted();
    const digests = { ...catalogue.digests, catalogue: "sha256:later" };
    const instruments = new Map([...catalogue.instruments].map(([id, each]) => [id, id === license ? { ...each, norms: each.norms.map((norm) => ({ ...norm, cite: "another sentence" })) } : each]));
    for (const [later, said] of [[{ ...catalogue, digests }, /^with the catalogue here the answer is the same but for its basis$/], [{ ...catalogue, digests, instruments }, new RegExp(`with the catalogue here it is \`blocked\` as well, first otherwise at \`/reasons.*; is cited otherwise: .*\`${license}\``)]] as const) {
      const other = openApi({ ...house.backing, catalogue: later as typeof catalogue });
      const answer = await read(other.app.request(`/workspaces/acme/decisions/${number}/replay`, json({})));
      expect(answer).toEqual({ number, same: true, decision: recorded["decision"], by: "kept", engine: { recorded: engineVersion, here: engineVersion }, today: expect.stringMatching(said) });
      expect((await read(other.app.request(`/workspaces/acme/decisions/${number}/proof`)))["dag"].length).toBeGreaterThan(1);
      await other.close();
    }
    expect((await read(house.ask("/workspaces/acme/decisions")))["items"]).toEqual([recorded]);
    expect((await house.ask("/workspaces/acme/decisions/99")).status).toBe(404);
  });
});

test("none of these requests met a bug", () => {
  expect(house.bugs).toEqual([]);
});
