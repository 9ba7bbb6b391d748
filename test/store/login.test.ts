import { canonicalJson } from "@cleartitle/norms";
import { grantLogin, migrate, openOwner, openStore, Store } from "@cleartitle/store";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { writingIn } from "../../packages/store/src/workspace/scope.js";
import { newFolderPlace, newServerPlace, refusal, serverDatabase, serverOfFile } from "./databases.js";
import type { TestServer } from "./postgres.js";
import { recording, small } from "./small-title.js";

const server = serverOfFile();

/** Puts the login, by way of another role, into one that policies do not bind. Neither lends it anything until it is taken by name. */
async function letBecome({ superUrl, loginUrl }: Awaited<ReturnType<TestServer["database"]>>, free: string): Promise<void> {
  const login = new URL(loginUrl).username;
  const { db, close } = await openOwner({ url: superUrl });
  for (const statement of [`create role ${login}_free ${free}`, `create role ${login}_way noinherit in role ${login}_free`, `alter role ${login} noinherit`, `grant ${login}_way, cleartitle_app to ${login}`]) await sql.raw(statement).execute(db);
  await close();
}

describe("a login of a server", () => {
  it.each([
    ["that is a superuser", "superUrl", "is a superuser", null],
    ["that may become a superuser", "loginUrl", "may take a role that policies do not bind", "superuser"],
    ["that may become one that policies do not bind", "loginUrl", "may take a role that policies do not bind", "bypassrls"],
    ["that owns the schema", "ownerUrl", "has the role cleartitle_keeper", null],
    ["that may nothing", "loginUrl", "has not the role `cleartitle_app`", null],
  ] as const)("%s is refused, for workspaces would not be apart", async (_, which, why, free) => {
    const urls = await server().database();
    if (free !== null) await letBecome(urls, free);
    const owner = await openOwner({ url: urls.ownerUrl });
    await migrate(owner.db);
    await owner.close();
    const problem = await refusal(openStore({ url: urls[which] }));
    expect(problem.code).toBe("not-allowed");
    expect(problem.message).toContain(why);
    expect(JSON.stringify(problem)).not.toContain("secret");
  });

  it("that became another one is refused for what it was", async () => {
    const urls = await server().database();
    const name = new URL(urls.loginUrl).username;
    const owner = await openOwner({ url: urls.ownerUrl });
    await migrate(owner.db);
    await grantLogin(owner.db, name);
    await owner.close();
    const became = `${urls.superUrl}?options=${encodeURIComponent(`-c role=${name}`)}`;
    expect(await refusal(openStore({ url: became }))).toMatchObject({ code: "not-allowed", offending: "postgres", message: expect.stringContaining("is a superuser") });
    await (await openStore({ url: urls.loginUrl })).close();
  });

  it.each([
    ["a database that is not there", (url: string) => url.replace(/base\d+$/, "nowhere"), "not-found"],
    ["a wrong password", (url: string) => url.replace("secret", "guess"), "not-allowed"],
    ["no server", (url: string) => url.replace(/:\d+\//, ":1/"), "io"],
  ])("meets %s", async (_, changed, code) => {
    const { loginUrl } = await server().database();
    expect(await refusal(openStore({ url: changed(loginUrl) }))).toMatchObject({ code });
  });

  it("opens a workspace while somebody writes to it", async () => {
    const database = await serverDatabase(server());
    const store = new Store(database.connection);
    const { id } = await store.create("acme", recording);
    const opened = await writingIn(database.connection, id, async () => new Store(database.connection).workspace(id));
    expect(opened.id).toBe(id);
    await store.close();
  });

  it("meets a schema that is not the program's", async () => {
    const { owner: ownerPlace, login } = await newServerPlace(server());
    const owner = await openOwner(ownerPlace);
    await migrate(owner.db, 1);
    expect(await refusal(openStore(login))).toMatchObject({ code: "unsupported", hint: "run `cleartitle db migrate` as the owner of the schema" });
    await sql`insert into cleartitle.schema_versions (version, name) values (999, 'future')`.execute(owner.db);
    expect(await refusal(openStore(login))).toMatchObject({ code: "unsupported" });
    expect(await refusal(migrate(owner.db))).toMatchObject({ code: "unsupported" });
    await owner.close();
  });
});

it("a folder with an embedded database has one process at a time, and loses nothing", async () => {
  const { owner: place } = await newFolderPlace();
  const first = new Store(await openStore(place));
  await (await first.create("acme", recording)).write(small(), recording);
  expect(await refusal(openStore(place))).toMatchObject({ code: "conflict" });
  await first.close();
  const second = new Store(await openStore(place));
  expect(canonicalJson((await (await second.workspace("acme")).graph()).graph)).toBe(canonicalJson(small()));
  await second.close();
});
