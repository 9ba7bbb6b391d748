import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Persons } from "@cleartitle/intake";
import { exitOf, problem, type ExitCode } from "@cleartitle/norms";
import { withNotRead, writeTitleFile } from "@cleartitle/title";
import { fileStop, readText } from "../file.js";
import { numbered, sayEachFile } from "../import/say-files.js";
import type { ConnectRequest, Imported, Io } from "../io.js";
import { progress } from "../progress.js";
import { sayLines, sayProblems } from "../say-problems.js";
import { Stop, usageStop } from "../stop.js";
import { instantOption } from "../world.js";

export interface ImportOptions {
  readonly from?: string;
  readonly output?: string;
  readonly us: string;
  readonly recordedAt?: string;
  /** Takes the title file that a document of one's own carries, or nothing. */
  readonly whole?: boolean;
  /** Tells of each file what became of it. */
  readonly list?: boolean;
  /** File of certificates of whom one trusts to sign Content Credentials. */
  readonly trustAnchors?: string;
  /** What becomes of natural persons whom files name. */
  readonly persons?: Persons;
  /** Asks a server of this kind: the first path is its address, the others name what to ask for. */
  readonly connect?: string;
  /** Folder in which its answers stay. */
  readonly keep?: string;
  /** The name in its address may lead into a private network. */
  readonly private?: boolean;
}

/** Writes a new file and never over one that is there. */
export async function writeNew(io: Io, path: string, text: string | Uint8Array): Promise<void> {
  try {
    const file = await open(resolve(io.folder, path), "wx");
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileStop(error, path, "written");
  }
}

/** What only a connection can be told. */
function connectionOf(io: Io, options: ImportOptions, step: (done: number, known: number) => void): ConnectRequest | undefined {
  if (options.connect !== undefined) return { kind: options.connect, keep: options.keep, mayBeInside: options.private === true, env: io.env, interrupted: io.interrupted, step, waiting: (seconds, why) => void io.stderr.write(`${why}: waiting ${seconds} s\n`) };
  if (options.keep !== undefined || options.private === true) throw usageStop("`--keep` and `--private` are for a connection", "say `--connect` and the kind of server");
  return undefined;
}

const maxAnchors = 4_194_304;

/** The certificates that a file holds, each of which can be read. */
async function anchorsIn(io: Io, path: string): Promise<string> {
  const text = await readText(io, path);
  const blocks = text.length > maxAnchors ? [] : (text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []);
  const { X509Certificate } = await import("node:crypto");
  const isSound = (block: string): boolean => {
    try {
      return new X509Certificate(block).raw.length > 0;
    } catch {
      // The only way in which it says that a text is no certificate.
      return false;
    }
  };
  if (blocks.length > 0 && blocks.every(isSound)) return blocks.join("\n");
  throw new Stop([problem("bad-value", blocks.length === 0 ? "the file holds no certificates" : `the file holds ${blocks.filter((each) => !isSound(each)).length} certificates that cannot be read`, { file: path, hint: "write certificates in PEM, one below the other" })]);
}

/** Imports paths, and tells on standard error what was read, what was left out and why, and the first of what is wrong. */
export async function importTold(io: Io, paths: readonly string[], options: ImportOptions): Promise<Imported> {
  const recordedAt = options.recordedAt === undefined ? undefined : instantOption("--recorded-at", options.recordedAt);
  const trustAnchors = options.trustAnchors === undefined ? undefined : await anchorsIn(io, options.trustAnchors);
  const answers = progress(io, Number.MAX_SAFE_INTEGER, "answers", 1);
  const connect = connectionOf(io, options, answers.step);
  const { step, end } = progress(io, Number.MAX_SAFE_INTEGER, "files");
  const imported = await io.rooms.import({ paths, format: options.from, us: options.us, recordedAt, whole: options.whole === true, folder: io.folder, step: (done, total, doing) => step(done, total, `files ${doing}`), ...(trustAnchors === undefined ? {} : { trustAnchors }), ...(options.persons === undefined ? {} : { persons: options.persons }), ...(connect === undefined ? {} : { connect }) });
  answers.end();
  end();
  await sayLines(io, options.list === true ? sayEachFile(imported.files ?? []) : imported.notes);
  return imported;
}

/** Reads what others recorded and writes it as a title file. What could not be read is told, and the rest is written, with findings of what is missing: the exit code says so too. */
export async function importEvidence(io: Io, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  let isInterrupted = false;
  void io.interrupted.then(() => (isInterrupted = true));
  const { graph, problems, end } = await importTold(io, paths, options);
  if (graph === null && options.connect !== undefined && isInterrupted) {
    await sayProblems(io, problems);
    return 130;
  }
  if (graph === null || (options.whole === true && problems.length > 0)) throw new Stop(problems);
  await sayProblems(io, problems);
  const text = writeTitleFile(withNotRead(graph, problems));
  if (options.output === undefined) io.stdout.write(text);
  else {
    await writeNew(io, options.output, text);
    io.stderr.write(`written: ${options.output} (${numbered(graph.assets.size, "asset")}, ${numbered(graph.derivations.size, "derivation")})\n`);
  }
  await end?.();
  return exitOf(problems);
}
