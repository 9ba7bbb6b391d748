import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { json, openHouse } from "./house.js";
import { type Browser, firstPerson, joined, openPeopleHouse, type PeopleHouse } from "./people-house.js";

let house: PeopleHouse;
const who = {} as Record<"admin" | "counsel" | "second" | "engineer" | "approver" | "both", Browser>;
const ids = {} as Record<keyof typeof who, string>;
beforeAll(async () => {
  house = await openPeopleHouse();
  ({ browser: who.admin, person: ids.admin } = await firstPerson(house));
  for (const [name, roles] of [["counsel", ["counsel"]], ["second", ["counsel"]], ["engineer", ["engineer"]], ["approver", ["approver"]], ["both", ["counsel", "approver"]]] as const) ({ browser: who[name], person: ids[name] } = await joined(house, who.admin, name, roles));
});
afterAll(async () => house.close());

const below = "/workspaces/acme/proposals";
const position = { position: "model_weights_as_copy", territory: "DE", option: "no" };
const propose = (by: Browser, proposed: object = position, matter = "positions") => by.told("POST", `${below}/${matter}`, { why: "opinion of May", proposed });
const rule = (by: Browser, { number, digest }: Record<string, any>, verdict: string, matter = "positions") => by.told("POST", `${below}/${matter}/${number}/rulings`, { digest, verdict });
const positions = async (): Promise<unknown[]> => (await who.admin.told("GET", "/workspaces/acme/positions"))["items"];
let option = "no";
beforeAll(() => {
  // The options are the catalogue's.
  option = house.backing.catalogue.positions.get("model_weights_as_copy")!.options.at(-1)!.id;
  position.option = option;
});

describe("four eyes", () => {
  test("bring into the records what one proposed and another approved, with who did which", async () => {
    const before = await positions();
    const made = await propose(who.counsel);
    expect(made).toMatchObject({ status: 201, matter: "position", state: "open", authors: [ids.counsel], changeSet: null });
    expect(await positions()).toEqual(before);
    const ruled = await rule(who.approver, made, "approve");
    expect(ruled).toMatchObject({ status: 200, state: "approved", rulings: [{ verdict: "approve", by: ids.approver, digest: made["digest"] }] });
    expect(ruled["changeSet"]).toBeGreaterThan(1);
    expect(await positions()).toContainEqual({ ...position, by: ids.counsel, on: null });
    expect(await who.approver.told("GET", `${below}/${made["number"]}`)).toMatchObject({ changeSet: ruled["changeSet"] });
  });
  test("are those of two: who proposed may not approve, whatever roles they have", async () => {
    const made = await propose(who.both, { ...position, territory: "FR" });
    expect(await rule(who.both, made, "approve")).toMatchObject({ status: 422, problems: [{ code: "not-allowed", message: "who proposed may not approve" }] });
    expect(await rule(who.counsel, made, "approve")).toMatchObject({ status: 403 });
    expect(await rule(who.admin, made, "approve")).toMatchObject({ status: 403 });
    const { token } = await who.both.told("POST", "/workspaces/acme/tokens", { name: "t", scopes: ["positions:approve"], expiresAt: "2026-06-01T00:00:00Z" });
    expect(await who.both.told("POST", `${below}/positions/${made["number"]}/rulings`, { digest: made["digest"], verdict: "approve" }, { Authorization: `Bearer ${token}` })).toMatchObject({ status: 422 });
    expect(await rule(who.approver, made, "approve")).toMatchObject({ state: "approved" });
    expect(await rule(who.approver, made, "reject")).toMatchObject({ status: 409 });
  });
  test("see just what they approve: a change voids what was said before, and makes its writer a proposer", async () => {
    const made = await propose(who.counsel, { ...position, territory: "ES" });
    const changed = await who.both.told("POST", `${below}/positions/${made["number"]}/revisions`, { why: "of June", proposed: { ...position, territory: "IT" } });
    expect(changed).toMatchObject({ status: 201, revision: 2, authors: [ids.counsel, ids.both], earlier: [{ revision: 1, why: made["why"], changes: made["changes"], by: ids.counsel }] });
    expect(await rule(who.approver, made, "approve")).toMatchObject({ status: 409, problems: [{ pointer: "/digest" }] });
    expect(await rule(who.both, changed, "approve")).toMatchObject({ status: 422 });
    expect(await rule(who.approver, changed, "approve")).toMatchObject({ state: "approved" });
    expect(JSON.stringify(await positions())).toContain('"IT"');
    expect(JSON.stringify(await positions())).not.toContain('"ES"');
    expect(await who.counsel.told("POST", `${below}/positions/${made["number"]}/revisions`, { why: "w", proposed: { ...position, territory: "PT" } })).toMatchObject({ status: 409 });
  });
  test("are told what it would do before they say anything, and find what waits for them", async () => {
    const made = await propose(who.counsel, { ...position, territory: "JP" });
    const impact = (number: number) => who.approver.told("GET", `${below}/${number}/impact`);
    const { uses, untouched } = await impact(made["number"] as number);
    expect(untouched).toBe(0);
    expect(uses).toMatchObject([{ use: "launch", before: { decision: "blocked" }, after: { decision: "blocked" } }]);
    expect(uses[0].effects.every(({ territories }: { readonly territories: readonly string[] }) => territories.join() === "JP")).toBe(true);
    expect((await who.admin.told("GET", "/workspaces/acme/positions"))["items"].map(({ territory }: { readonly territory: string }) => territory)).not.toContain("JP");
    const listed = async (query: string): Promise<number[]> => (await who.approver.told("GET", `${below}?${query}`))["items"].map(({ number }: { readonly number: number }) => number);
    expect(await listed("state=open")).toEqual([made["number"]]);
    expect(await listed("state=approved&limit=2")).toHaveLength(2);
    const [first, second] = await listed("state=approved&limit=2");
    expect(await listed(`state=approved&limit=1&after=${first}`)).toEqual([second]);
    expect(await rule(who.approver, made, "reject")).toMatchObject({ state: "rejected" });
    expect(await listed("state=open")).toEqual([]);
    expect(await impact(999)).toMatchObject({ status: 404 });
  });
  test("close what is rejected or withdrawn", async () => {
    const [one, other] = [await propose(who.counsel, { ...position, territory: "PL" }), await propose(who.counsel, { ...position, territory: "PL" })];
    expect(await rule(who.approver, one, "reject")).toMatchObject({ state: "rejected", changeSet: null });
    const withdraw = (by: Browser) => by.told("POST", `${below}/positions/${other["number"]}/withdrawal`, { digest: other["digest"] });
    expect(await withdraw(who.second)).toMatchObject({ status: 422 });
    expect(await withdraw(who.counsel)).toMatchObject({ state: "withdrawn" });
    for (const each of [one, other]) expect(await rule(who.approver, each, "approve")).toMatchObject({ status: 409 });
  });
  test("see conclusions and waivers too, each by who may", async () => {
    const [asset] = (await who.admin.told("GET", "/workspaces/acme/assets"))["items"];
    const concluded = await propose(who.engineer, { about: { kind: "asset", id: asset.id }, what: "license", value: "MIT" }, "conclusions");
    expect(concluded).toMatchObject({ status: 201, matter: "conclusion" });
    expect(await rule(who.approver, concluded, "approve", "conclusions")).toMatchObject({ state: "approved" });
    const { items } = await who.admin.told("GET", "/workspaces/acme/conclusions");
    const statement = items.find(({ by }: { readonly by: string }) => by === ids.engineer);
    expect(statement).toMatchObject({ about: { id: asset.id }, value: "MIT", rung: "concluded" });
    const back = await propose(who.counsel, { statement: statement.id }, "conclusions");
    expect(await rule(who.approver, back, "approve", "conclusions")).toMatchObject({ state: "approved" });
    expect(JSON.stringify((await who.admin.told("GET", "/workspaces/acme/conclusions"))["items"])).not.toContain(statement.id);
    const waiver = await propose(who.engineer, { finding: "license-drift", asset: asset.id, reason: "known", until: "2027-01-01" }, "waivers");
    expect(await rule(who.approver, waiver, "approve", "waivers")).toMatchObject({ state: "approved" });
    const [{ id }] = (await who.admin.told("GET", "/workspaces/acme/waivers"))["items"].filter(({ reason }: { readonly reason: string }) => reason === "known");
    const ended = await propose(who.engineer, { waiver: id }, "waivers");
    expect(await rule(who.approver, ended, "approve", "waivers")).toMatchObject({ state: "approved" });
    expect(await propose(who.engineer)).toMatchObject({ status: 403 });
  });
  test("see another profile, by which questions are answered on which nobody took a position", async () => {
    const profile = async (): Promise<unknown> => (await who.admin.told("GET", "/workspaces/acme"))["profile"];
    expect(await who.counsel.told("POST", "/workspaces/acme/changes", { changes: { profile: "permissive" }, why: "w" })).toMatchObject({ status: 403 });
    expect(await propose(who.counsel, { kind: "profile", profile: "cautious" })).toMatchObject({ status: 422 });
    expect(await propose(who.counsel, { kind: "profile", profile: "bold" })).toMatchObject({ status: 422, problems: [{ pointer: "/proposed/profile" }] });
    const made = await propose(who.counsel, { kind: "profile", profile: "permissive" });
    expect(made).toMatchObject({ status: 201, matter: "position", changes: [{ change: "set-profile", profile: "permissive" }] });
    expect((await who.approver.told("GET", `${below}/${made["number"]}/impact`))["everything"]).toContain("profile");
    expect(await rule(who.approver, made, "approve")).toMatchObject({ state: "approved" });
    const { changeSet } = await who.admin.told("GET", `${below}/${made["number"]}`);
    expect([await profile(), (await (await house.store.workspace("acme")).graphAt(changeSet - 1)).graph!.profile]).toEqual(["permissive", "cautious"]);
    expect(await who.admin.told("POST", "/workspaces/acme/ask", { use: "launch" })).toMatchObject({ basis: { positions: expect.stringMatching(/^permissive/) } });
  });
  test("tell where what was approved changes nothing any more, and take another text of it", async () => {
    const [one, other] = [await propose(who.counsel, { ...position, territory: "BE" }), await propose(who.counsel, { ...position, territory: "BE" })];
    expect(await rule(who.approver, one, "approve")).toMatchObject({ state: "approved" });
    expect(await rule(who.approver, other, "approve")).toMatchObject({ status: 409 });
    expect(await who.counsel.told("POST", `${below}/positions/${other["number"]}/revisions`, { why: "w", proposed: { ...position, territory: "LU" } })).toMatchObject({ status: 201, state: "open", revision: 2 });
  });
  test("carry out what was left between the word and the records", async () => {
    const made = await propose(who.counsel, { ...position, territory: "AT" });
    await house.rooms.proposals.rule("acme", made["number"], { verdict: "approve", digest: made["digest"], why: null }, { by: ids.approver, at: house.backing.now() }, () => undefined);
    expect(await who.admin.told("GET", `${below}/${made["number"]}`)).toMatchObject({ state: "approved", changeSet: null });
    const again = await Promise.all([rule(who.approver, made, "approve"), rule(who.approver, made, "approve")]);
    expect(new Set(again.map(({ changeSet }) => changeSet)).size).toBe(1);
    expect(again[0]!["changeSet"]).toBeGreaterThan(1);
  });
});

describe("whatever else writes records", () => {
  let asset: string;
  let concluded: string;
  beforeAll(async () => {
    asset = (await who.admin.told("GET", "/workspaces/acme/assets"))["items"][0].id;
    const made = await propose(who.counsel, { about: { kind: "asset", id: asset }, what: "license", value: "ISC" }, "conclusions");
    await rule(who.approver, made, "approve", "conclusions");
    concluded = (await who.admin.told("GET", "/workspaces/acme/conclusions"))["items"].find(({ value }: { readonly value: string }) => value === "ISC").id;
  });
  test.each<[string, () => object, number]>([
    ["a party", () => ({ add: { parties: [{ id: "somebody" }] } }), 201],
    ["a position", () => ({ add: { positions: { model_weights_as_copy: option } } }), 403],
    ["a conclusion", () => ({ add: { statements: [{ about: asset, what: "license", value: "MIT", rung: "concluded", by: "jane", recordedAt: "2026-03-01" }] } }), 403],
    ["a conclusion that goes", () => ({ remove: { statements: [concluded] } }), 403],
    ["a conclusion that becomes something else", () => ({ add: { statements: [{ id: concluded, about: asset, what: "license", value: "ISC", rung: "declared", recordedAt: "2026-03-01" }] } }), 403],
    ["a word that corrects a conclusion", () => ({ add: { statements: [{ about: asset, what: "license", value: "MIT", rung: "concluded", by: "jane", supersedes: concluded, recordedAt: "2026-03-01" }] } }), 403],
    ["an asset that goes with its conclusion", () => ({ remove: { assets: [asset] } }), 403],
    ["a position that goes", () => ({ remove: { positions: [{ position: "model_weights_as_copy", territory: "DE" }] } }), 403],
    ["a breach that somebody concluded", () => ({ add: { events: [{ kind: "breach-concluded", of: asset, on: "2026-01-01" }] } }), 403],
  ])("is held to them: %s", async (_, changes, status) => {
    expect((await who.counsel.told("POST", "/workspaces/acme/changes", { changes: changes() }))["status"]).toBe(status);
  });
  test("save where one local user has no second person", async () => {
    const alone = await openHouse();
    const response = await alone.ask("/workspaces/acme/changes", json({ changes: { add: { positions: { model_weights_as_copy: option } } } }));
    expect(response.status).toBe(201);
    expect((await alone.ask("/workspaces/acme/proposals/positions", json({ why: "w", proposed: position }))).status).toBe(422);
    // What would be proposed elsewhere is recorded at once here, and only here.
    const waiver = { why: "looked at", proposed: { finding: "upstream-undisclosed", asset: "base", reason: "asked the publisher", until: "2027-01-01" } };
    expect((await alone.ask("/workspaces/acme/waivers", json(waiver))).status).toBe(201);
    expect(await (await alone.ask("/workspaces/acme/waivers")).json()).toMatchObject({ items: [{ kind: "upstream-undisclosed", asset: "base", by: "jane" }] });
    expect((await alone.ask("/workspaces/acme/waivers", json({ ...waiver, proposed: { ...waiver.proposed, asset: "nothing" } }))).status).toBe(422);
    // What ends is not there any more when it is asked again under its name.
    const [{ id }] = ((await (await alone.ask("/workspaces/acme/waivers")).json()) as { readonly items: readonly [{ readonly id: string }] }).items;
    const kept = vi.spyOn(alone.store.requests, "end").mockResolvedValue(undefined);
    const ended = async () => (await alone.ask("/workspaces/acme/waivers", json({ why: "settled", proposed: { kind: "ended-waiver", waiver: id } }, { "Idempotency-Key": "end" }))).json();
    expect([await ended(), await ended()]).toEqual([{ changeSet: 4 }, { changeSet: 4 }]);
    kept.mockRestore();
    await alone.close();
    expect(await who.counsel.told("POST", "/workspaces/acme/waivers", waiver)).toMatchObject({ status: 403 });
  });
});

describe("a proposal", () => {
  test.each<[matter: string, proposed: object, pointers: (string | null)[]]>([
    ["positions", { position: "nothing", territory: "Atlantis", option: "a" }, ["/proposed/position", "/proposed/territory"]],
    ["positions", { ...position, territory: "SE", option: "perhaps" }, ["/proposed/option"]],
    ["positions", { ...position, territory: "SE", option: null }, [""]],
    ["conclusions", { about: { kind: "asset", id: "nothing" }, what: "license", value: "MIT", supersedes: "nobody" }, ["/proposed/about/id", "/proposed/supersedes"]],
    // What a title file could not say either: each would count for nothing, or take away what it does not replace.
    ["positions", { ...position, territory: "UK", option: "yes" }, ["/proposed/territory"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "licence", value: "NONE" }, ["/proposed/what"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "fact:modifed", value: true }, ["/proposed/what"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "fact:modified", value: "perhaps" }, ["/proposed/value"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "upstream", value: "complete", supersedes: "notes:license" }, ["/proposed/supersedes"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "license", value: "NONE", part: "docs" }, ["/proposed/part"]],
    ["conclusions", { about: { kind: "acquisition", id: "base#second" }, what: "fact:source.lawful_access", value: true }, ["/proposed/about/id"]],
    ["conclusions", { about: { kind: "asset", id: "base" }, what: "license", value: "MIT", from: "2026-03-01", to: "2026-02-01" }, ["/proposed/to"]],
    ["conclusions", { statement: "nothing" }, ["/proposed/statement"]],
    ["waivers", { finding: "license-drift", use: "nothing", asset: "nothing", reason: "r", until: "2020-01-01" }, ["/proposed/use", "/proposed/asset", "/proposed/until"]],
    ["waivers", { waiver: "nothing" }, ["/proposed/waiver"]],
  ])("of %s as %j is refused, with all that is wrong", async (matter, proposed, pointers) => {
    const told = await propose(who.both, proposed, matter);
    expect([told["status"] >= 400, told["problems"]?.map(({ pointer }: { readonly pointer: string | null }) => pointer)]).toEqual([true, pointers]);
  });
  test("is met under its own matter alone, and in its own workspace", async () => {
    const made = await propose(who.counsel, { ...position, territory: "NL" });
    expect(await rule(who.approver, made, "approve", "waivers")).toMatchObject({ status: 404 });
    expect((await who.approver.send("GET", `/workspaces/empty/proposals/${made["number"]}`)).status).toBe(404);
    expect((await who.approver.send("GET", `${below}/999`)).status).toBe(404);
  });
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
