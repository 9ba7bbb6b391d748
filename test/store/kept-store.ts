import { Store, type Workspace } from "@cleartitle/store";
import { afterAll, beforeAll } from "vitest";
import type { bothKinds, TestDatabase } from "./databases.js";
import { recording } from "./small-title.js";

/** A store for the tests of one kind of database. */
export interface KeptStore {
  readonly database: () => TestDatabase;
  readonly store: () => Store;
  /** A workspace with nothing in it. */
  readonly fresh: () => Promise<Workspace>;
  /** The same database read with nothing in memory. */
  readonly anew: (id: string) => Promise<Workspace>;
}

/** Opens the store before the tests of a block, and closes it after them. */
export function keptStore(open: ReturnType<typeof bothKinds>[number]["open"]): KeptStore {
  let database: TestDatabase | null = null;
  let store: Store | null = null;
  let named = 0;
  beforeAll(async () => {
    database = await open();
    store = new Store(database.connection);
  });
  afterAll(async () => database?.close());
  return { database: () => database!, store: () => store!, fresh: async () => store!.create(`w${++named}`, recording), anew: async (id) => new Store(database!.connection).workspace(id) };
}
