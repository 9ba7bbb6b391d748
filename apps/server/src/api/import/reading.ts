import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Guard } from "@cleartitle/access";
import type { Catalogue, Knowledge } from "@cleartitle/catalogue";
import { connect } from "@cleartitle/connect";
import { filesOf, importFrom, memoryFile, type SourceFile, zipEntries } from "@cleartitle/intake";
import { problem, type Problem } from "@cleartitle/norms";
import { readTitleFile, type TitleGraph } from "@cleartitle/title";
import type { ImportSource } from "./source.js";

/** Of an archive that is uploaded: it is held in memory, and its entries too. */
const limits = { maxBytes: 64_000_000, maxEntries: 20_000, maxEntry: 64_000_000, maxTotal: 256_000_000 };

/** What became of one file. `format` null: it was left out. */
interface FileTold {
  readonly file: string;
  readonly format: string | null;
  readonly why: string | null;
}

export interface Reading {
  readonly us: string;
  readonly recordedAt: string;
  readonly catalogue: Catalogue;
  readonly knowledge: () => Knowledge | null;
  readonly guard: Guard;
  readonly signal: AbortSignal;
  readonly bytes: (digest: string) => Promise<Uint8Array>;
  readonly step: (done: number, total: number | null, doing?: string) => void;
}

export interface Read {
  /** null: nothing was read, and the problems say why. */
  readonly graph: TitleGraph | null;
  readonly files: readonly FileTold[];
  readonly problems: readonly Problem[];
}

async function unpacked(name: string, bytes: Uint8Array): Promise<{ readonly files: SourceFile[]; readonly problems: Problem[] }> {
  const [files, problems]: [SourceFile[], Problem[]] = [[], []];
  for await (const entry of zipEntries(memoryFile(name, bytes), limits)) {
    if ("bytes" in entry) files.push(memoryFile(entry.name, entry.bytes));
    else problems.push(problem(entry.fault === "too-large" ? "too-large" : entry.fault === "not-allowed" ? "not-allowed" : "format-syntax", entry.detail, { file: entry.name ?? name }));
  }
  return { files, problems };
}

async function imported(files: readonly SourceFile[], problems: readonly Problem[], { format, persons }: Pick<ImportSource, "format" | "persons">, { us, recordedAt, knowledge, step }: Reading): Promise<Read> {
  const intake = await importFrom(files, { us, recordedAt, step, persons, ...(format === undefined ? {} : { reader: format }), knowledge });
  const told = [...intake.read.map((each) => ({ file: each.file, format: each.reader ?? null, why: null })), ...intake.skipped.map((each) => ({ file: each.file, format: null, why: each.why }))];
  return { graph: intake.read.length === 0 ? null : intake.graph, files: told, problems: [...problems, ...intake.problems] };
}

/** Answers of a server lie in a folder of the job's own: it is taken away with the attempt, and another attempt asks again. */
async function connected(source: Extract<ImportSource, { from: "server" }>, reading: Reading): Promise<Read> {
  const { kind, address, names } = source;
  const folder = await mkdtemp(join(tmpdir(), "cleartitle-import-"));
  try {
    // Tokens of the server's own environment are for whoever runs it, and not for whom its users name.
    const { ended, kept, problems } = await connect({ kind, address, names, folder, env: {}, guard: reading.guard, signal: reading.signal, step: (done) => reading.step(done, null) });
    if (ended === "stopped") return { graph: null, files: [], problems: problems.length > 0 ? problems : [problem("io", "the connection ended")] };
    const { files, problems: unread } = await filesOf(folder);
    const answers = new Set(kept);
    return await imported(files.filter((file) => answers.has(file.path)), [...problems, ...unread], source, reading);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads what is to be imported into a graph of its own. What cannot be read is told, and the rest is read. */
export async function readSource(source: ImportSource, reading: Reading): Promise<Read> {
  if (source.from === "server") return connected(source, reading);
  const { name, sha256 } = source;
  const bytes = await reading.bytes(sha256);
  if (source.from === "archive") {
    const { files, problems } = await unpacked(name, bytes);
    return imported(files, problems, source, reading);
  }
  if (source.from === "file") return imported([memoryFile(name, bytes)], [], source, reading);
  const { graph, problems } = readTitleFile(Buffer.from(bytes).toString("utf8"), { file: name, taxonomies: reading.catalogue.taxonomies, catalogue: reading.catalogue });
  return { graph: problems.length > 0 ? null : graph, files: [{ file: name, format: "title", why: null }], problems };
}
