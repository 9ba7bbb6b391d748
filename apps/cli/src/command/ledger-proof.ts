import { resolve } from "node:path";
import type { Bundle, Entry, Hash, Head } from "@cleartitle/ledger";
import { problem, type ExitCode } from "@cleartitle/norms";
import { fileStop, readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { headIn, keysNamed } from "./ledger-verify.js";

async function opened(io: Io, folder: string): Promise<Bundle> {
  const { openBundle } = await import("@cleartitle/ledger");
  const { bundle, problems } = await openBundle(resolve(io.folder, folder), folder);
  if (bundle === null) throw new Stop(problems);
  return bundle;
}

/** The last line of heads, as it was signed. */
async function lastOf({ source }: Bundle): Promise<{ readonly text: string; readonly head: Head }> {
  const { headOfLine } = await import("@cleartitle/ledger");
  let last: string | null = null;
  for await (const line of source.heads.lines) {
    if (line.problem !== null) throw new Stop([line.problem]);
    last = line.text;
  }
  const found = last === null ? null : headOfLine(last);
  if (found === null) throw new Stop([problem("format-syntax", "there is no signed head at the end of the file", { file: source.heads.file, hint: "`ledger verify` says what is wrong" })]);
  return found;
}

/** Writes the last signed head. Nothing is verified by that. */
export async function lastHead(io: Io, folder: string): Promise<ExitCode> {
  try {
    io.stdout.write((await lastOf(await opened(io, folder))).text);
    return 0;
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, folder);
  }
}

/** Leaves up to a size, and the entry that is asked for. */
async function leavesOf({ source }: Bundle, size: number, wanted: number | null): Promise<{ readonly leaves: readonly Hash[]; readonly entry: Entry | null }> {
  const { leafBytes, readEntry } = await import("@cleartitle/ledger");
  const leaves: Hash[] = [];
  let entry: Entry | null = null;
  for await (const line of source.entries.lines) {
    if (leaves.length === size) break;
    const read = line.problem === null ? readEntry(line.text, { file: source.entries.file, line: line.number }) : { entry: null, problem: line.problem };
    if (read.entry === null) throw new Stop([read.problem]);
    if (leaves.length === wanted) entry = read.entry;
    leaves.push(leafBytes(read.entry.leaf));
  }
  if (leaves.length < size) throw new Stop([problem("unproven", `entry ${leaves.length} is missing: the last head is of ${size} entries`, { file: source.entries.file, hint: "`ledger verify` says what is wrong" })]);
  return { leaves, entry };
}

/** Writes what shows an entry to somebody who has only the public key; or that the ledger goes on from a head that they kept. */
export async function prove(io: Io, folder: string, options: { readonly entry?: string; readonly from?: string }): Promise<ExitCode> {
  if ((options.entry === undefined) === (options.from === undefined)) throw usageStop("one of --entry and --from is needed", "--entry 12 shows an entry, --from FILE that nothing before was rewritten");
  if (options.entry !== undefined && !/^(0|[1-9]\d{0,14})$/.test(options.entry)) throw usageStop(`\`${options.entry}\` is no index of an entry`, "entries are counted from 0");
  const from = options.from === undefined ? null : { text: await readText(io, options.from), head: await headIn(io, options.from) };
  const { proveEntry, proveSince } = await import("@cleartitle/ledger");
  try {
    const bundle = await opened(io, folder);
    const { text, head } = await lastOf(bundle);
    const wanted = options.entry === undefined ? null : Number(options.entry);
    if (wanted !== null && wanted >= head.size) throw usageStop(`there is no entry ${wanted} under the last head`, `it is of ${head.size} entries, counted from 0`);
    if (from !== null && (from.head.size > head.size || from.head.ledger !== head.ledger)) throw new Stop([problem("unproven", `the ledger is \`${head.ledger}\` of ${head.size} entries, and the earlier head is of \`${from.head.ledger}\` and ${from.head.size}`, { file: options.from ?? null, hint: "the ledger was rolled back, or it is another one" })]);
    const { leaves, entry } = await leavesOf(bundle, head.size, wanted);
    const proof = entry === null ? proveSince(from?.text ?? "", from?.head.size ?? 1, leaves, text) : proveEntry(entry, leaves, text);
    io.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
    return 0;
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, folder);
  }
}

export async function checkProof(io: Io, file: string, options: { readonly key: readonly string[] }): Promise<ExitCode> {
  const [keys, text] = [await keysNamed(io, options.key), await readText(io, file)];
  const { checkProof: check } = await import("@cleartitle/ledger");
  const { shows, problems } = check(text, keys, file);
  if (shows === null) throw new Stop(problems);
  io.stdout.write(`✔ HOLDS  ${shows}\n`);
  return 0;
}
