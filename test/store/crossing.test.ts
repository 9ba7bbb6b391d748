import { canonicalJson, sha256 } from "@cleartitle/norms";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { newSigningKey, readSigningKey, type SigningKey } from "@cleartitle/ledger";
import { Store, type Workspace } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WorkspaceLedger } from "../../packages/store/src/ledger/workspace-ledger.js";
import { Workspace as WorkspaceClass } from "../../packages/store/src/workspace/workspace.js";
import { column, tablesOf } from "./bare-sql.js";
import { embeddedDatabase, removeFolders, type TestDatabase } from "./databases.js";

const at = "2026-03-01T09:30:00Z";
const recording = { by: "jane", at };
/** Stands in everything that the other workspace keeps. */
const secret = "of-the-other";
/** Both keep it: each has it from whom it has it. */
const file = Buffer.from("kept by both");

function graphOf(asset: string): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: asset, kind: "model" }).addStatement({ id: `says-${asset}`, about: { kind: "asset", id: asset }, what: "license", rung: "declared", value: "MIT" });
  builder.addUse({ name: "launch", of: asset, actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

const catalogue = openCatalogue().catalogue!;
const decided = (graph: TitleGraph, changeSet: number): Parameters<Workspace["recordDecision"]>[0] => ({
  decision: decide({ graph, catalogue }, "launch"), catalogue, question: { use: "launch", in: null, asOf: null, knownAt: null, profile: null }, asked: (each) => each, changeSet,
});

const keyOf = (name: string): SigningKey => readSigningKey(newSigningKey(name).secret)!;
const keys = [keyOf(`key-${secret}`), keyOf("of-mine")];

async function all<T>(parts: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

const functions = (of: object): string[] => Object.getOwnPropertyNames(of).filter((name) => name !== "constructor");

const textOf = (given: unknown): string => (given instanceof Uint8Array ? Buffer.from(given).toString() : canonicalJson(given ?? null));

/** Every public function of a workspace, called so that it would meet the rows of another one if it looked beyond its own. A function without a row here fails the test below. */
const calls: Readonly<Record<Exclude<keyof Workspace, "id" | "ledger"> | `ledger.${keyof Workspace["ledger"]}`, (mine: Workspace) => unknown>> = {
  graph: (mine) => mine.graph(),
  graphAt: (mine) => mine.graphAt(2),
  numberBy: (mine) => mine.numberBy("2030-01-01T00:00:00Z"),
  history: (mine) => mine.history(),
  historyOf: (mine) => mine.historyOf(secret),
  write: (mine) => mine.write(graphOf("mine"), recording, 1),
  // Until the next one only the other workspace has it. Its number alone would tell nothing.
  answered: async (mine) => ((await mine.answered("r1")) === null ? null : secret),
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
  latestDecisions: (mine) => mine.latestDecisions(["launch", "yours"]),
  imports: (mine) => mine.imports(),
  agreementSteps: (mine) => mine.agreementSteps(),
  agreementStepsSince: async (mine) => [await mine.agreementStepsSince(0), await mine.agreementStepsSince(1)],
  stepAnswered: async (mine) => ((await mine.stepAnswered("s1")) === null ? null : secret),
  takeStep: (mine) => mine.takeStep({ agreement: "deal", after: 0, content: { step: "draft" }, text: "mine", parties: [] }, null, 1, { ...recording, request: "s1" }),
  negotiationSteps: (mine) => mine.negotiationSteps(),
  negotiationStepsSince: async (mine) => [await mine.negotiationStepsSince(0), await mine.negotiationStepsSince(1)],
  negotiationAnswered: async (mine) => ((await mine.negotiationAnswered("n1")) === null ? null : secret),
  negotiate: (mine) => mine.negotiate({ negotiation: "talks", after: 0, content: { step: "file" }, text: "mine" }, { ...recording, request: "n1" }),
  readingSteps: (mine) => mine.readingSteps(),
  readingStepsSince: async (mine) => [await mine.readingStepsSince(0), await mine.readingStepsSince(1)],
  takeReadingStep: (mine) => mine.takeReadingStep({ reading: 1, after: 1, content: {}, evidence: [] }, [], { ...recording, request: "d1" }),
  "ledger.standing": (mine) => mine.ledger.standing(),
  "ledger.entries": (mine) => mine.ledger.entries(),
  "ledger.head": (mine) => mine.ledger.head(),
  "ledger.enter": (mine) => mine.ledger.enter("usage", { of: "mine", quantity: 1, during: "2026" }, { ...recording, request: "u1" }),
  "ledger.sign": (mine) => mine.ledger.sign(recording),
  "ledger.handOver": (mine) => mine.ledger.handOver(keyOf("of-mine"), { ...recording, why: "yearly" }),
  "ledger.proveEntry": (mine) => mine.ledger.proveEntry(1),
  "ledger.proveSince": async (mine) => mine.ledger.proveSince((await mine.ledger.head())!),
  "ledger.export": (mine) => mine.ledger.export(async ({ entries, heads, evidence }) => [await all(entries), await all(heads), (await all(evidence)).map(({ content }) => Buffer.from(content).toString())]),
  "ledger.check": (mine) => mine.ledger.check(),
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
    store = new Store(database.connection, undefined, keys);
    const other = await store.create("other", { ...recording, by: secret }, `key-${secret}`);
    await other.write(graphOf(secret), { ...recording, by: secret, why: secret, request: "r0" }, 0, { source: secret, files: [] });
    await other.change([{ change: "drop-asset", asset: secret }], { ...recording, request: "r1", why: secret });
    for (const content of [file, Buffer.from(`${secret} alone`)]) await other.keepFile(content, secret, { ...recording, by: secret });
    await other.recordDecision(decided(graphOf(secret), 1), { ...recording, by: secret, request: "q1" });
    await other.takeStep({ agreement: "deal", after: 0, content: { step: "draft", note: secret }, text: secret, parties: [secret] }, null, 2, { ...recording, by: secret, request: "s1" });
    await other.negotiate({ negotiation: "talks", after: 0, content: { step: "file", note: secret }, text: secret }, { ...recording, by: secret, request: "n1" });
    await other.takeReadingStep({ reading: null, after: 0, content: { note: secret }, evidence: [] }, [], { ...recording, by: secret, request: "d1" });
    await other.ledger.enter("usage", { of: secret, quantity: 1, during: "2026" }, { ...recording, request: "u1" });
    await (await store.create("mine", recording, "of-mine")).write(graphOf("mine"), { ...recording, request: "r0" });
    before = await rowsOf("other");
  });
  afterAll(async () => {
    await database.close();
    removeFolders();
  });

  it("and all of them are tried, beside rows that tell the other's secret", () => {
    expect(textOf(before)).toContain(secret);
    expect(Object.keys(calls).toSorted()).toEqual([...functions(WorkspaceClass.prototype), ...functions(WorkspaceLedger.prototype).map((name) => `ledger.${name}`)].toSorted());
  });

  it.each(Object.entries(calls))("%s", async (_, call) => {
    const mine = await new Store(database.connection, undefined, keys).workspace("mine");
    const given: unknown = await Promise.resolve(call(mine)).catch((error: { readonly problem: unknown }) => ({ ...error, cause: null }));
    expect(textOf(given)).not.toContain(secret);
    expect(await rowsOf("other")).toEqual(before);
  });

  it("so that a request, a number and a file of the same name are its own", async () => {
    const mine = await new Store(database.connection).workspace("mine");
    expect((await mine.ledger.entries()).filter((each) => each.event.kind === "usage")).toHaveLength(1);
    expect((await mine.history()).map((each) => each.by)).toEqual(["jane", "jane"]);
    expect((await mine.files()).map((each) => each.by)).toEqual(["jane"]);
    expect((await mine.graph()).graph!.statements).toEqual([]);
    expect([await mine.decisions(), await mine.imports()]).toEqual([[], []]);
  });
});
