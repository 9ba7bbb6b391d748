import { Kysely, PostgresDialect, sql, WithSchemaPlugin } from "kysely";
import { Pool } from "pg";
import type { Database, Tables } from "../database.js";
import { newerSchema, newestVersion, schemaVersion } from "../migration/migrate.js";
import { StoreRefusal } from "../refusal.js";
import type { Connection } from "./connection.js";
import { refusing } from "./fault.js";
import { KeptWords } from "./kept-words.js";
import { ServerListener } from "./server-listener.js";
import { Signals } from "./signal.js";

/** A PostgreSQL server, as whoever the address says: for `migrate` and `backup`, which are for the owner of the schema. */
export function openAsOwner(url: string): Database {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced; whoever uses one is told by its own statement.
  pool.on("error", () => undefined);
  // One that is lent breaks between two statements as well: unheard, that would end the program.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new WithSchemaPlugin("cleartitle"), new KeptWords()] });
}

/** A PostgreSQL server, as a login to which the policies of workspaces apply. Any number of processes at once. */
export async function openServer(url: string): Promise<Connection> {
  const db = openAsOwner(url);
  try {
    await refusing(async () => {
      await checkLogin(db);
      await checkSchema(db);
    });
    const signals = new Signals();
    const listener = new ServerListener(url, signals);
    await refusing(() => listener.start());
    const close = async (): Promise<void> => {
      await listener.stop();
      await db.destroy();
    };
    return { db, signals, close };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

interface Login {
  readonly name: string;
  /** Whether statements are run as this one now. */
  readonly now: boolean;
  readonly member: boolean;
  /** What lets it pass the policies; null: nothing does. */
  readonly past: string | null;
}

/**
 * A login that policies do not bind would show every workspace to everybody, so it is refused and not merely warned of. Who logged in counts as well as whom the login has become since, by
 * a setting of the role or of the address: what became another is itself again by `reset role`.
 */
async function checkLogin(db: Database): Promise<void> {
  const { rows } = await sql<Login>`
    select rolname::text as name, rolname = current_user as now,
      exists (select from pg_roles app where app.rolname = 'cleartitle_app' and pg_has_role(me.oid, app.oid, 'usage')) as member,
      case
        when rolsuper then 'is a superuser'
        when rolbypassrls then 'has BYPASSRLS'
        when exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls) and pg_has_role(me.oid, r.oid, 'member')) then 'may take a role that policies do not bind'
        when exists (select from pg_roles keeper where keeper.rolname = 'cleartitle_keeper' and pg_has_role(me.oid, keeper.oid, 'member')) then 'has the role cleartitle_keeper'
        when exists (select from pg_roles eraser where eraser.rolname = 'cleartitle_eraser' and pg_has_role(me.oid, eraser.oid, 'member')) then 'has the role cleartitle_eraser'
        when exists (select from pg_class t join pg_namespace n on n.oid = t.relnamespace where n.nspname = 'cleartitle' and pg_has_role(me.oid, t.relowner, 'member')) then 'owns tables of the schema'
      end as past
    from pg_roles me where rolname in (current_user, session_user)`.execute(db);
  const hint = "let the program log in as a role of its own: `create role NAME login password '…' in role cleartitle_app`; the owner is for `cleartitle db migrate` alone";
  for (const { name, past } of rows) if (past !== null) throw new StoreRefusal("not-allowed", `the login \`${name}\` ${past}, so that workspaces would not be kept apart`, { offending: name, hint });
  const { name, member } = rows.find((each) => each.now)!;
  if (!member) throw new StoreRefusal("not-allowed", `the login \`${name}\` has not the role \`cleartitle_app\``, { offending: name, hint: `as the owner of the schema run \`cleartitle db migrate --login ${name}\`: it makes the role, and lets the login be in it` });
}

async function checkSchema(db: Database): Promise<void> {
  const version = await schemaVersion(db);
  if (version > newestVersion) throw newerSchema(version);
  if (version < newestVersion) throw new StoreRefusal("unsupported", `the database has schema version ${version}, and this program needs ${newestVersion}`, { hint: "run `cleartitle db migrate` as the owner of the schema" });
}
