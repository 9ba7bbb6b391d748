import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import { refusing } from "../connection/fault.js";
import type { Tx } from "../database.js";
import { personSetting, presentedSetting } from "../migration/0004-people.js";
import { workspaceSetting } from "../migration/migration.js";

/** Whose rows a transaction may see: those of a workspace, of a person, or what belongs to something presented. */
export interface Seeing {
  readonly workspace?: string;
  readonly person?: string;
  /** A digest of a secret, or the name of a login. */
  readonly presented?: string;
}

/** What a transaction sees from now on. */
export const see = async (tx: Tx, { workspace = "", person = "", presented = "" }: Seeing): Promise<void> => {
  await sql`select set_config(${workspaceSetting}, ${workspace}, true), set_config(${personSetting}, ${person}, true), set_config(${presentedSetting}, ${presented}, true)`.execute(tx);
};

/** A transaction that sees no more than that. INVARIANT: every statement in it names what it looks for besides, so that it sees no more where policies are set aside. */
export const seeing = <T>({ db }: Connection, seen: Seeing, work: (tx: Tx) => Promise<T>): Promise<T> =>
  refusing(() =>
    db.transaction().execute(async (tx) => {
      await see(tx, seen);
      return work(tx);
    }),
  );

/** Nobody else does the same with the same thing until the transaction ends. */
export const alone = async (tx: Tx, what: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cleartitle-people:${what}`}, 0))`.execute(tx);
};
