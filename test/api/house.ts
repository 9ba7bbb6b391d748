import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCatalogue } from "@cleartitle/catalogue";
import { decide } from "@cleartitle/engine";
import { buildApi, type BuiltApi, localUser, States, type Backing } from "@cleartitle/server";
import { type Connection, openStore, Store } from "@cleartitle/store";
import { readTitleFile } from "@cleartitle/title";

/** An API over a database of its own, with a workspace that has a title file. */
export interface House {
  readonly api: BuiltApi;
  readonly backing: Backing;
  readonly bugs: unknown[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const catalogue = openCatalogue().catalogue!;

/** The time of every test. Moved on by each call, so that what is recorded has an order. */
function clock(): () => string {
  let minutes = 0;
  return () => new Date(Date.UTC(2026, 2, 1, 9, (minutes += 1))).toISOString();
}

export async function openHouse(file = "examples/hosted-assistant/cleartitle.yaml", changed: (backing: Backing, connection: Connection) => Backing = (backing) => backing): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-api-"));
  const connection = await openStore({ folder });
  const store = new Store(connection);
  const states = new States(store, catalogue);
  const now = clock();
  const backing = changed({ store, states, catalogue, decide, identify: localUser("jane"), access: null, now }, connection);
  const bugs: unknown[] = [];
  const api = buildApi(backing, (error) => bugs.push(error));
  const workspace = await store.create("acme", { by: "jane", at: now() });
  const { graph } = readTitleFile(await readFile(file, "utf8"), { file: "cleartitle.yaml", taxonomies: catalogue.taxonomies });
  await workspace.write(graph!, { by: "jane", at: now() });
  await store.create("empty", { by: "jane", at: now() });
  return {
    api, backing, bugs,
    ask: async (path, init) => api.app.request(path, init),
    close: async () => {
      await states.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A JSON body with what says that it is one. */
export const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({ method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });
