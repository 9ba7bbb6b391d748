import { sql } from "kysely";
import type { Database } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { titleRecords } from "./0001-title-records.js";
import { evidenceAndDecisions } from "./0002-evidence-and-decisions.js";
import { jobs } from "./0003-jobs.js";
import { people } from "./0004-people.js";
import { requests } from "./0005-requests.js";
import { ledger } from "./0006-ledger.js";
import { notices } from "./0007-notices.js";
import { workspaceNames } from "./0008-workspace-names.js";
import { agreements } from "./0009-agreements.js";
import { negotiations } from "./0010-negotiations.js";
import { readings } from "./0011-readings.js";
import { proposalRequests } from "./0012-proposal-requests.js";
import { jobParts } from "./0013-job-parts.js";
import { catalogues } from "./0014-catalogues.js";
import type { Migration } from "./migration.js";

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [titleRecords, evidenceAndDecisions, jobs, people, requests, ledger, notices, workspaceNames, agreements, negotiations, readings, proposalRequests, jobParts, catalogues];

export const newestVersion: number = migrations.length;

/** Any number that no other program takes for a lock of its own. */
const migrationLock = 7_241_906_332;

export interface Migrated {
  readonly from: number;
  readonly to: number;
}

/** The version of the schema; 0 where there is none yet. */
export async function schemaVersion(db: Database): Promise<number> {
  const { rows } = await sql<{ readonly there: boolean }>`select to_regclass('cleartitle.schema_versions') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return 0;
  const newest = await db.selectFrom("schema_versions").select(({ fn }) => fn.max("version").as("version")).executeTakeFirst();
  return newest?.version ?? 0;
}

/** Brings the schema to the newest version, or to `upTo`, in one transaction: all steps or none. A schema of a newer program is refused. */
export async function migrate(db: Database, upTo: number = newestVersion): Promise<Migrated> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx);
    await sql`create schema if not exists cleartitle`.execute(tx);
    await sql`create table if not exists cleartitle.schema_versions (version integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(tx);
    const from = await schemaVersion(tx);
    if (from > newestVersion) throw newerSchema(from);
    for (const { version, name, statements } of migrations.slice(from, upTo)) {
      for (const statement of statements) await sql.raw(statement).execute(tx);
      await tx.insertInto("schema_versions").values({ version, name }).execute();
    }
    return { from, to: Math.max(from, upTo) };
  });
}

export const newerSchema = (version: number): StoreRefusal =>
  new StoreRefusal("unsupported", `the database has schema version ${version}, and this program knows versions up to ${newestVersion}`, { hint: "use the program that wrote it, or a newer one" });

/** Lets a login of the server use the store. */
export async function grantLogin(db: Database, login: string): Promise<void> {
  await sql`grant cleartitle_app to ${sql.id(login)}`.execute(db);
}
