import fs from "node:fs";
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { StoreRefusal } from "../refusal.js";

interface OpenFile {
  readonly nfd: number;
  readonly stream_ops: { fsync?: (file: OpenFile) => void };
}

/** What of the module of the embedded database is needed to have its files written through. */
interface Files {
  open(path: string, flags: string): OpenFile;
  close(file: OpenFile): void;
}

/**
 * As the library starts it, the database writes nothing through to the disk: what was acknowledged would outlast the program's end, and not that of the machine. Its file system has no way to do it either, and takes one.
 * `fsync` is the one method of writing the log through that ends there. Of memory for pages it needs less than a server: taking the usual 128 MB costs half of the time of opening.
 */
const parameters = [...PGlite.defaultStartParams.filter((each) => each !== "-F"), "-c", "wal_sync_method=fsync", "-c", "shared_buffers=32MB"];

/** Bytes of each file of the log, from its beginning on. */
const logFile = 16_777_216;

/** Where no file may become so long the database would try to make one for ever, and nobody could end it but from outside: refused before anything is done. Linux alone tells the limit. */
export async function stopBelowLogFile(): Promise<void> {
  const limits = await readFile("/proc/self/limits", "utf8").catch(() => "");
  const limit = /^Max file size +(\d+) /m.exec(limits)?.[1];
  if (limit !== undefined && Number(limit) < logFile) throw new StoreRefusal("io", `no file may have more than ${limit} bytes here, and each file of the database's log has ${logFile}`, { hint: "raise the limit on the size of files (`ulimit -f unlimited`), or use a PostgreSQL server" });
}

/** Opens the database of a folder, so that what it acknowledges is on the disk. */
export async function openEngine(dataDir: string): Promise<PGlite> {
  const database = await PGlite.create({ dataDir, startParams: parameters });
  const files = database.Module.FS as unknown as Files;
  const any = files.open("/pglite/data/PG_VERSION", "r");
  any.stream_ops.fsync = ({ nfd }) => fs.fsyncSync(nfd);
  files.close(any);
  return database;
}
