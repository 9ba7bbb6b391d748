import { tmpdir } from "node:os";
import { keptSecret, meantCode } from "@cleartitle/access";
import { ApiTokens, auditOf, type Hand, Memberships, openStore, People, type Person, Proposals, requestOfProposal, Sessions, Store } from "@cleartitle/store";
import { GraphBuilder } from "@cleartitle/title";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";
import { run } from "../../apps/cli/src/run.js";
import { tablesOf } from "./bare-sql.js";
import { backedUp, bothKinds, putBack, serverOfFile, type TestDatabase } from "./databases.js";

const at = "2026-03-01T09:30:00.000Z";
const later = "2026-03-01T10:30:00.000Z";
const hand: Hand = { by: "setup", at, address: "203.0.113.7" };
const refusal = (work: Promise<unknown>): Promise<unknown> => work.then(() => "done", (error: { readonly problem?: { readonly code: string } }) => error.problem?.code ?? error);

const fiveTries = (before: { readonly count: number } | null) => ((before?.count ?? 0) >= 5 ? null : { count: (before?.count ?? 0) + 1, lastAt: at, lockedUntil: null });
/** The commands `db` at a place, as whoever runs the machine gives them. */
const cliAt = ({ owner, login }: Awaited<ReturnType<ReturnType<typeof bothKinds>[number]["elsewhere"]>>) => async (...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> => {
  const said: string[] = [];
  const output = { write: (text: string) => said.push(text) };
  const env = "url" in login && "url" in owner ? { DATABASE_URL: login.url, DATABASE_OWNER_URL: owner.url } : { CLEARTITLE_DATA: "folder" in login ? login.folder : "" };
  const exit = await run(["db", ...args], { stdout: output, stderr: output, env, folder: tmpdir(), today: () => "2026-03-01", interrupted: new Promise(() => undefined), rooms });
  return { exit, said: said.join("") };
};
const refuse = (): void => {
  throw new Error("no");
};

const server = serverOfFile();

describe.each(bothKinds(server))("people in a store: $name", ({ open, elsewhere }) => {
  let database: TestDatabase;
  let store: Store;
  let people: People;
  let memberships: Memberships;
  let sessions: Sessions;
  let tokens: ApiTokens;
  let proposals: Proposals;
  let jane: Person;
  let joe: Person;
  let named = 0;
  let before: boolean;
  let first: (Person | null)[];
  const workspace = async () => (await store.create(`w${++named}`, { by: "jane", at })).id;

  beforeAll(async () => {
    database = await open();
    const { connection } = database;
    store = new Store(connection);
    [people, memberships, sessions, tokens, proposals] = [new People(connection), new Memberships(connection), new Sessions(connection), new ApiTokens(connection), new Proposals(connection)];
    before = await people.canAnybodySignIn();
    first = await Promise.all(["Jane", "Eve", "Mallory"].map(async (name) => {
      const person = await people.add({ name, email: null }, hand);
      return people.setPassword(person.id, name, "h", hand, true).then(() => person, () => null);
    }));
    jane = first.find((each) => each !== null)!;
    joe = await people.add({ name: "Joe", email: "joe@example.org" }, { ...hand, by: jane.id });
  });
  afterAll(async () => store.close());

  it("have one first, though many come at once", () => {
    expect(before).toBe(false);
    expect(first.filter((each) => each !== null)).toHaveLength(1);
  });

  it("are known to themselves, to who works with them, and to nobody else", async () => {
    const [mine, other] = [await workspace(), await workspace()];
    await memberships.set(mine, joe.id, ["viewer"], hand, "admin");
    expect(await people.canAnybodySignIn()).toBe(true);
    expect([await people.person(joe.id), await people.person(joe.id, mine), await people.person(joe.id, other), await people.person("nobody")]).toEqual([joe, joe, null, null]);
  });

  it("have a login that is theirs alone, and a password that is only replaced by theirs", async () => {
    await people.setPassword(joe.id, "joe", "h1", { ...hand, by: joe.id });
    expect(await refusal(people.setPassword(jane.id, "joe", "h2", hand))).toBe("conflict");
    expect(await people.login("joe")).toEqual({ person: joe.id, hash: "h1" });
    await people.rehash("joe", joe.id, "not the one", "h3");
    expect((await people.login("joe"))?.hash).toBe("h1");
    await people.rehash("joe", joe.id, "h1", "h4");
    await people.setPassword(joe.id, "joe", "h5", { ...hand, by: joe.id });
    expect([(await people.login("joe"))?.hash, await people.login("jo")]).toEqual(["h5", null]);
  });

  it("who come from elsewhere are one person, though they come many times at once", async () => {
    const identity = { kept: "digest", issuer: "https://id.example.org", subject: "7" };
    const ids = await Promise.all([1, 2, 3, 4].map(() => people.identify(identity, { name: "Ann", email: null }, { at })));
    expect(new Set(ids).size).toBe(1);
    expect(await people.identified("digest")).toBe(ids[0]);
    expect(await people.identified("another")).toBeNull();
  });

  it("are invited by a code that works once, in time, and not beside a newer one", async () => {
    await people.invite(joe.id, "old code", later, hand);
    await people.invite(joe.id, "code", later, hand);
    const chosen = { login: "joe", hash: "h5" };
    const redeem = (code: string, now = at) => people.redeem(code, chosen, { at: now });
    expect([await redeem("old code"), ...(await Promise.all([redeem("code"), redeem("code")]))].filter((each) => each !== null)).toEqual([joe.id]);
    await people.invite(joe.id, "late", later, hand);
    expect(await redeem("late", later)).toBeNull();
    expect(await redeem("late")).toBeNull();
  });

  it("lose no code to a login that is taken, and no older password opens beside a newer one", async () => {
    const ann = await people.add({ name: "Ann", email: null }, hand);
    await people.invite(ann.id, "code of ann", later, hand);
    expect(await refusal(people.redeem("code of ann", { login: "joe", hash: "h" }, { at }))).toBe("conflict");
    expect((await people.login("joe"))?.hash).toBe("h5");
    expect(await people.redeem("code of ann", { login: "ann", hash: "stolen" }, { at })).toBe(ann.id);
    await people.invite(ann.id, "next code of ann", later, hand);
    expect(await people.redeem("next code of ann", { login: "ann@example.org", hash: "new" }, { at })).toBe(ann.id);
    expect(await Promise.all(["ann", "ann@example.org", "joe"].map(async (login) => (await people.login(login))?.hash))).toEqual(["new", "new", "h5"]);
  });

  it("who lost their password are let in by whoever runs the machine, by a code that lasts an hour, and the ledgers of their workspaces say so; nothing else is otherwise until it is used", async () => {
    const place = await elsewhere();
    const cli = cliAt(place);
    await cli("migrate");
    for (const id of ["mine", "theirs"]) expect(await cli("create", id)).toMatchObject({ exit: 0 });
    const connection = await openStore(place.login);
    const there = new People(connection);
    const earlier = { ...hand, at: "2026-02-01T00:00:00.000Z" };
    const ann = await there.add({ name: "Ann", email: null }, earlier);
    await there.setPassword(ann.id, "ann", "forgotten", earlier);
    await new Memberships(connection).set("mine", ann.id, ["admin"], earlier, "admin");
    await connection.close();

    const invited = await cli("invite", "ann", "--by", "operations");
    expect(invited).toEqual({ exit: 0, said: expect.stringMatching(/^Ann \(.*\) chooses a password with this code, once, by 2026-03-01T01:00:00.000Z,[^]*\n(\w{5}-){3}\w{5}\n$/) });
    const fresh = await cli("invite", "--new", "Joe");
    const joesId = /\((.*?)\)/.exec(fresh.said)![1]!;
    expect(await cli("appoint", "mine", joesId)).toEqual({ exit: 0, said: "Joe administers mine\n" });

    const after = await openStore(place.login);
    const again = new People(after);
    expect((await again.login("ann"))?.hash).toBe("forgotten");
    const redeemed = (said: string, login: string, now: string) => again.redeem(keptSecret(meantCode(said.trimEnd().split("\n").at(-1)!)), { login, hash: "new" }, { at: now });
    expect([await redeemed(fresh.said, "joe", "2026-03-01T01:00:00.000Z"), await redeemed(invited.said, "ann", "2026-03-01T00:59:59.000Z"), await redeemed(invited.said, "ann", "2026-03-01T00:59:59.000Z")]).toEqual([null, ann.id, null]);
    const kept = new Store(after);
    const told = async (id: string) => (await (await kept.workspace(id)).ledger.entries()).filter(({ event }) => event.kind === "access").map(({ open: { what, person, by } }) => [what?.value, person?.value, by?.value]);
    expect([await told("mine"), await told("theirs")]).toEqual([[["code-given", ann.id, "operations"], ["appointed", joesId, "unknown"]], []]);
    expect((await auditOf(after, "mine")).map(({ what, by }) => [what, by])).toContainEqual(["invited", "operations"]);
    await kept.close();
  });

  it("are told of in a workspace by what they did while they worked in it, and not before or after", async () => {
    const mine = await workspace();
    const sue = await people.add({ name: "Sue", email: null }, hand);
    const days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"].map((day) => `${day}T00:00:00.000Z`);
    const signedIn = (day: number) => people.audit({ what: "signed-in", person: sue.id, by: sue.id, at: days[day]!, address: `203.0.113.${day}` });
    await signedIn(0);
    await memberships.set(mine, sue.id, ["viewer"], { ...hand, at: days[1]! }, "admin");
    await signedIn(1);
    await signedIn(2);
    await memberships.set(mine, sue.id, [], { ...hand, at: days[3]! }, "admin");
    await signedIn(4);
    expect((await auditOf(database.connection, mine)).map(({ what, at: when }) => [what, when.slice(0, 10)]).toSorted()).toEqual([["roles-set", "2026-03-03"], ["roles-set", "2026-03-05"], ["signed-in", "2026-03-03"], ["signed-in", "2026-03-04"]]);
  });

  it("have in each workspace the roles that were given last, and somebody always has the one that gives them", async () => {
    const [mine, other] = [await workspace(), await workspace()];
    await memberships.set(mine, jane.id, ["admin"], hand, "admin");
    for (const roles of [["viewer"], ["viewer", "counsel"], ["counsel"], ["counsel"]]) await memberships.set(mine, joe.id, roles, { ...hand, by: jane.id }, "admin");
    expect(await memberships.rolesIn(mine, joe.id)).toEqual(["counsel"]);
    expect([await memberships.rolesIn(other, joe.id), await memberships.members(other)]).toEqual([[], []]);
    expect((await memberships.members(mine)).map(({ id, roles }) => [id, roles])).toEqual([[jane.id, ["admin"]], [joe.id, ["counsel"]]].toSorted());
    for (const roles of [[], ["viewer"]]) expect(await refusal(memberships.set(mine, jane.id, roles, hand, "admin"))).toBe("conflict");
    await memberships.set(mine, joe.id, ["admin"], hand, "admin");
    await Promise.all([jane, joe].map((each) => memberships.set(mine, each.id, [], hand, "admin").catch(() => null)));
    expect((await memberships.members(mine)).map(({ roles }) => roles)).toEqual([["admin"]]);
    expect((await memberships.workspacesOf(joe.id)).every(({ roles }) => roles.length > 0)).toBe(true);
    const changes = (await auditOf(database.connection, mine)).filter(({ what }) => what === "roles-set");
    expect(changes.map(({ detail }) => detail)).toContainEqual({ before: ["viewer"], after: ["viewer", "counsel"] });
    expect(changes).toHaveLength(6);
  });

  it("have sessions that are found by their secret, last as long as they are seen, and end", async () => {
    await sessions.start("s1", { id: "i1", person: joe.id, address: "203.0.113.7" }, at, null);
    await sessions.see("s1", later);
    await sessions.see("s1", at);
    expect(await sessions.find("s1")).toEqual({ id: "i1", person: joe.id, startedAt: at, seenAt: later, endedAt: null, address: "203.0.113.7" });
    await sessions.start("s2", { id: "i2", person: joe.id }, at, "s1");
    expect((await sessions.find("s1"))?.endedAt).toBe(at);
    await sessions.see("s1", "2026-03-02T00:00:00.000Z");
    expect((await sessions.find("s1"))?.seenAt).toBe(later);
    await sessions.start("s3", { id: "i3", person: joe.id }, later, null);
    expect((await sessions.ofPerson(joe.id)).map(({ id }) => id)).toEqual(["i2", "i3"]);
    expect(await sessions.endOf(jane.id, hand, "i3")).toBe(0);
    expect(await sessions.endOf(joe.id, hand, "i3")).toBe(1);
    expect(await sessions.endOf(joe.id, hand)).toBe(1);
    expect([await sessions.ofPerson(joe.id), await sessions.find("i2")]).toEqual([[], null]);
    await sessions.forget(later);
    expect([await sessions.find("s3") === null, await sessions.find("s2")]).toEqual([false, null]);
  });

  it("have guesses counted before they are made, many at once like one after another", async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => sessions.countTry("account:joe", fiveTries)));
    expect(tries.filter(({ after }) => after !== null)).toHaveLength(5);
    await sessions.forgetTries("account:joe");
    expect((await sessions.countTry("account:joe", fiveTries)).before).toBeNull();
  });

  it("have a sign-in elsewhere taken up once, and in time", async () => {
    const pending = { nonce: "n", verifier: "v", returnTo: "/", expiresAt: later };
    await sessions.keepSignIn("state", pending);
    expect((await Promise.all([sessions.takeSignIn("state", at), sessions.takeSignIn("state", at)])).filter((each) => each !== null)).toEqual([pending]);
    await sessions.keepSignIn("late", pending);
    expect(await sessions.takeSignIn("late", later)).toBeNull();
  });

  it("have tokens of one workspace, found by their digest, ended by whom they are or who administers", async () => {
    const [mine, other] = [await workspace(), await workspace()];
    const token = await tokens.make(`kept of ${mine}`, { workspace: mine, person: joe.id, name: "build", scopes: ["decisions:ask"], expiresAt: later }, { ...hand, by: joe.id });
    expect(await tokens.find(`kept of ${mine}`)).toEqual(token);
    expect([await tokens.find("kept"), await tokens.ofWorkspace(other)]).toEqual([null, []]);
    expect(await tokens.end(other, token.id, hand)).toBe(false);
    expect(await tokens.end(mine, token.id, hand, jane.id)).toBe(false);
    expect(await tokens.end(mine, token.id, hand, joe.id)).toBe(true);
    expect(await tokens.end(mine, token.id, hand)).toBe(false);
    expect((await tokens.ofWorkspace(mine)).map(({ id, endedAt }) => [id, endedAt])).toEqual([[token.id, at]]);
    expect(JSON.stringify(await auditOf(database.connection, mine))).not.toContain("kept of");
  });

  it("propose and rule, with every text and every word left, and the change set that came of it", async () => {
    const mine = await workspace();
    const by = { by: joe.id, at };
    await (await store.workspace(mine)).write(new GraphBuilder("acme").addAsset({ id: "notes", kind: "dataset" }).build(), by);
    const { proposal } = await proposals.propose(mine, { matter: "position", why: "w", changes: [] }, by);
    const changes = [{ change: "add-position", position: { position: "p", territory: "EU", option: "a", by: "counsel", on: null } }] as const;
    await proposals.revise(mine, proposal.number, { why: "w2", changes }, { by: jane.id, at: later }, () => undefined);
    await expect(proposals.rule(mine, 1, { verdict: "approve", digest: "d", why: null }, by, refuse)).rejects.toThrow("no");
    const ruled = await proposals.rule(mine, 1, { verdict: "approve", digest: "d", why: "read" }, { by: jane.id, at: later }, (record) => expect(record.rulings).toEqual([]));
    expect(ruled).toMatchObject({ proposal: { number: 1, revision: 2, why: "w2", changes }, authors: [joe.id, jane.id], rulings: [{ verdict: "approve", digest: "d", revision: 2, why: "read", by: jane.id }], changeSet: null });
    const number = await (await store.workspace(mine)).change(changes, { ...by, request: requestOfProposal(1, 2) });
    expect((await proposals.list(mine)).map(({ changeSet }) => changeSet)).toEqual([number]);
    const kept = await store.workspace(mine);
    const entries = (await kept.ledger.entries()).map(({ event }) => event.kind);
    expect([entries.filter((kind) => kind === "approval" || kind === "position"), await kept.ledger.check()]).toEqual([["approval", "position"], []]);
    expect(await refusal(proposals.proposal(await workspace(), 1))).toBe("not-found");
    expect((await Promise.all([1, 2, 3].map(() => proposals.propose(mine, { matter: "waiver", why: "w", changes: [] }, by)))).map((each) => each.proposal.number).toSorted()).toEqual([2, 3, 4]);
    // Repeated under its name, a text is written once.
    const texts = await Promise.all([1, 2].map(() => proposals.propose(mine, { matter: "waiver", why: "named", changes: [] }, { ...by, request: "r" })));
    const revised = await Promise.all([1, 2].map(() => proposals.revise(mine, 5, { why: "named too", changes: [] }, { ...by, request: "r2" }, () => undefined)));
    expect([...texts, ...revised].map((each) => [each.proposal.number, each.proposal.revision])).toEqual([[5, 1], [5, 1], [5, 2], [5, 2]]);
  });

  it("are not to be seen by statements past the store: of nobody and with nothing presented there is nothing, and nobody changes what is evidence", async () => {
    const { db } = database.connection;
    const mine = await workspace();
    await memberships.set(mine, jane.id, ["admin"], hand, "admin");
    await people.audit({ what: "sign-in-failed", by: "nobody", at, person: joe.id });
    const all = await tablesOf(db, "cleartitle_people");
    const counts = (settings: Readonly<Record<string, string>>) =>
      db.transaction().execute(async (tx) => {
        for (const [key, value] of Object.entries(settings)) await sql`select set_config(${`cleartitle.${key}`}, ${value}, true)`.execute(tx);
        const found: Record<string, number> = {};
        for (const table of all) found[table] = (await sql<{ readonly n: number }>`select count(*)::integer as n from ${sql.id("cleartitle_people", table)}`.execute(tx)).rows[0]!.n;
        return Object.fromEntries(Object.entries(found).filter(([, n]) => n > 0));
      });
    for (const settings of [{}, { person: "" }, { person: "nobody", presented: "", workspace: "nowhere" }, { presented: "x' or '1'='1" }]) expect(await counts(settings)).toEqual({});
    expect(await counts({ workspace: mine })).toMatchObject({ people: 1 });
    expect(await counts({ workspace: mine })).not.toHaveProperty("logins");
    expect(await counts({ presented: "joe" })).toEqual({ logins: 1 });
    const trial = (statement: string) =>
      db.transaction().execute(async (tx) => {
        await sql`select set_config('cleartitle.person', ${joe.id}, true), set_config('cleartitle.workspace', ${mine}, true)`.execute(tx);
        return sql.raw(statement).execute(tx);
      }).then(() => "done", (error: { readonly code: string }) => error.code);
    for (const statement of [
      "update cleartitle_people.audit set what = 'nothing'", "delete from cleartitle_people.audit", "update cleartitle.memberships set roles = '[]'", "delete from cleartitle.memberships", "delete from cleartitle.rulings", "update cleartitle.proposals set why = ''",
      "update cleartitle_people.people set name = ''", "delete from cleartitle_people.people", "update cleartitle_people.logins set person = 'x'", "update cleartitle_people.sessions set person = 'x'", "update cleartitle.tokens set scopes = '[]'", "delete from cleartitle.tokens",
      `insert into cleartitle_people.logins (login, person, hash, changed_at) values ('stolen', '${jane.id}', 'h', '${at}')`, `insert into cleartitle.memberships (workspace, number, person, roles, recorded_at, by) values ('w1', 99, '${joe.id}', '["admin"]', '${at}', 'me')`,
    ]) expect([statement, await trial(statement)]).toEqual([statement, "42501"]);
  });

  it("move with a backup to the other kind of database, their sessions and codes do not", async () => {
    const lines = await backedUp(database);
    const place = await elsewhere();
    await putBack(place, lines);
    const connection = await openStore(place.login);
    expect([await new People(connection).login("joe"), await new People(connection).person(jane.id)]).toEqual([{ person: joe.id, hash: "h5" }, jane]);
    expect(await new Sessions(connection).find("s1")).toBeNull();
    expect(lines.join("\n")).not.toContain('"s1"');
    await connection.close();
  });
});
