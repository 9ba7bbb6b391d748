import { resolve } from "node:path";
import { lookDaily } from "@cleartitle/jobs";
import type { SigningKey } from "@cleartitle/ledger";
import { problem, type ExitCode } from "@cleartitle/norms";
import { backup, checkBackup, grantLogin, hasData, JobQueue, migrate, openOwner, openStore, type Place, refusing, restore, schemaVersion, newestVersion, Store, StoreRefusal, unsignedWebhooks } from "@cleartitle/store";
import { readTitleFile, type TitleGraph } from "@cleartitle/title";
import { readBackup, writeBackup } from "../db/backup-file.js";
import { readText } from "../file.js";
import { nowOf, type Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { openCatalogue } from "../world.js";
import { secretIn } from "./ledger-write.js";

export interface DataOption {
  readonly data?: string;
}

const set = (io: Io, name: string): string | undefined => (io.env[name] === "" ? undefined : io.env[name]);

/** `null`: it is no address. One without a host means this machine. */
function addressIn(url: string): URL | null {
  const text = URL.canParse(url) ? url : url.replace("@/", "@localhost/");
  return URL.canParse(text) ? new URL(text) : null;
}

function urlIn(io: Io, name: string): string | undefined {
  const url = set(io, name);
  if (url === undefined) return undefined;
  if (!/^postgres(ql)?:\/\//.test(url)) throw usageStop(`${name} is no address of a PostgreSQL server`, "write it like postgresql://user:password@host/database");
  const address = addressIn(url);
  // Such a sign in a password ends the host before its time: the rest would be taken for a database, and shown.
  if (address === null || `${address.pathname}${address.search}`.includes("@") || address.hash !== "") throw usageStop(`${name} cannot be read as an address`, "in a name or a password write / as %2F, # as %23, ? as %3F and @ as %40");
  return url;
}

/** Where the data is; `as` owner: by the address for the owner, where one is set. A folder that is named goes before a server that is set. */
export function placeOf(io: Io, { data }: DataOption, as: "owner" | "login"): Place {
  const url = (as === "owner" ? urlIn(io, "DATABASE_OWNER_URL") : undefined) ?? urlIn(io, "DATABASE_URL");
  return data === undefined && url !== undefined ? { url } : { folder: resolve(io.folder, data ?? set(io, "CLEARTITLE_DATA") ?? ".cleartitle") };
}

/** A place without what must not be shown. */
function sayPlace(place: Place): string {
  if ("folder" in place) return `embedded    ${place.folder}`;
  const { hostname, port, pathname } = addressIn(place.url)!;
  return `postgresql  ${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}

/** Who does something that is not of the records, and when. */
export const handOf = (io: Io, by: string | undefined): { readonly by: string; readonly at: string } => ({ by: by ?? set(io, "USER") ?? "unknown", at: new Date(nowOf(io)).toISOString() });

/** What the store refuses stops the command with its problem. */
export async function stopping<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await refusing(work);
  } catch (error) {
    throw error instanceof StoreRefusal ? new Stop([error.problem]) : error;
  }
}

/** What the program's login may not do is the owner's, whatever the login lacks. */
const forOwner = (error: unknown): unknown =>
  error instanceof StoreRefusal && error.problem.code === "not-allowed" && error.problem.offending === "42501" ? new Stop([{ ...error.problem, hint: "this is for the owner of the schema: set DATABASE_OWNER_URL to the owner's address" }]) : error;

/** Works as the owner of the schema. */
export async function asOwner<T>(place: Place, work: (db: Parameters<typeof migrate>[0]) => Promise<T>): Promise<T> {
  return stopping(async () => {
    const { db, close } = await openOwner(place);
    try {
      return await refusing(() => work(db));
    } catch (error) {
      throw forOwner(error);
    } finally {
      await close();
    }
  });
}

export async function path(io: Io, options: DataOption): Promise<ExitCode> {
  const place = placeOf(io, options, "login");
  io.stdout.write(`${sayPlace(place)}\n`);
  const version = hasData(place) ? await asOwner(place, schemaVersion) : 0;
  io.stdout.write(`schema      ${version === 0 ? "none yet" : `version ${version}`}${version === newestVersion ? "" : ` (this program: ${newestVersion}; \`cleartitle db migrate\` brings it there)`}\n`);
  return 0;
}

export async function migrateStore(io: Io, options: DataOption & { readonly login?: string }): Promise<ExitCode> {
  const place = placeOf(io, options, "owner");
  if (options.login !== undefined && "folder" in place) throw usageStop("--login is for a PostgreSQL server", "an embedded database has no logins; set DATABASE_OWNER_URL");
  const { from, to } = await asOwner(place, async (db) => {
    const migrated = await migrate(db);
    if (options.login !== undefined) await grantLogin(db, options.login);
    return migrated;
  });
  io.stdout.write(from === to ? `version ${to} already\n` : `from version ${from} to ${to}\n`);
  return 0;
}

/** The title file as it is: what is computed of it is nobody's record. */
export async function recordIn(io: Io, file: string): Promise<TitleGraph> {
  const catalogue = await openCatalogue(io);
  const { graph, problems } = readTitleFile(await readText(io, file), { file, taxonomies: catalogue.taxonomies, catalogue });
  if (graph === null || problems.length > 0) throw new Stop(problems);
  return graph;
}

/** Name of a new ledger: as it is given, else that of the key. A key signs the ledger of its name alone, so that with another one nothing would be signed. */
export function ledgerOf([key]: readonly SigningKey[], given: string | undefined): string | undefined {
  const own = key?.verifier.name;
  if (own !== undefined && given !== undefined && given !== own) throw usageStop(`the key signs the ledger \`${own}\`, and not \`${given}\``, "leave out --ledger, or take the key of that ledger");
  return given ?? own;
}

export async function create(io: Io, id: string, file: string | undefined, { by, key, ledger, ...options }: DataOption & { readonly by?: string; readonly key?: string; readonly ledger?: string }): Promise<ExitCode> {
  const signing = key === undefined ? [] : [await secretIn(io, key)];
  const name = ledgerOf(signing, ledger);
  const graph = file === undefined ? null : await recordIn(io, file);
  const recording = { by: by ?? set(io, "USER") ?? "unknown", at: nowOf(io) };
  await stopping(async () => {
    const connection = await openStore(placeOf(io, options, "login"));
    const store = new Store(connection, undefined, signing);
    try {
      const workspace = await store.create(id, recording, name);
      await lookDaily(new JobQueue(connection), id, handOf(io, by));
      if (graph !== null) await workspace.write(graph, recording, 0, { source: file!, files: [] });
    } finally {
      await store.close();
    }
  });
  io.stdout.write(graph === null ? `made: ${id}\n` : `made: ${id}, with ${graph.assets.size} assets and ${graph.statements.length} statements\n`);
  return 0;
}

/** What is there already is asked of: a folder that is none is not made. */
export function stopWithoutData(place: Place, lacking: string, address = "DATABASE_URL"): void {
  if ("folder" in place && !hasData(place)) throw new Stop([problem("not-found", `there is ${lacking}: the folder has no database`, { file: place.folder, hint: `name it by --data, or set ${address}` })]);
}

export async function backupStore(io: Io, file: string, { withSecrets = false, ...options }: DataOption & { readonly withSecrets?: boolean }): Promise<ExitCode> {
  const place = placeOf(io, options, "owner");
  stopWithoutData(place, "nothing to back up", "DATABASE_OWNER_URL");
  const rows = await asOwner(place, async (db) => writeBackup(io, file, async (write) => backup(db, write, { withSecrets })));
  io.stderr.write(`written: ${file}, ${rows} rows${withSecrets ? ", the secrets of webhooks among them" : ""}\n`);
  return 0;
}

export async function restoreStore(io: Io, file: string, options: DataOption): Promise<ExitCode> {
  try {
    // Twice through the file, so that one that is torn makes no folder and no schema.
    await stopping(async () => checkBackup(await readBackup(io, file)));
    const lines = await readBackup(io, file);
    const { rows, unsigned } = await asOwner(placeOf(io, options, "owner"), async (db) => ({ rows: await restore(db, lines), unsigned: await unsignedWebhooks(db) }));
    io.stderr.write(`put back: ${rows} rows\n`);
    if (unsigned > 0) io.stderr.write(`note: ${unsigned === 1 ? "1 webhook has" : `${unsigned} webhooks have`} no secret, since the backup was written without; nothing is sent there until its secret is changed\n`);
    return 0;
  } catch (error) {
    throw error instanceof Stop ? new Stop(error.problems.map((each) => (each.line === null ? each : problem(each.code, each.message, { ...each, file })))) : error;
  }
}
