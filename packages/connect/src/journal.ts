import { randomUUID } from "node:crypto";
import { link, open, mkdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import { isRecord } from "./connector.js";
import type { Ask } from "./connector.js";

/** What a folder of answers is of. */
export interface Subject {
  readonly kind: string;
  readonly address: string;
  readonly names: readonly string[];
}

const journalName = "connection.jsonl";
const lockName = "connection.lock";
const maxJournal = 536_870_912;

/** A place below the folder and nowhere else, whatever a journal or a server says. */
const isSound = (keep: unknown): keep is string => typeof keep === "string" && keep !== "" && keep.length <= 1_000 && /^[^\\:]+$/.test(keep) && keep.split("/").every((step) => step !== "" && step !== "." && step !== ".." && step.length <= 255) && !keep.startsWith("connection.");

/**
 * What was asked, answered and is still to be asked, as lines that are only added to. Each answer is written whole before its line: whatever ends the program, the folder holds
 * whole answers, and the same connection goes on where it ended.
 */
export class Journal {
  readonly pending = new Map<string, Ask>();
  /** Answers that are there. */
  readonly kept = new Set<string>();
  /** What the server has not. */
  readonly none = new Set<string>();
  isDone = false;

  private constructor(private readonly folder: string, private readonly below: string) {}

  /** Opens the folder of a connection, or begins it. A connection that was done begins anew. `below`: the folder in it that has the name of the server. */
  static async open(folder: string, below: string, subject: Subject, start: readonly Ask[]): Promise<Journal | Problem> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const locked = await lock(join(folder, lockName));
    if (locked !== null) return locked;
    const journal = new Journal(folder, below);
    const before = await journal.#replay();
    if (before !== null && JSON.stringify(before) !== JSON.stringify(subject)) {
      await journal.close();
      return problem("conflict", `\`${folder}\` holds answers of another connection (${before.kind} ${before.address}${before.names.map((name) => ` ${name}`).join("")})`, { hint: "choose another folder, or remove that one" });
    }
    if (before === null || journal.isDone) await journal.#begin(subject, start);
    else for (const ask of start) journal.#add(ask);
    return journal;
  }

  async #begin(subject: Subject, start: readonly Ask[]): Promise<void> {
    for (const set of [this.pending, this.kept, this.none]) set.clear();
    this.isDone = false;
    for (const ask of start) this.pending.set(ask.keep, ask);
    await writeWhole(join(this.folder, journalName), [{ connection: 1, ...subject }, ...start.map((ask) => ({ ask }))].map((line) => `${JSON.stringify(line)}\n`).join(""));
  }

  /** Reads the journal; a last line that was cut off never was. `null`: there is none that can be read. */
  async #replay(): Promise<Subject | null> {
    const path = join(this.folder, journalName);
    const text = await readFile(path, "utf8").catch(() => "");
    const whole = text.length > maxJournal ? "" : text.slice(0, text.lastIndexOf("\n") + 1);
    const lines = whole.split("\n").slice(0, -1).map(valueOf);
    const [first, ...rest] = lines;
    if (!isRecord(first) || first["connection"] !== 1 || !lines.every(isRecord)) return null;
    for (const line of rest.filter(isRecord)) this.#take(line);
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
    return { kind: String(first["kind"]), address: String(first["address"]), names: Array.isArray(first["names"]) ? first["names"].map(String) : [] };
  }

  #take(line: Readonly<Record<string, unknown>>): void {
    const ask = line["ask"];
    if (isRecord(ask) && isSound(ask["keep"])) this.#add(ask as unknown as Ask);
    for (const [key, set] of [["kept", this.kept], ["none", this.none]] as const) {
      const keep = line[key];
      if (!isSound(keep)) continue;
      set.add(keep);
      this.pending.delete(keep);
    }
    if (line["done"] === true) this.isDone = true;
  }

  #add(ask: Ask): boolean {
    if (!isSound(ask.keep) || this.pending.has(ask.keep) || this.kept.has(ask.keep) || this.none.has(ask.keep)) return false;
    this.pending.set(ask.keep, ask);
    return true;
  }

  /** Keeps an answer and what it leads to. */
  async keep(ask: Ask, content: string, next: readonly Ask[]): Promise<void> {
    const path = join(this.folder, this.below, ask.keep);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(path, content);
    const added = next.filter((each) => this.#add(each));
    await this.#append([...added.map((each) => ({ ask: each })), { kept: ask.keep }]);
    this.#take({ kept: ask.keep });
  }

  async passed(ask: Ask): Promise<void> {
    await this.#append([{ none: ask.keep }]);
    this.#take({ none: ask.keep });
  }

  /** Passes over what was refused: the journal still asks for it the next time. */
  leave(ask: Ask): void {
    this.pending.delete(ask.keep);
  }

  async done(): Promise<void> {
    await this.#append([{ done: true }]);
    this.isDone = true;
  }

  async #append(lines: readonly object[]): Promise<void> {
    const file = await open(join(this.folder, journalName), "a", 0o600);
    try {
      await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async close(): Promise<void> {
    await rm(join(this.folder, lockName), { force: true });
  }
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    // The language's only way of saying that a text is no JSON.
    return undefined;
  }
}

/** A file is there whole, or as it was before. */
async function writeWhole(path: string, content: string): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, "w", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

/** Two programs do not fill one folder. A lock whose program has ended is nobody's. It comes with its owner in it: one that were written afterwards could be taken for nobody's before. */
async function lock(path: string): Promise<Problem | null> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, String(process.pid), { flag: "wx", mode: 0o600 });
    return await lockWith(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function lockWith(draft: string, path: string): Promise<Problem | null> {
  for (let tries = 0; tries < 2; tries++) {
    const failure = await link(draft, path).then(() => null, (error: NodeJS.ErrnoException) => error.code ?? "");
    if (failure === null) return null;
    if (failure !== "EEXIST") return problem("io", "the folder of answers cannot be locked", { offending: path, hint: `${failure}: choose a folder on a disk that knows hard links` });
    const owner = Number(await readFile(path, "utf8").catch(() => ""));
    if (owner !== process.pid && isAlive(owner)) return problem("conflict", "another program is filling this folder", { offending: path, hint: `wait for it, or end process ${owner}` });
    await rm(path, { force: true });
  }
  return problem("io", "the folder of answers cannot be locked", { offending: path, hint: "may it be written?" });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
