import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadClauses } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { localUser, openApi, type ServedApi } from "@cleartitle/server";
import { type Connection, JobQueue, NoticeBoard, openStore, Store, type Workspace } from "@cleartitle/store";
import { GraphBuilder, type TitleGraph } from "@cleartitle/title";
import { sql } from "kysely";
import { houseDeals } from "./house-deals.js";
import { count, ms, table } from "./measure.js";

/** Agreements that are measured, and those that are recorded before, of which the others there are copies. */
const [measured, first] = [200, 20];
const now = (): string => "2026-11-29T09:00:00.000Z";
const recording = { by: "jane", at: now() };
const steps = ["begun", "sent", "signed by one", "signed by both"] as const;

/** Deals of a house as they are before anybody signed. */
const deals = houseDeals(1_000).filter(({ file }) => !file.endsWith("-a.yaml")).map(({ bytes }) => new TextDecoder().decode(bytes).replace(/^signed:.*\n/m, ""));

/** The records with what signed agreements brought once more for each copy, under other names. */
function copied(graph: TitleGraph, copies: number): TitleGraph {
  const [parties, instruments] = [new Map(graph.parties), new Map(graph.instruments)];
  const [covers, acceptances] = [[...graph.covers], [...graph.acceptances]];
  for (let at = 1; at <= copies; at++) {
    const named = (id: string): string => `${id}-${at}`;
    for (const party of graph.parties.values()) if (party.id !== graph.us) parties.set(named(party.id), { ...party, id: named(party.id) });
    for (const instrument of graph.instruments.values()) instruments.set(named(instrument.id), { ...instrument, id: named(instrument.id) });
    covers.push(...graph.covers.map((each) => ({ ...each, instrument: named(each.instrument) })));
    acceptances.push(...graph.acceptances.map((each) => ({ ...each, instrument: named(each.instrument) })));
  }
  return { ...graph, parties, instruments, covers, acceptances };
}

/** As many agreements as it would have come to one by one: their records, and their steps. */
async function multiply({ db }: Connection, workspace: Workspace, copies: number): Promise<void> {
  const { number, graph } = await workspace.graph();
  await workspace.write(copied(graph!, copies), recording, number);
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('cleartitle.workspace', ${workspace.id}, true)`.execute(tx);
    await sql`insert into cleartitle.agreement_steps (workspace, agreement, step, content, text, recorded_at, by) select workspace, agreement || '-' || n, step, content, text, recorded_at, by from cleartitle.agreement_steps, generate_series(1, ${sql.lit(copies)}) n`.execute(tx);
  });
}

async function send({ app }: ServedApi, path: string, body: object): Promise<void> {
  const response = await app.request(`/workspaces/house/agreements${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

/** Milliseconds of a processor for each step from a text to both signatures. */
async function signed(api: ServedApi, text: string): Promise<readonly number[]> {
  const id = /^id: (.+)$/m.exec(text)![1]!;
  const signature = { on: "2026-01-03", evidence: "the paper" };
  const took: number[] = [];
  for (const [path, body] of [["", { text }], [`/${id}/sending`, { on: "2026-01-02" }], [`/${id}/signatures`, { side: "licensor", ...signature }], [`/${id}/signatures`, { side: "licensee", ...signature }]] as const) {
    const cpu = process.cpuUsage();
    await send(api, path, body);
    const { user, system } = process.cpuUsage(cpu);
    took.push((user + system) / 1e3);
  }
  return took;
}

/** What a server takes to record an agreement, by how many are signed already: `SIZES=1000,100000` measures other numbers. */
export async function benchRecording(): Promise<void> {
  const catalogue = openCatalogue().catalogue!;
  const clauses = loadClauses(defaultCatalogueDir()!, catalogue.taxonomies).library;
  const rows: string[][] = [];
  for (const many of (process.env["SIZES"] ?? "20,1000,10000").split(",").map(Number)) {
    const folder = await mkdtemp(join(tmpdir(), "cleartitle-recording-"));
    const connection = await openStore({ folder });
    const store = new Store(connection);
    const workspace = await store.create("house", recording);
    await workspace.write(new GraphBuilder("house").build(), recording);
    const api = openApi({ store, queue: new JobQueue(connection), board: new NoticeBoard(connection), postOffice: null, catalogue, clauses: () => clauses, decide, identify: localUser("jane"), access: null, model: null, now, elapsed: () => performance.now(), rate: null, guard: () => "nobody", knowledge: () => null, log: (line) => void ("bug" in line && console.error(line)) });
    for (const text of deals.slice(0, first)) await signed(api, text);
    await multiply(connection, workspace, Math.round(many / first) - 1);
    const took = steps.map(() => 0);
    const at = performance.now();
    for (const text of deals.slice(first, first + measured)) for (const [step, one] of (await signed(api, text)).entries()) took[step]! += one;
    rows.push([count(many), ...took.map((all) => ms(all / measured)), ms((performance.now() - at) / measured)]);
    await api.close();
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
  table("an agreement recorded on a server, embedded database, ms of a processor for each step", ["signed already", ...steps, "all by the clock"], rows);
}
