import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { problem, type Problem } from "@cleartitle/norms";
import { entriesFile, evidenceFolder, evidenceName, headsFile } from "./layout.js";

/** A ledger that is kept elsewhere, as it is written into a folder: in this order, each part as it comes. */
export interface BundleParts {
  /** Entries as they are printed, from entry 0 on. */
  readonly entries: AsyncIterable<string>;
  /** Signed heads in the order of their sizes. */
  readonly heads: AsyncIterable<string>;
  readonly evidence: AsyncIterable<{ readonly sha256: string; readonly content: Uint8Array }>;
}

/** Lines are handed to the system some at a time. */
const atOnce = 500;

async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  const file: FileHandle = await open(path, "wx");
  try {
    let [count, waiting]: [number, string[]] = [0, []];
    for await (const line of lines) {
      count += 1;
      if (waiting.push(`${line}\n`) < atOnce) continue;
      await file.appendFile(waiting.join(""));
      waiting = [];
    }
    await file.appendFile(waiting.join(""));
    await file.sync();
    return count;
  } finally {
    await file.close();
  }
}

async function* asJson(heads: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const head of heads) yield JSON.stringify(head);
}

async function writeEvidence(folder: string, evidence: BundleParts["evidence"]): Promise<number> {
  let count = 0;
  for await (const { sha256, content } of evidence) {
    const file = await open(join(folder, evidenceName(sha256)), "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    count += 1;
  }
  return count;
}

/** Writes a ledger into a folder of its own, whole or not at all: it has its name only when everything is in it. */
export async function writeBundle(folder: string, parts: BundleParts, shown: string = folder): Promise<{ readonly written: { readonly entries: number; readonly heads: number; readonly files: number } | null; readonly problems: readonly Problem[] }> {
  const taken = { written: null, problems: [problem("conflict", "there is something of this name already", { file: shown, hint: "choose another folder; a ledger is never exported over one" })] };
  if (existsSync(folder)) return taken;
  const draft = `${folder}.new-${randomUUID()}`;
  await mkdir(join(draft, evidenceFolder), { recursive: true });
  try {
    const entries = await writeLines(join(draft, entriesFile), parts.entries);
    const heads = await writeLines(join(draft, headsFile), asJson(parts.heads));
    const files = await writeEvidence(join(draft, evidenceFolder), parts.evidence);
    if (existsSync(folder)) return taken;
    await rename(draft, folder);
    return { written: { entries, heads, files }, problems: [] };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
