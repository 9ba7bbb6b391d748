import { stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { SigningKey } from "@cleartitle/ledger";
import type { ExitCode, Problem } from "@cleartitle/norms";
import { fileStop, readText } from "../file.js";
import { nowOf, type Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { type AskingOptions, decideOptions, noteNotRead, openCatalogue, placesOption, titleOf, useNamed } from "../world.js";

export interface WritingOptions {
  readonly key: string;
  readonly by: string;
  readonly recordedAt?: string;
}

/** The instant that is recorded: in UTC, so that all of them compare as texts. */
function instantOf(io: Io, given: string | undefined): string {
  const at = given ?? nowOf(io);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(at) && !Number.isNaN(Date.parse(at)) && new Date(at).toISOString().slice(0, 10) === at.slice(0, 10);
  if (!isInstant) throw usageStop(`\`${at}\` is no instant in UTC`, "--recorded-at takes one like 2026-11-20T09:00:00Z");
  return at;
}

export async function secretIn(io: Io, file: string): Promise<SigningKey> {
  const text = await readText(io, file);
  const { readSigningKey } = await import("@cleartitle/ledger");
  const key = readSigningKey(text);
  // The text of the file is not shown: it may be a key after all.
  if (key === null) throw usageStop(`there is no secret key in ${file}`, "`ledger key` makes one");
  const { mode } = await stat(resolve(io.folder, file));
  if (process.platform !== "win32" && (mode & 0o077) !== 0) io.stderr.write(`note: ${file} may be read by others than its owner; whoever has it can sign for the ledger\n`);
  return key;
}

/** A failure of the file system becomes a problem; all else goes on. */
async function writing<T extends { readonly problems: readonly Problem[] }>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    const done = await work();
    if (done.problems.length > 0) throw new Stop(done.problems);
    return done;
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, folder);
  }
}

const said = (io: Io, folder: string, done: { readonly appended: { readonly index: number; readonly head: string } | null }, what: string): ExitCode => {
  io.stdout.write(`entry ${done.appended?.index ?? 0} of ${folder}: ${what}\n\n${done.appended?.head ?? ""}`);
  return 0;
};

/** Makes a key: the secret goes to a file that only its owner may read, the public key to standard output. */
export async function makeKey(io: Io, name: string, { output }: { readonly output: string }): Promise<ExitCode> {
  const { newSigningKey, isLedgerName } = await import("@cleartitle/ledger");
  if (!isLedgerName(name)) throw usageStop(`\`${name}\` is no name of a ledger`, "a name is letters, digits and signs without spaces and plus signs, like acme.example/title");
  const { secret, verifier } = newSigningKey(name);
  try {
    await writeFile(resolve(io.folder, output), `${secret}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw fileStop(error, output);
  }
  io.stdout.write(`${verifier.text}\n`);
  return 0;
}

export async function openLedger(io: Io, folder: string, options: WritingOptions): Promise<ExitCode> {
  const [key, at] = [await secretIn(io, options.key), instantOf(io, options.recordedAt)];
  const { createBundle } = await import("@cleartitle/ledger");
  const done = await writing(folder, () => createBundle(resolve(io.folder, folder), { shown: folder, key, events: [{ kind: "opened", at, fields: { by: options.by, key: key.verifier.text } }] }));
  return said(io, folder, done, `opened by ${options.by}; its public key is ${key.verifier.text}`);
}

interface RecordOptions extends WritingOptions, AskingOptions {
  readonly use: string;
  readonly in?: string;
}

/** Decides a use and records the decision, with the title file and the decision's own text as evidence. */
export async function record(io: Io, folder: string, file: string, options: RecordOptions): Promise<ExitCode> {
  const [key, at] = [await secretIn(io, options.key), instantOf(io, options.recordedAt)];
  const catalogue = await openCatalogue(io);
  const text = await readText(io, file);
  const { graph, problems } = await titleOf(text, file, catalogue);
  if (graph === null) throw new Stop(problems);
  await noteNotRead(io, graph);
  useNamed(graph, options.use);
  const { asOf, knownAt, profile } = decideOptions(options);
  const question = { use: options.use, in: options.in === undefined ? null : placesOption("--in", options.in, catalogue), asOf: asOf ?? null, knownAt: knownAt ?? null, profile: profile ?? null };
  const { appendToBundle, graphAsked, optionsOf, recordDecision } = await import("@cleartitle/ledger");
  const decide = await io.rooms.decide();
  const decision = decide({ graph: graphAsked(graph, question), catalogue }, options.use, optionsOf(question));
  const { event, evidence } = recordDecision({ question, title: { file, text }, decision, catalogue, by: options.by, at });
  const done = await writing(folder, () => appendToBundle(resolve(io.folder, folder), { shown: folder, key, events: [event], evidence }));
  return said(io, folder, done, `\`${options.use}\` is ${decision.decision}, recorded by ${options.by}`);
}

interface RedactOptions extends WritingOptions {
  readonly why: string;
}

export async function redact(io: Io, folder: string, index: string, fields: readonly string[], options: RedactOptions): Promise<ExitCode> {
  if (!/^(0|[1-9]\d{0,14})$/.test(index)) throw usageStop(`\`${index}\` is no index of an entry`, "entries are counted from 0");
  const [key, at] = [await secretIn(io, options.key), instantOf(io, options.recordedAt)];
  const { redactInBundle } = await import("@cleartitle/ledger");
  const done = await writing(folder, () => redactInBundle(resolve(io.folder, folder), { shown: folder, key, entry: Number(index), fields: [...new Set(fields)], by: options.by, why: options.why, at }));
  return said(io, folder, done, `${fields.join(", ")} of entry ${index} taken out by ${options.by}; copies that others have are theirs to mend`);
}

interface ChangeOptions extends WritingOptions {
  readonly to: string;
  readonly why: string;
}

export async function changeKey(io: Io, folder: string, options: ChangeOptions): Promise<ExitCode> {
  const [key, next, at] = [await secretIn(io, options.key), await secretIn(io, options.to), instantOf(io, options.recordedAt)];
  if (next.verifier.name !== key.verifier.name) throw usageStop(`the next key is of \`${next.verifier.name}\`, and the ledger is \`${key.verifier.name}\``, "`ledger key` makes one of the same name");
  if (next.verifier.text === key.verifier.text) throw usageStop("the next key is the one that signs now", "`ledger key` makes another");
  const { appendToBundle } = await import("@cleartitle/ledger");
  const done = await writing(folder, () => appendToBundle(resolve(io.folder, folder), { shown: folder, key, next, events: [{ kind: "key-changed", at, fields: { by: options.by, key: next.verifier.text, why: options.why } }] }));
  return said(io, folder, done, `from now on ${next.verifier.text} signs; tell it to those who verify`);
}
