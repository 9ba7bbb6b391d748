import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient } from "kysely";

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let settle: (() => void) | null = null;
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // A promise calls what makes it before it is given.
  return { promise, resolve: settle! };
}

/**
 * The embedded database as a pool of one connection, so that both databases are spoken to by one dialect. Whoever asks while it is lent waits:
 * a transaction is never mixed with another's statements.
 */
export class SingleConnection implements PostgresPool {
  readonly #database: PGlite;
  #free: Promise<void> = Promise.resolve();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#free;
    const { promise, resolve: release } = withResolvers();
    this.#free = promise;
    await before;
    // The types of a cursor, which the embedded database has none of, are the other shape of this method.
    return { query: (text: string, values: readonly unknown[]) => this.#query(text, values), release } as unknown as PostgresPoolClient;
  }

  async #query(text: string, values: readonly unknown[]) {
    const { rows, affectedRows = 0 } = await this.#database.query(text, [...values]);
    return { command: "UPDATE", rowCount: affectedRows, rows };
  }

  async end(): Promise<void> {
    await this.#free;
    await this.#database.close();
  }
}
