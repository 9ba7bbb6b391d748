import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClauseLibrary, loadClauses } from "@cleartitle/agreements";
import { defaultCatalogueDir, openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { type ApiOptions, localUser, type LogLine, openApi, type ServedApi } from "@cleartitle/server";
import { type Connection, JobQueue, NoticeBoard, openStore, type Place, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";

/** An API over a database of its own, with a workspace that has a title file. */
export interface House {
  readonly api: ServedApi;
  readonly backing: ApiOptions;
  readonly store: Store;
  readonly log: LogLine[];
  /** What of the log tells of bugs. */
  readonly bugs: readonly LogLine[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const catalogue = openCatalogue().catalogue!;

let library: ClauseLibrary | null = null;
const clauses = (): ClauseLibrary | null => (library ??= loadClauses(defaultCatalogueDir()!, catalogue.taxonomies).library);

/** The time of every test. Moved on by each call, so that what is recorded has an order. */
function clock(): () => string {
  let minutes = 0;
  return () => new Date(Date.UTC(2026, 2, 1, 9, (minutes += 1))).toISOString();
}

/** The worker's time: later than anything that a test records, so that what is asked for is due. */
const laterClock = {
  now: () => Date.UTC(2026, 5, 1),
  every: (milliseconds: number, work: () => void) => {
    const timer = setInterval(work, Math.min(milliseconds, 100));
    return () => clearInterval(timer);
  },
};

export async function openHouse(file = "examples/hosted-assistant/cleartitle.yaml", changed: (options: ApiOptions, connection: Connection) => ApiOptions = (options) => options, place?: Place): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-api-"));
  const connection = await openStore(place ?? { folder });
  const store = new Store(connection);
  const now = clock();
  const [log, bugs]: [LogLine[], LogLine[]] = [[], []];
  let elapsed = 0;
  const backing = changed({
    store, queue: new JobQueue(connection), board: new NoticeBoard(connection), postOffice: null, catalogue, clauses, decide, identify: localUser("jane"), access: null, model: null, now, rate: null, guard: () => "nobody asks others in a test", knowledge: () => null, clock: laterClock,
    elapsed: () => (elapsed += 1), log: (line) => ("bug" in line ? [log, bugs] : [log]).forEach((each) => each.push(line)),
  }, connection);
  const api = openApi(backing);
  const workspace = await store.create("acme", { by: "jane", at: now() });
  const { graph } = readTitleFile(await readFile(file, "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
  await workspace.write(graph!, { by: "jane", at: now() });
  await store.create("empty", { by: "jane", at: now() });
  return {
    api, backing, store, log, bugs,
    ask: async (path, init) => api.app.request(path, init),
    close: async () => {
      await api.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A JSON body with what says that it is one. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({ method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });
