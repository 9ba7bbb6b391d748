import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { memoryFile, zipEntries } from "@cleartitle/intake";
import { checkProof, newSigningKey, openBundle, readSigningKey, verifyLedger, type VerifierKey } from "@cleartitle/ledger";
import { Store } from "@cleartitle/store";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type House, json, openHouse } from "./house.js";

/** The ledger over HTTP, and what the releases oblige to, which it is told of. */
let house: House;
let key: VerifierKey;
let folder: string;
beforeAll(async () => {
  const { secret, verifier } = newSigningKey("acme");
  key = verifier;
  folder = await mkdtemp(join(tmpdir(), "cleartitle-bundle-"));
  house = await openHouse(undefined, (options, connection) => ({ ...options, store: new Store(connection, undefined, [readSigningKey(secret)!]) }));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

type Body = Record<string, any>;
const read = async (response: Promise<Response>): Promise<Body> => (await response).json() as Promise<Body>;
const get = async (path: string): Promise<Body> => read(house.ask(`/workspaces/acme${path}`));
const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> => house.ask(`/workspaces/acme${path}`, json(body, headers));

describe("obligations", () => {
  test("of all releases are told with their text, in pages that are together the list", async () => {
    const { items, total, states } = await get("/obligations");
    expect(items.length).toBe(total);
    expect(Object.values(states as Record<string, number>).reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(items.find((each: Body) => each["do"] === "show-brand" || each["says"].includes("Built with Llama"))).toMatchObject({ release: "launch", instrument: "LicenseRef-Llama-3.1", debtor: "acme", creditor: "meta", done: [] });
    const first = await get("/obligations?limit=4");
    expect([...first["items"], ...(await get(`/obligations?limit=1000&cursor=${first["next"]}`))["items"]]).toEqual(items);
    expect((await get("/obligations?state=overdue"))["total"]).toBe(states["overdue"] ?? 0);
    expect((await get("/obligations?instrument=LicenseRef-Llama-3.1"))["items"].every((each: Body) => each["instrument"] === "LicenseRef-Llama-3.1")).toBe(true);
  });
  test("are kept by an event of the ledger, which speaks of this one alone", async () => {
    const { items } = await get("/obligations");
    const early = items.find((each: Body) => each["due"].startsWith("before") && each["state"] === "open") as Body;
    const { sha256 } = await read(house.ask("/workspaces/acme/evidence", { method: "POST", body: "a page", headers: { "Content-Type": "text/plain" } }));
    const done = await post(`/obligations/${early["id"]}/fulfillments`, { on: "2026-02-28", evidence: sha256, why: "published" });
    const told = (await done.json()) as Body;
    expect([done.status, told["state"]]).toEqual([201, "met"]);
    const after = await get("/obligations?day=2026-03-02");
    expect(after["items"].find((each: Body) => each["id"] === early["id"])).toMatchObject({ state: "met", done: [{ event: told["event"], evidence: sha256, party: "acme" }] });
    // What was kept to one is not kept to whoever else the same is owed to.
    expect((await get("/events"))["items"].find((each: Body) => each["id"] === told["event"])).toMatchObject({ of: early["object"], to: early["creditor"] });
    const others = (list: readonly Body[]): unknown[] => list.filter((each) => each["id"] !== early["id"]).map((each) => [each["id"], each["state"]]).toSorted();
    expect(others(after["items"])).toEqual(others(items));
    const { items: entries } = await get("/ledger/entries?limit=1000");
    expect(entries.some((each: Body) => JSON.stringify(each["open"]).includes(told["event"]))).toBe(true);
  });
  test("that are kept under a name are answered with the event that was recorded, also where the answer was not kept", async () => {
    const [first] = (await get("/obligations?state=open"))["items"];
    const kept = vi.spyOn(house.backing.store.requests, "end").mockResolvedValue(undefined);
    const fulfilled = () => read(post(`/obligations/${first.id}/fulfillments`, { on: "2026-02-27", evidence: "seen" }, { "Idempotency-Key": "once" }));
    const [one, two] = [await fulfilled(), await fulfilled()];
    kept.mockRestore();
    expect(two).toEqual(one);
    const { items } = await get("/events");
    expect(items.filter((each: Body) => each["evidence"] === "seen").map((each: Body) => each["id"])).toEqual([one["event"]]);
  });
  test.each([
    ["what is done tomorrow", { on: "2026-03-09", evidence: "seen" }, 422, "/on"],
    ["evidence that is not kept", { on: "2026-02-01", evidence: `sha256:${"0".repeat(64)}` }, 422, "/evidence"],
    ["no evidence", { on: "2026-02-01", evidence: " " }, 422, "/evidence"],
  ])("are not kept by %s", async (_, body, status, pointer) => {
    const [first] = (await get("/obligations"))["items"];
    const response = await post(`/obligations/${first.id}/fulfillments`, body);
    expect([response.status, ((await response.json()) as Body)["problems"][0].pointer]).toEqual([status, pointer]);
  });
  test("that there are not are none", async () => expect((await post(`/obligations/sha256:${"0".repeat(64)}/fulfillments`, { on: "2026-02-01", evidence: "seen" })).status).toBe(404));
});

describe("the ledger", () => {
  test("is told with its head, its entries and what shows that they are in it", async () => {
    const { name, size, signed, signer, head } = await get("/ledger");
    expect([name, signed, signer]).toEqual(["acme", size, key.text]);
    const { items } = await get("/ledger/entries?limit=1000");
    expect(items.map((each: Body) => each["event"].index)).toEqual(Array.from({ length: size as number }, (_, index) => index));
    const page = await get("/ledger/entries?limit=2");
    expect([...page["items"], ...(await get(`/ledger/entries?limit=1000&cursor=${page["next"]}`))["items"]]).toEqual(items);
    expect(await get("/ledger/entries/1")).toEqual(items[1]);
    const proof = await (await house.ask("/workspaces/acme/ledger/entries/1/proof")).text();
    expect(checkProof(proof, [key], "proof").problems).toEqual([]);
    expect(checkProof(proof.replace('"index":1', '"index":2'), [key], "proof").problems.length).toBeGreaterThan(0);
    await post("/changes", { changes: { add: { parties: [{ id: "later" }] } } });
    const since = await (await post("/ledger/consistency", { head })).text();
    expect(checkProof(since, [key], "proof").problems).toEqual([]);
  });
  test.each([["/ledger/entries/9999", 404], ["/ledger/entries/9999/proof", 404], ["/ledger/entries/-1", 422], ["/ledger/entries?limit=0", 422]])("%s is answered %i", async (path, status) => expect((await house.ask(`/workspaces/acme${path}`)).status).toBe(status));
  test("goes on from no head that is none, or of another ledger", async () => {
    expect((await post("/ledger/consistency", { head: "nothing" })).status).toBe(422);
    expect((await post("/ledger/consistency", { head: ((await get("/ledger"))["head"] as string).replace(/^acme\n/, "other\n").replaceAll("— acme", "— other") })).status).toBeGreaterThanOrEqual(400);
  });
  test("leaves no archive behind that nobody reads", async () => {
    const own = join(folder, "temporary");
    await mkdir(own);
    // More than is read ahead.
    await house.ask("/workspaces/acme/evidence", { method: "POST", body: "x".repeat(1_000_000), headers: { "Content-Type": "text/plain" } });
    vi.stubEnv("TMPDIR", own);
    const { status } = await house.ask("/workspaces/acme/ledger/bundle", { method: "HEAD" });
    vi.unstubAllEnvs();
    expect(status).toBe(200);
    await vi.waitFor(async () => expect(await readdir(own)).toEqual([]));
    await rm(own, { recursive: true });
  });
  test("is taken along as an archive that verifies by itself, the same bytes each time", async () => {
    const [one, two] = [await house.ask("/workspaces/acme/ledger/bundle"), await house.ask("/workspaces/acme/ledger/bundle")];
    const bytes = new Uint8Array(await one.arrayBuffer());
    expect(Buffer.compare(bytes, new Uint8Array(await two.arrayBuffer()))).toBe(0);
    expect(one.headers.get("content-length")).toBe(String(bytes.length));
    const limits = { maxBytes: 10_000_000, maxEntries: 1000, maxEntry: 10_000_000, maxTotal: 20_000_000 };
    for await (const entry of zipEntries(memoryFile("ledger.zip", bytes), limits)) {
      if (!("bytes" in entry)) throw new Error(entry.detail);
      await mkdir(dirname(join(folder, entry.name)), { recursive: true });
      await writeFile(join(folder, entry.name), entry.bytes);
    }
    const { bundle, problems } = await openBundle(folder);
    expect(problems).toEqual([]);
    const { problems: wrong, vouchedBy, size, missingEvidence } = await verifyLedger(bundle!.source, { keys: [key], follows: true, kept: [] });
    expect([wrong, vouchedBy, size, missingEvidence]).toEqual([[], key.text, (await get("/ledger"))["size"], 0]);
    expect((await readFile(join(folder, "entries.jsonl"), "utf8")).trimEnd().split("\n").length).toBe(size);
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
