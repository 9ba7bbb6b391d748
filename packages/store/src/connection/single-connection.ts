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

/** What the database cannot go on after: it ends itself, or the machine that it runs in did. A disk without room for its log is such a thing. */
const isEnd = (error: unknown): boolean =>
  error instanceof Error && (error.name === "RuntimeError" || ("severity" in error && (error.severity === "PANIC" || error.severity === "FATAL")));

/**
 * The embedded database as a pool of one connection, so that both databases are spoken to by one dialect. Whoever asks while it is lent waits:
 * a transaction is never mixed with another's statements. One that ended is never asked again, since it may never answer: whoever comes next has it opened anew, and is told where that fails.
 */
export class SingleConnection implements PostgresPool {
  readonly #anew: () => Promise<PGlite>;
  #database: PGlite | null;
  #free: Promise<void> = Promise.resolve();

  /** `anew`: opens the same database once more, with whatever its session needs. */
  constructor(database: PGlite, anew: () => Promise<PGlite>) {
    this.#database = database;
    this.#anew = anew;
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#free;
    const { promise, resolve: release } = withResolvers();
    this.#free = promise;
    await before;
    try {
      this.#database ??= await this.#anew();
    } catch (error) {
      release();
      throw error;
    }
    return this.#lent(this.#database, release);
  }

  #lent(database: PGlite, release: () => void): PostgresPoolClient {
    let end: { readonly error: unknown } | null = null;
    const query = async (text: string, values: readonly unknown[]) => {
      // What was not committed went with it.
      if (end !== null && text === "rollback") return { command: "ROLLBACK", rowCount: 0, rows: [] };
      if (end !== null) throw end.error;
      try {
        const { rows, affectedRows = 0 } = await database.query(text, [...values]);
        return { command: "UPDATE", rowCount: affectedRows, rows };
      } catch (error) {
        if (isEnd(error)) [end, this.#database] = [{ error }, null];
        throw error;
      }
    };
    // The types of a cursor, which the embedded database has none of, are the other shape of this method.
    return { query, release } as unknown as PostgresPoolClient;
  }

  async end(): Promise<void> {
    await this.#free;
    if (this.#database !== null && !this.#database.closed) await this.#database.close();
  }
}
