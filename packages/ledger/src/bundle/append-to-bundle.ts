import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problem, sha256, type Problem } from "@cleartitle/norms";
import { leafBytes } from "../entry/entry.js";
import { type EventDraft, sealEvent } from "../entry/seal.js";
import { signHead } from "../head/head.js";
import type { SigningKey } from "../head/key.js";
import type { Hash } from "../merkle/hash.js";
import { appendLeaves, emptyTree, type Tree } from "../merkle/tree.js";
import { verifyLedger } from "../verify/verify-ledger.js";
import { entriesFile, evidenceFolder, evidenceName, headsFile } from "./layout.js";
import { openBundle } from "./read-bundle.js";

export interface Appended {
  /** Index of the first entry that was appended. */
  readonly index: number;
  readonly head: string;
}

const failed = (...problems: readonly Problem[]): { readonly appended: null; readonly problems: readonly Problem[] } => ({ appended: null, problems });
const isThere = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EEXIST";

/** One writer at a time: whoever makes the lock has the folder. */
export async function locked<T>(folder: string, shown: string, work: () => Promise<T>): Promise<T | Problem> {
  const lock = join(folder, "lock");
  try {
    await writeFile(lock, `${process.pid}\n`, { flag: "wx" });
  } catch (error) {
    if (!isThere(error)) throw error;
    return problem("conflict", "another process writes to this ledger", { file: `${shown}/lock`, hint: "wait for it; if there is none any more (the file has its number), take the file away" });
  }
  try {
    return await work();
  } finally {
    await rm(lock);
  }
}

/** Appends to files in their order, all of it or nothing: where one cannot take its text, as on a full disk, they are cut back to what they were. */
async function appendAll(texts: readonly (readonly [path: string, text: string])[]): Promise<void> {
  const files: { readonly file: FileHandle; readonly size: number }[] = [];
  try {
    for (const [path, text] of texts) {
      const file = await open(path, "a");
      files.push({ file, size: (await file.stat()).size });
      await file.appendFile(text);
      await file.sync();
    }
  } catch (error) {
    for (const { file, size } of files) await file.truncate(size);
    throw error;
  } finally {
    for (const { file } of files) await file.close();
  }
}

/** A file of evidence has its name only when it is whole. The draft lies beside the folder, in which every file is held against its name. */
async function writeEvidence(folder: string, text: string): Promise<void> {
  const [path, draft] = [join(folder, evidenceFolder, evidenceName(sha256(text))), join(folder, `${evidenceFolder}.new`)];
  if (existsSync(path)) return;
  try {
    await writeFile(draft, text, { flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Evidence stands before the entry that names it, the entry before the head: what is acknowledged is whole, and what is not is under no head. */
async function write(folder: string, evidence: readonly string[], entries: readonly string[], head: string): Promise<void> {
  await mkdir(join(folder, evidenceFolder), { recursive: true });
  for (const text of evidence) await writeEvidence(folder, text);
  await appendAll([[join(folder, entriesFile), entries.map((line) => `${line}\n`).join("")], [join(folder, headsFile), `${JSON.stringify(head)}\n`]]);
}

/** The tree of a ledger, once it is verified with the writer's own key. */
async function verified(folder: string, shown: string, key: SigningKey): Promise<{ readonly tree: Tree; readonly problems: readonly Problem[] }> {
  const { bundle, problems } = await openBundle(folder, shown);
  if (bundle === null) return { tree: emptyTree, problems };
  const leaves: Hash[] = [];
  const found = await verifyLedger(bundle.source, { keys: [key.verifier], follows: false, kept: [] }, ({ leaf }) => leaves.push(leafBytes(leaf)));
  const own = found.keys.at(-1)?.key;
  // The old key signs nothing any more, and what it signed all the same nobody could take back.
  const late = own === undefined || own === key.verifier.text ? [] : [problem("not-allowed", "the ledger is signed by another key now", { file: shown, hint: `that is ${own}` })];
  return { tree: appendLeaves(emptyTree, leaves).tree, problems: [...late, ...problems, ...found.problems] };
}

interface Appending {
  /** What problems call the folder; left out: as it is given. */
  readonly shown?: string;
  readonly key: SigningKey;
  /** The key to which the last of the events hands over, if it does. */
  readonly next?: SigningKey;
  readonly events: readonly EventDraft[];
  /** Texts of the files of evidence that the events name. */
  readonly evidence?: readonly string[];
}

function sealAll(events: readonly EventDraft[], ledger: string, from: number): { readonly lines: readonly string[]; readonly leaves: readonly Hash[]; readonly problems: readonly Problem[] } {
  const sealed = events.map((event, at) => sealEvent(event, { ledger, index: from + at, salt: () => randomBytes(16) }));
  return { lines: sealed.flatMap((each) => each.sealed?.line ?? []), leaves: sealed.flatMap((each) => (each.sealed === null ? [] : [each.sealed.leaf])), problems: sealed.flatMap((each) => each.problem ?? []) };
}

/** Begins a ledger in a folder that has none. */
export async function createBundle(folder: string, { shown = folder, key, events }: Appending): Promise<{ readonly appended: Appended; readonly problems: readonly [] } | { readonly appended: null; readonly problems: readonly Problem[] }> {
  const { lines, leaves, problems } = sealAll(events, key.verifier.name, 0);
  if (problems.length > 0) return failed(...problems);
  await mkdir(folder, { recursive: true });
  try {
    for (const file of [entriesFile, headsFile]) await writeFile(join(folder, file), "", { flag: "wx" });
  } catch (error) {
    if (!isThere(error)) throw error;
    return failed(problem("conflict", "there is a ledger in this folder", { file: shown, hint: "choose another folder; a ledger is never begun anew" }));
  }
  const head = signHead(key.verifier.name, appendLeaves(emptyTree, leaves).tree, key);
  await write(folder, [], lines, head);
  return { appended: { index: 0, head }, problems: [] };
}

/** Verifies a ledger in a folder, and appends to it under a new head. A ledger that does not hold is left as it is. */
export async function appendToBundle(folder: string, { shown = folder, key, next, events, evidence = [] }: Appending): ReturnType<typeof createBundle> {
  const done = await locked(folder, shown, async () => {
    const { tree, problems } = await verified(folder, shown, key);
    if (problems.length > 0) return failed(...problems);
    const sealed = sealAll(events, key.verifier.name, tree.size);
    if (sealed.problems.length > 0) return failed(...sealed.problems);
    const head = signHead(key.verifier.name, appendLeaves(tree, sealed.leaves).tree, key, ...(next === undefined ? [] : [next]));
    await write(folder, evidence, sealed.lines, head);
    return { appended: { index: tree.size, head }, problems: [] as const };
  });
  return "code" in done ? failed(done) : done;
}
