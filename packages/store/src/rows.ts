import { sql } from "kysely";
import type { Tables, Tx } from "./database.js";

/** Rows of one statement at most, and letters of it after which no further row is taken in. */
const mostRows = 250;
const mostLetters = 1_000_000;

/**
 * Rows on their way into one table. They go as one text for some hundreds of them: a parameter for each value was a fifth of the work of a large import. A row is turned into its part of that text at once, so that
 * nothing else of it stays, and few go at a time: what lives through one statement is kept until all memory is looked through.
 */
export class AddedRows<T extends keyof Tables> {
  readonly #tx: Tx;
  readonly #table: T;
  #columns: readonly string[] = [];
  #texts: string[] = [];
  #letters = 0;

  constructor(tx: Tx, table: T) {
    this.#tx = tx;
    this.#table = table;
  }

  /** Takes a row in; whether it is time to put those that were taken in. All rows have the same columns. */
  add(row: Tables[T]): boolean {
    if (this.#texts.length === 0) this.#columns = Object.keys(row);
    const text = JSON.stringify(row);
    this.#texts.push(text);
    this.#letters += text.length;
    return this.#texts.length >= mostRows || this.#letters >= mostLetters;
  }

  /** Puts what was taken in so far into the table. */
  async put(): Promise<void> {
    if (this.#texts.length === 0) return;
    const [into, named] = [sql.id("cleartitle", this.#table), sql.join(this.#columns.map((each) => sql.id(each)))];
    // Joined with both brackets it is one text, of which no second one is made to be read.
    this.#texts[0] = `[${this.#texts[0]!}`;
    this.#texts.push(`${this.#texts.pop()!}]`);
    const all = this.#texts.join(",");
    [this.#texts, this.#letters] = [[], 0];
    await sql`insert into ${into} (${named}) select ${named} from json_populate_recordset(null::${into}, ${all}::json)`.execute(this.#tx);
  }
}

/** Adds rows to one table, however many. */
export async function addRows<T extends keyof Tables>(tx: Tx, table: T, rows: Iterable<Tables[T]>): Promise<void> {
  const added = new AddedRows(tx, table);
  for (const row of rows) if (added.add(row)) await added.put();
  await added.put();
}
