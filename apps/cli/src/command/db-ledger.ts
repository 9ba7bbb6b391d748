import { existsSync } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { lookDaily } from "@cleartitle/jobs";
import type { SigningKey } from "@cleartitle/ledger";
import { problem, exitOf, type ExitCode } from "@cleartitle/norms";
import { type Connection, defaultLimits, JobQueue, openStore, redact as redactIn, Store, type Workspace } from "@cleartitle/store";
import { readTitleFile, writeTitleFile } from "@cleartitle/title";
import { fileStop, readText } from "../file.js";
import { nowOf, type Io } from "../io.js";
import { sayProblems } from "../say-problems.js";
import { Stop, usageStop } from "../stop.js";
import { openCatalogue } from "../world.js";
import { asOwner, type DataOption, handOf, ledgerOf, placeOf, stopping } from "./db.js";
import { secretIn } from "./ledger-write.js";

interface LedgerOptions extends DataOption {
  readonly key?: string;
  readonly by?: string;
}

const titleFile = "cleartitle.yaml";

const keysOf = async (io: Io, key: string | undefined): Promise<readonly SigningKey[]> => (key === undefined ? [] : [await secretIn(io, key)]);
const recordingOf = (io: Io, { by }: LedgerOptions): { readonly by: string; readonly at: string } => ({ by: by ?? (io.env["USER"] || "unknown"), at: nowOf(io) });

async function inStore<T>(io: Io, options: LedgerOptions, work: (store: Store, connection: Connection) => Promise<T>): Promise<T> {
  const keys = await keysOf(io, options.key);
  return stopping(async () => {
    const connection = await openStore(placeOf(io, options, "login"));
    const store = new Store(connection, undefined, keys);
    try {
      return await work(store, connection);
    } finally {
      await store.close();
    }
  });
}

/** Says what the ledger of a workspace is, how much of it is signed, and whether rows say otherwise. */
export async function standing(io: Io, id: string, options: LedgerOptions): Promise<ExitCode> {
  return inStore<ExitCode>(io, options, async (store) => {
    const { ledger } = await store.workspace(id);
    const is = await ledger.standing();
    if (is === null) throw new Stop([problem("not-found", `the workspace \`${id}\` has no ledger yet`, { hint: "it is begun by what is recorded next" })]);
    const found = await ledger.check();
    const after = is.signed === 0 ? "none of them" : `${is.signed}; ${is.size - is.signed} after them are not`;
    io.stdout.write([`ledger      ${is.name}`, `entries     ${is.size}`, `signed      ${is.signed === is.size ? "all of them" : `${after}: what is unsigned is kept, and nothing shows it to others`}`, `key         ${is.signer ?? "none yet"}`, `rows        ${found.length === 0 ? "say what the ledger says" : `${found.length} things otherwise`}`, ""].join("\n"));
    await sayProblems(io, found);
    return exitOf(found);
  });
}

/** Signs what was entered without a key. */
export async function sign(io: Io, id: string, options: LedgerOptions): Promise<ExitCode> {
  return inStore<ExitCode>(io, options, async (store) => {
    io.stdout.write(await (await store.workspace(id)).ledger.sign(recordingOf(io, options)));
    return 0;
  });
}

async function writeExport(io: Io, workspace: Workspace, folder: string): Promise<{ readonly entries: number; readonly files: number }> {
  const target = resolve(io.folder, folder);
  if (existsSync(target)) throw new Stop([problem("conflict", "there is something of this name already", { file: folder, hint: "choose another folder; nothing is exported over" })]);
  const { writeBundle } = await import("@cleartitle/ledger");
  const draft = `${target}.new-${process.pid}`;
  try {
    await mkdir(draft, { recursive: true });
    const { graph } = await workspace.graph();
    const { written, problems } = await workspace.ledger.export((parts) => writeBundle(join(draft, "ledger"), parts));
    if (written === null) throw new Stop(problems);
    if (graph !== null) await writeFile(join(draft, titleFile), writeTitleFile(graph), { flush: true });
    await rename(draft, target);
    return written;
  } catch (error) {
    throw error instanceof Error && "errno" in error ? fileStop(error, folder) : error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Writes a workspace into a folder that can be read without us: its title file, and its ledger with the evidence. */
export async function exportWorkspace(io: Io, id: string, folder: string, options: LedgerOptions): Promise<ExitCode> {
  return inStore<ExitCode>(io, options, async (store) => {
    const { entries, files } = await writeExport(io, await store.workspace(id), folder);
    io.stderr.write(`written: ${folder}, ${entries} entries and ${files} files of evidence\n`);
    return 0;
  });
}

interface KeptFile {
  readonly content: Uint8Array;
  /** null: a file of evidence, whatever it is. */
  readonly mediaType: string | null;
}

/** What a folder has below its ledger, and is no larger than is kept; a link is not followed. */
async function ownFile(path: string, shown: string): Promise<Uint8Array> {
  const is = await lstat(path);
  if (!is.isFile()) throw new Stop([problem("not-allowed", "this is no file", { file: shown, hint: "a link is not followed: a folder is imported alone" })]);
  if (is.size > defaultLimits.fileBytes) throw new Stop([problem("too-large", `the file has ${is.size} bytes; ${defaultLimits.fileBytes} are kept at most`, { file: shown, hint: "keep the folder itself; nothing was imported" })]);
  return readFile(path);
}

/** Files of evidence of a folder, each held against its name, and its old ledger. */
async function* filesIn(folder: string, shown: string): AsyncGenerator<KeptFile> {
  const path = join(folder, "ledger", "evidence");
  const { sha256 } = await import("@cleartitle/norms");
  for (const name of existsSync(path) ? (await readdir(path)).toSorted() : []) {
    const file = `${shown}/ledger/evidence/${name}`;
    const content = await ownFile(join(path, name), file);
    if (sha256(content).replace(":", "-") !== name) throw new Stop([problem("unproven", "the file is not what its name says", { file, hint: "`ledger verify` says what else was altered; nothing was imported" })]);
    yield { content, mediaType: null };
  }
  for (const name of ["entries.jsonl", "heads.jsonl"]) {
    if (existsSync(join(folder, "ledger", name))) yield { content: await ownFile(join(folder, "ledger", name), `${shown}/ledger/${name}`), mediaType: "application/jsonl" };
  }
}

/** Makes a workspace of an exported folder: its title records and its evidence. Its own ledger begins anew, for a signed one is nobody's to go on with but its owner's; the old one is kept as evidence of where it came from. */
export async function importWorkspace(io: Io, id: string, folder: string, options: LedgerOptions & { readonly ledger?: string }): Promise<ExitCode> {
  const root = resolve(io.folder, folder);
  const { taxonomies } = await openCatalogue(io);
  const { graph, problems } = readTitleFile(await readText(io, `${folder}/${titleFile}`), { file: `${folder}/${titleFile}`, taxonomies });
  if (graph === null || problems.length > 0) throw new Stop(problems);
  const ledger = ledgerOf(await keysOf(io, options.key), options.ledger);
  let files = 0;
  // All is looked at before anything is written.
  for await (const { mediaType } of filesIn(root, folder)) files += mediaType === null ? 1 : 0;
  return inStore<ExitCode>(io, options, async (store, connection) => {
    const recording = recordingOf(io, options);
    const workspace = await store.create(id, recording, ledger);
    await lookDaily(new JobQueue(connection), id, handOf(io, options.by));
    for await (const { content, mediaType } of filesIn(root, folder)) await workspace.keepFile(content, mediaType, recording);
    await workspace.write(graph, recording, 0, { source: folder, files: [{ file: titleFile, format: "title-file", sha256: null }] });
    io.stdout.write(`made: ${id}, with ${graph.assets.size} assets, ${graph.statements.length} statements and ${files} files of evidence\n`);
    return 0;
  });
}

/** Takes out what fields of an entry say, as the owner of the schema. */
export async function redact(io: Io, id: string, entry: string, fields: readonly string[], options: LedgerOptions & { readonly why: string }): Promise<ExitCode> {
  if (!/^(0|[1-9]\d{0,9})$/.test(entry)) throw usageStop(`\`${entry}\` is no index of an entry`, "entries are counted from 0");
  const keys = await keysOf(io, options.key);
  const done = await asOwner(placeOf(io, options, "owner"), (db) => redactIn(db, { workspace: id, entry: Number(entry), fields }, { ...recordingOf(io, options), why: options.why }, keys));
  io.stdout.write(`entry ${done.entry}: ${fields.join(", ")} of entry ${entry} taken out; backups and copies that others have still tell it\n`);
  if (done.look.length > 0) io.stdout.write(`decisions that rest on it, whose texts may repeat it: entries ${done.look.join(", ")}\n`);
  return 0;
}

/** Hands the ledger of a workspace over to another key. */
export async function handOver(io: Io, id: string, options: LedgerOptions & { readonly to: string; readonly why: string }): Promise<ExitCode> {
  const next = await secretIn(io, options.to);
  return inStore<ExitCode>(io, options, async (store) => {
    const entry = await (await store.workspace(id)).ledger.handOver(next, { ...recordingOf(io, options), why: options.why });
    io.stdout.write(`entry ${entry}: from now on ${next.verifier.text} signs; tell it to those who verify\n`);
    return 0;
  });
}
