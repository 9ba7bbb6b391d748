import type { Database } from "../database.js";
import type { Signals } from "./signal.js";

/** A way to a database whose schema is of this program's version, as a login that sees the rows of one workspace at a time. */
export interface Connection {
  readonly db: Database;
  readonly signals: Signals;
  close(): Promise<void>;
}
