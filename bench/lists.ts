import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadClauses } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { localUser, openApi, type ServedApi } from "@cleartitle/server";
import { type Connection, JobQueue, NoticeBoard, openStore, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";
import { sql } from "kysely";
import { writeDeals } from "./deals.js";
import { count, ms, table } from "./measure.js";

/** Agreements, negotiations and contracts of a house that has been at it for long. */
const listRows = 10_000;
const now = (): string => "2026-11-29T09:00:00.000Z";

/** Copies what is recorded of the first of each kind, under other names: as many rows as it would have come to one by one. */
async function multiply({ db }: Connection, workspace: string): Promise<void> {
  const numbers = sql`generate_series(2, ${sql.lit(listRows)}) n`;
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('cleartitle.workspace', ${workspace}, true)`.execute(tx);
    await sql`insert into cleartitle.agreement_steps (workspace, agreement, step, content, text, recorded_at, by) select workspace, 'notes-' || n, step, content, replace(text, 'notes-1', 'notes-' || n), recorded_at, by from cleartitle.agreement_steps, ${numbers} where agreement = 'notes-1'`.execute(tx);
    await sql`insert into cleartitle.negotiation_steps (workspace, negotiation, step, content, text, recorded_at, by) select workspace, 'talks-' || n, step, replace(content, 'notes-1', 'notes-' || n), replace(text, 'talks-1', 'talks-' || n), recorded_at, by from cleartitle.negotiation_steps, ${numbers} where negotiation = 'talks-1' and step = 1`.execute(tx);
    await sql`insert into cleartitle.reading_steps (workspace, reading, step, content, recorded_at, by) select workspace, n, step, replace(content, 'license-1', 'license-' || n), recorded_at, by from cleartitle.reading_steps, ${numbers} where reading = 1`.execute(tx);
  });
}

/** A workspace with the main example and as many agreements, negotiations and contracts. */
async function manyDeals(connection: Connection): Promise<ServedApi> {
  const catalogue = openCatalogue().catalogue!;
  const clauses = loadClauses(defaultCatalogueDir()!, catalogue.taxonomies).library;
  const store = new Store(connection);
  const example = readTitleFile(await readFile("examples/hosted-assistant/cleartitle.yaml", "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
  await (await store.create("many", { by: "jane", at: now() })).write(example.graph!, { by: "jane", at: now() });
  const api = openApi({ store, queue: new JobQueue(connection), board: new NoticeBoard(connection), postOffice: null, catalogue, clauses: () => clauses, decide, identify: localUser("jane"), access: null, model: null, now, elapsed: () => performance.now(), rate: null, guard: () => "nobody", knowledge: () => null, log: (line) => void ("bug" in line && console.error(line)) });
  await writeDeals(api, "many", { agreements: 1, negotiations: 1, contracts: 1 });
  await multiply(connection, "many");
  return api;
}

const lists: readonly (readonly [string, string])[] = [
  ["contracts", "readings?order=newest"], ["contracts, searched", "readings?order=newest&q=license-77"],
  ["negotiations", "negotiations"], ["negotiations of one agreement", "negotiations?agreement=notes-77"], ["negotiations, searched", "negotiations?q=talks-77"],
  ["agreements", "agreements"], ["agreements on a clause", "agreements?topic=deletion"], ["agreements, searched", "agreements?q=notes-77"],
];

/** What is asked of a list, and what it takes at first and once more. */
export async function benchLists(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-lists-"));
  const connection = await openStore({ folder });
  const api = await manyDeals(connection);
  const rows: string[][] = [];
  for (const [name, path] of lists) {
    const took: string[] = [];
    let told = "";
    for (let time = 0; time < 2; time += 1) {
      const [at, cpu] = [performance.now(), process.cpuUsage()];
      const { items, total } = (await (await api.app.request(`/workspaces/many/${path}`)).json()) as { readonly items: readonly unknown[]; readonly total: number };
      const { user, system } = process.cpuUsage(cpu);
      told = `${items.length} of ${count(total)}`;
      took.push(ms(performance.now() - at), ms((user + system) / 1000));
    }
    rows.push([name, told, ...took]);
  }
  table(`lists of ${count(listRows)} rows, ms`, ["", "rows told", "first", "of a processor", "again", "of a processor"], rows);
  await api.close();
  await connection.close();
  await rm(folder, { recursive: true, force: true });
}
