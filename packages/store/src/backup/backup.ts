import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, Tx } from "../database.js";
import { refusing } from "../connection/fault.js";
import { schemaVersion } from "../migration/migrate.js";
import { StoreRefusal } from "../refusal.js";
import { backedUp, type BackedUp, bytesColumn, hasBytes } from "./line.js";

type Row = Readonly<Record<string, unknown>>;

const atOnce = 200;

/**
 * Writes all workspaces as lines of JSON, as they are at one instant; the same lines whichever database they are in, so that they can be put back into the other one. `db` is the owner's:
 * it takes the role that sees everything by name. `withSecrets`: also what webhooks are signed with, which the database has in clear since it signs with them; without, whoever has the backup
 * can sign for none of them.
 */
export async function backup(db: Database, write: (line: string) => Promise<void>, { withSecrets = false }: { readonly withSecrets?: boolean } = {}): Promise<number> {
  const digest = createHash("sha256");
  let rows = 0;
  const put = async (value: unknown): Promise<void> => {
    const line = JSON.stringify(value);
    digest.update(`${line}\n`);
    await write(line);
  };
  await refusing(() =>
    db.transaction().setIsolationLevel("repeatable read").execute(async (tx) => {
      const schema = await schemaVersion(tx);
      if (schema === 0) throw new StoreRefusal("not-found", "there is nothing to back up: the database has no tables of this program", { hint: "check the address, or run `cleartitle db migrate`" });
      await sql`set local role cleartitle_keeper`.execute(tx);
      await put({ format: "cleartitle-backup", version: 1, schema });
      for (const table of Object.keys(backedUp) as BackedUp[]) rows += await backupTable(tx, table, withSecrets ? put : async (row) => put(withoutSecrets(row)));
    }),
  );
  await write(JSON.stringify({ rows, sha256: digest.digest("hex") }));
  return rows;
}

interface Line {
  readonly table: BackedUp;
  readonly row: Row;
}

const gone = { secret: null, earlier_secret: null, earlier_until: null };

/** Of a calendar there is only the digest of what opens it. */
const withoutSecrets = ({ table, row }: Line): Line => ({ table, row: table === "subscriptions" && row["channel"] === "webhook" ? { ...row, ...gone } : row });

/** Webhooks that send nothing, since their secrets were left out of the backup that the database is from. */
export async function unsignedWebhooks(db: Database): Promise<number> {
  return refusing(() =>
    db.transaction().execute(async (tx) => {
      await sql`set local role cleartitle_keeper`.execute(tx);
      return (await tx.selectFrom("subscriptions").select(sql<number>`count(*)::int`.as("n")).where("channel", "=", "webhook").where("secret", "is", null).where("ended_at", "is", null).executeTakeFirstOrThrow()).n;
    }),
  );
}

async function backupTable(tx: Tx, table: BackedUp, put: (line: Line) => Promise<void>): Promise<number> {
  const whole = table.includes(".") ? table : `cleartitle.${table}`;
  const { rows: there } = await sql<{ readonly there: boolean }>`select to_regclass(${whole}) is not null as there`.execute(tx);
  if (there[0]?.there !== true) return 0;
  const keys = sql.join(Array.from({ length: backedUp[table] }, (_, i) => sql.lit(i + 1)));
  await sql`declare kept cursor for select * from ${sql.id(...whole.split("."))} order by ${keys}`.execute(tx);
  let count = 0;
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(atOnce)} from kept`.execute(tx);
    for (const row of rows) await put({ table, row: hasBytes(table) ? { ...row, [bytesColumn]: Buffer.from(row[bytesColumn] as Uint8Array).toString("base64") } : row });
    count += rows.length;
    if (rows.length < atOnce) break;
  }
  await sql`close kept`.execute(tx);
  return count;
}
