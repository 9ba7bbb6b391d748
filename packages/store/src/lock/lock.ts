import { randomUUID } from "node:crypto";
import { link, lstat, mkdir, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { StoreRefusal } from "../refusal.js";
import { isRunning, startOf } from "./running.js";

const Holder = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, where the system tells. */
  started: z.string().nullable(),
  /** Where the holder answers others; null: nowhere. */
  address: z.string().nullable(),
  /** The socket through which others of the same user may work; null: none. */
  shared: z.string().nullable().default(null),
  released: z.boolean(),
});
type Holder = z.infer<typeof Holder>;

const name = (generation: number): string => `held-${generation}.json`;
const generationOf = (file: string): number | null => {
  const [, digits] = /^held-(\d{1,15})\.json$/.exec(file) ?? [];
  return digits === undefined ? null : Number(digits);
};

async function generations(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((file) => generationOf(file) ?? []).toSorted((a, b) => a - b);
}

const isCode = (error: unknown, ...codes: readonly string[]): boolean => error instanceof Error && "code" in error && codes.includes(String(error.code));

async function holderIn(folder: string, generation: number): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(join(folder, name(generation)), "utf8")));
  } catch (error) {
    // Cleared away by a later holder while we looked.
    if (isCode(error, "ENOENT")) return null;
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new StoreRefusal("conflict", "the lock of the data folder is not readable", { file: join(folder, name(generation)), hint: "if no other program uses the folder, delete this file" }, error);
    throw error;
  }
}

function held(folder: string, generation: number, { pid, host, address }: Holder): StoreRefusal {
  const file = join(folder, name(generation));
  if (host !== hostname()) return new StoreRefusal("conflict", `the data folder is in use on the machine \`${host}\` (process ${pid})`, { file, offending: address, hint: "stop it there; if it no longer runs, delete this file" });
  const hint = address === null ? "wait until it is done, or stop it; an embedded database has one program at a time, a PostgreSQL server any number" : `it answers at ${address}`;
  return new StoreRefusal("conflict", `the data folder is in use by another program (process ${pid})`, { file, offending: address, hint });
}

/** Whether a holder no longer holds: it said so, or its process is gone. Of another machine's nothing can be known. */
const isOver = async ({ released, host, pid, started }: Holder): Promise<boolean> => released || (host === hostname() && !(await isRunning(pid, started)));

/** Takes away the socket of a holder that was killed, with its folder. What is no socket, or lies beside one, stays. */
async function sweepAfter({ host, shared }: Holder): Promise<void> {
  if (shared === null || host !== hostname()) return;
  try {
    if (!(await lstat(shared)).isSocket()) return;
    await unlink(shared);
    await rmdir(dirname(shared));
  } catch (error) {
    // It went by itself, or is not ours to take away: it only takes up room.
    if (!isCode(error, "ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST", "EACCES", "EPERM", "EBUSY")) throw error;
  }
}

/** Puts a file in place whole or not at all. Only `fresh` fails where there is one: of many who try, one wins. */
async function put(folder: string, generation: number, holder: Holder, fresh: boolean): Promise<void> {
  const draft = join(folder, `draft-${randomUUID()}`);
  // An empty one, as a machine that lost its power may leave, would hold the folder until somebody deletes it.
  await writeFile(draft, JSON.stringify(holder), { flag: "wx", flush: true });
  try {
    await (fresh ? link : rename)(draft, join(folder, name(generation)));
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * The right to be the only process on a folder. Each holder is a file with the next number, made by a link that fails where there is one already; it holds as long as its process
 * runs and no number is higher. Files are never given a lower number again, so that of those who find a dead holder exactly one comes after it.
 */
export class FolderLock {
  readonly #folder: string;
  readonly #generation: number;
  #holder: Holder;

  private constructor(folder: string, generation: number, holder: Holder) {
    this.#folder = folder;
    this.#generation = generation;
    this.#holder = holder;
  }

  /** Refused with `conflict` where another process holds it. */
  static async take(folder: string): Promise<FolderLock> {
    // Nobody else of the machine reads what the folder keeps: the database's own files are open to all.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const holder: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid), address: null, shared: null, released: false };
    for (;;) {
      const highest = (await generations(folder)).at(-1) ?? 0;
      const before = highest === 0 ? null : await holderIn(folder, highest);
      if (before !== null && !(await isOver(before))) throw held(folder, highest, before);
      if (highest > 0 && before === null) continue;
      const lock = await FolderLock.#after(folder, highest + 1, holder);
      if (lock === null) continue;
      if (before !== null) await sweepAfter(before);
      return lock;
    }
  }

  /** The socket of whoever holds a folder now; null: nobody does, or not for others. */
  static async sharedIn(folder: string): Promise<string | null> {
    const highest = (await generations(folder)).at(-1);
    const holder = highest === undefined ? null : await holderIn(folder, highest);
    return holder === null || holder.host !== hostname() || (await isOver(holder)) ? null : holder.shared;
  }

  /** null: somebody else was faster. */
  static async #after(folder: string, generation: number, holder: Holder): Promise<FolderLock | null> {
    try {
      await put(folder, generation, holder, true);
    } catch (error) {
      if (isCode(error, "EEXIST")) return null;
      throw error;
    }
    const all = await generations(folder);
    if (all.at(-1) !== generation) {
      // We looked long ago: others came and went since, and the number was free again only because it was cleared away.
      await unlink(join(folder, name(generation)));
      return null;
    }
    for (const earlier of all.filter((each) => each < generation)) await rm(join(folder, name(earlier)), { force: true });
    return new FolderLock(folder, generation, holder);
  }

  /** Tells others where the holder answers. */
  async announce(address: string): Promise<void> {
    await this.#say({ address });
  }

  /** Tells others of the same user by which socket they may work through the holder. */
  async share(path: string): Promise<void> {
    await this.#say({ shared: path });
  }

  async release(): Promise<void> {
    await this.#say({ released: true });
  }

  async #say(said: Partial<Holder>): Promise<void> {
    this.#holder = { ...this.#holder, ...said };
    await put(this.#folder, this.#generation, this.#holder, false);
  }
}
