import { canonicalJson, sha256 } from "@cleartitle/norms";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { Store, type Workspace } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Workspace as WorkspaceClass } from "../../packages/store/src/workspace/workspace.js";
import { column, tablesOf } from "./bare-sql.js";
import { embeddedDatabase, removeFolders, type TestDatabase } from "./databases.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };
/** Stands in everything that the other workspace keeps. */
const secret = "of-the-other";
const file = Buffer.from(`${secret} file`);

function graphOf(asset: string): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: asset, kind: "model" }).addStatement({ id: `says-${asset}`, about: { kind: "asset", id: asset }, what: "license", rung: "declared", value: "MIT" });
  builder.addUse({ name: "launch", of: asset, actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const decided = (graph: TitleGraph, changeSet: number): Parameters<Workspace["recordDecision"]>[0] => ({
  decision: decide({ graph, catalogue: openCatalogue().catalogue! }, "launch"), question: { use: "launch", in: null, asOf: null, knownAt: null, profile: null }, asked: (each) => each, changeSet,
});

const textOf = (given: unknown): string => (given instanceof Uint8Array ? Buffer.from(given).toString() : canonicalJson(given ?? null));

/** Every public function of a workspace, called so that it would meet the rows of another one if it looked beyond its own. A function without a row here fails the test below. */
const calls: Readonly<Record<Exclude<keyof Workspace, "id">, (mine: Workspace) => unknown>> = {
  graph: (mine) => mine.graph(),
  graphAt: (mine) => mine.graphAt(2),
  numberBy: (mine) => mine.numberBy("2030-01-01T00:00:00Z"),
  history: (mine) => mine.history(),
  write: (mine) => mine.write(graphOf("mine"), recording, 1),
  change: (mine) => mine.change([{ change: "remove-statement", statement: "says-mine" }], { ...recording, request: "r1" }),
  follow: async (mine) => {
    const steps: TitleGraph[] = [];
    const end = mine.follow((step) => steps.push(step.after));
    await mine.graph();
    end();
    return steps;
  },
  keepFile: (mine) => mine.keepFile(file, null, recording),
  file: (mine) => mine.file(sha256(Buffer.from(`${secret} alone`))),
  files: (mine) => mine.files(),
  recordDecision: (mine) => mine.recordDecision(decided(graphOf(secret), 2), { ...recording, request: "q1" }),
  decisions: (mine) => mine.decisions(),
  imports: (mine) => mine.imports(),
};

describe("where policies are set aside, no function of a workspace looks beyond its own rows", () => {
  let database: TestDatabase;
  let store: Store;
  let before: unknown = null;

  const rowsOf = async (workspace: string): Promise<unknown> => {
    const { db } = database.connection;
    const rows: Record<string, unknown> = {};
    for (const table of await tablesOf(db)) rows[table] = (await sql`select * from ${sql.id("cleartitle", table)} t where ${sql.id(column(table))} = ${workspace} order by t::text`.execute(db)).rows;
    return rows;
  };

  beforeAll(async () => {
    database = await embeddedDatabase();
    // The one login of an embedded database may set the policies aside: what keeps workspaces apart from here on is what the statements themselves say.
    await sql`reset role`.execute(database.connection.db);
    store = new Store(database.connection);
    const other = await store.create("other", { ...recording, by: secret });
    await other.write(graphOf(secret), { ...recording, by: secret, why: secret, request: "r0" }, 0, { source: secret, files: [] });
    await other.change([{ change: "drop-asset", asset: secret }], { ...recording, request: "r1", why: secret });
    for (const content of [file, Buffer.from(`${secret} alone`)]) await other.keepFile(content, secret, { ...recording, by: secret });
    await other.recordDecision(decided(graphOf(secret), 1), { ...recording, by: secret, request: "q1" });
    await (await store.create("mine", recording)).write(graphOf("mine"), { ...recording, request: "r0" });
    before = await rowsOf("other");
  });
  afterAll(async () => {
    await database.close();
    removeFolders();
  });

  it("and all of them are tried, beside rows that tell the other's secret", () => {
    expect(textOf(before)).toContain(secret);
    expect(Object.keys(calls).toSorted()).toEqual(Object.getOwnPropertyNames(WorkspaceClass.prototype).filter((name) => name !== "constructor").toSorted());
  });

  it.each(Object.entries(calls))("%s", async (_, call) => {
    const mine = await new Store(database.connection).workspace("mine");
    const given: unknown = await Promise.resolve(call(mine)).catch((error: { readonly problem: unknown }) => ({ ...error, cause: null }));
    expect(textOf(given)).not.toContain(secret);
    expect(await rowsOf("other")).toEqual(before);
  });

  it("so that a request, a number and a file of the same name are its own", async () => {
    const mine = await new Store(database.connection).workspace("mine");
    expect((await mine.history()).map((each) => each.by)).toEqual(["jane", "jane"]);
    expect((await mine.files()).map((each) => each.by)).toEqual(["jane"]);
    expect((await mine.graph()).graph!.statements).toEqual([]);
    expect([await mine.decisions(), await mine.imports()]).toEqual([[], []]);
  });
});
