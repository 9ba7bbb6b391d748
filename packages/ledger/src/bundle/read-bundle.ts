import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { problem, sha256, type Problem } from "@cleartitle/norms";
import { maxLineBytes } from "../entry/entry.js";
import { maxHeadBytes } from "../head/head.js";
import { linesOf } from "../verify/line.js";
import type { AlteredFile, LedgerSource } from "../verify/verify-ledger.js";
import { entriesFile, evidenceFolder, evidenceName, headsFile } from "./layout.js";

/** A title file that can be read is no larger, nor is a decision. */
const maxEvidenceBytes = 64_000_000;

export interface Bundle {
  readonly source: LedgerSource;
  /** Text of a file of evidence; null: it is not there, or not what its name says. */
  readonly evidence: (digest: string) => Promise<string | null>;
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR"].includes(String(error.code));

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return `sha256:${hash.digest("hex")}`;
}

/** Every file of evidence against its name; which entry names one that was altered, whoever reads the entries says. A link is not followed: a bundle is read alone. */
async function readEvidence(folder: string, shown: string): Promise<Pick<LedgerSource, "evidence" | "altered"> & { readonly problems: readonly Problem[] }> {
  const [evidence, altered, problems]: [Set<string>, Map<string, AlteredFile>, Problem[]] = [new Set(), new Map(), []];
  let names: string[] = [];
  try {
    names = (await readdir(join(folder, evidenceFolder))).toSorted();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  for (const name of names) {
    const [file, path] = [`${shown}/${evidenceFolder}/${name}`, join(folder, evidenceFolder, name)];
    if (!/^sha256-[0-9a-f]{64}$/.test(name) || !(await lstat(path)).isFile()) {
      problems.push(problem("not-allowed", "this is no file of evidence", { file, hint: "a file of evidence is named by the digest of its content" }));
      continue;
    }
    const digest = await digestOfFile(path);
    if (evidenceName(digest) === name) evidence.add(digest);
    else altered.set(name.replace("-", ":"), { file, digest });
  }
  return { evidence, altered, problems };
}

/** Opened when it is read, and not before. */
async function* bytesIn(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
}

/** Opens a ledger that was exported to a folder, which problems call `shown`. Entries and heads are streamed; what is wrong with them `verifyLedger` tells. */
export async function openBundle(folder: string, shown = folder): Promise<{ readonly bundle: Bundle | null; readonly problems: readonly Problem[] }> {
  for (const file of [entriesFile, headsFile]) {
    try {
      if ((await lstat(join(folder, file))).isFile()) continue;
      return { bundle: null, problems: [problem("format-syntax", "this is no file", { file: `${shown}/${file}`, hint: "a link is not followed: a bundle is read alone" })] };
    } catch (error) {
      if (!isMissing(error)) throw error;
      return { bundle: null, problems: [problem("not-found", `there is no \`${file}\` in the folder`, { file: shown, hint: `a ledger is a folder with \`${entriesFile}\`, \`${headsFile}\` and the folder \`${evidenceFolder}\`` })] };
    }
  }
  const { evidence, altered, problems } = await readEvidence(folder, shown);
  const lines = (file: string, maxBytes: number) => ({ file: `${shown}/${file}`, lines: linesOf(bytesIn(join(folder, file)), { file: `${shown}/${file}`, maxBytes }) });
  return { bundle: { source: { entries: lines(entriesFile, maxLineBytes), heads: lines(headsFile, maxHeadBytes), evidence, altered }, evidence: (digest) => evidenceText(folder, evidence, digest) }, problems };
}

async function evidenceText(folder: string, found: ReadonlySet<string>, digest: string): Promise<string | null> {
  if (!found.has(digest)) return null;
  const path = join(folder, evidenceFolder, evidenceName(digest));
  if ((await lstat(path)).size > maxEvidenceBytes) return null;
  const text = await readFile(path, "utf8");
  // Between the check of all files and now it may have been put in another's place.
  return sha256(text) === digest ? text : null;
}
