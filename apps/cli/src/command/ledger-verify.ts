import { resolve } from "node:path";
import type { Bundle, DecisionRecord, Head, KeptCatalogue, Verification, VerifierKey } from "@cleartitle/ledger";
import { compareProblems, exitOf, problem, type ExitCode, type Problem } from "@cleartitle/norms";
import { fileStop, kindOfPath, readText } from "../file.js";
import type { Io } from "../io.js";
import { sayProblems } from "../say-problems.js";
import { Stop, usageStop } from "../stop.js";
import { openCatalogue, titleOf } from "../world.js";

export interface VerifyOptions {
  readonly key: readonly string[];
  readonly head?: readonly string[];
  readonly pinnedOnly?: boolean;
  readonly replay?: boolean;
  readonly format: "table" | "json";
}

/** Public keys as the user names them: the text of one, or a file with it. */
export async function keysNamed(io: Io, named: readonly string[]): Promise<readonly VerifierKey[]> {
  const { readVerifierKey } = await import("@cleartitle/ledger");
  const keys: VerifierKey[] = [];
  for (const text of named) {
    const key = readVerifierKey(text) ?? ((await kindOfPath(io, text)) === "file" ? readVerifierKey(await readText(io, text)) : null);
    if (key === null) throw usageStop(`\`${text.startsWith("PRIVATE") ? "PRIVATE…" : text.slice(0, 200)}\` is no public key, and no file with one`, "it looks like acme.example/title+0f1e2d3c+AQ…; ask the ledger's owner for it, and do not take it from the ledger itself");
    keys.push(key);
  }
  return keys;
}

export async function headIn(io: Io, file: string): Promise<Head> {
  const { readHead } = await import("@cleartitle/ledger");
  const head = readHead(await readText(io, file));
  if (head === null) throw usageStop(`there is no head in ${file}`, "`ledger head` writes one");
  return head;
}

interface Recorded {
  readonly index: number;
  readonly record: DecisionRecord | "redacted" | "unreadable";
}

interface Replayed {
  readonly same: number;
  /** Of these by catalogues that the bundle brings and this program does not have, by their digests. */
  readonly byKept: ReadonlyMap<string, number>;
  /** Of these that another version of the engine recorded, by that version. */
  readonly byEngine: ReadonlyMap<string, number>;
  /** Version of the engine here. */
  readonly engine: string;
  readonly redacted: number;
  readonly problems: readonly Problem[];
}

const unreadable = (index: number): Problem => problem("unproven", `entry ${index}: it is recorded otherwise than a decision is`, { hint: "no decision of this program is recorded so; it is not decided again" });

const tally = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

async function replay(io: Io, decisions: readonly Recorded[], bundle: Bundle, file: string): Promise<Replayed> {
  const { catalogueIn, replayDecision } = await import("@cleartitle/ledger");
  const { engineVersion } = await import("@cleartitle/engine");
  const catalogue = await openCatalogue(io);
  const decide = await io.rooms.decide();
  const problems: Problem[] = [];
  const [byKept, byEngine] = [new Map<string, number>(), new Map<string, number>()];
  const read = new Map<string, KeptCatalogue>();
  const kept = async ({ catalogueText: digest, basis }: DecisionRecord): Promise<KeptCatalogue | null> => {
    const name = [digest, basis.catalogue, basis.taxonomies, basis.groups].join(" ");
    const text = digest === undefined || read.has(name) ? null : await bundle.evidence(digest);
    if (text !== null) read.set(name, catalogueIn(text, basis));
    return read.get(name) ?? null;
  };
  for (const { index, record } of decisions) {
    if (record === "redacted") continue;
    const again = record === "unreadable" ? null : await replayDecision(index, record, { catalogue, decide, graphOf: titleOf, evidence: bundle.evidence, kept });
    const found = again === null ? unreadable(index) : again.problem;
    if (found !== null) problems.push({ ...found, file, line: index + 1 });
    else if (again !== null && record !== "unreadable") {
      if (again.by === "kept") tally(byKept, record.basis.catalogue);
      if (again.engine.recorded !== again.engine.here) tally(byEngine, again.engine.recorded);
    }
  }
  const redacted = decisions.filter((each) => each.record === "redacted").length;
  return { same: decisions.length - redacted - problems.length, byKept, byEngine, engine: engineVersion, redacted, problems };
}

async function verified(io: Io, folder: string, options: VerifyOptions): Promise<{ readonly found: Verification; readonly bundle: Bundle; readonly decisions: readonly Recorded[]; readonly problems: readonly Problem[] }> {
  const keys = await keysNamed(io, options.key);
  const kept: { file: string; head: Head }[] = [];
  for (const file of options.head ?? []) kept.push({ file, head: await headIn(io, file) });
  const { decisionRecordOf, openBundle, verifyLedger } = await import("@cleartitle/ledger");
  try {
    const { bundle, problems } = await openBundle(resolve(io.folder, folder), folder);
    if (bundle === null) throw new Stop(problems);
    const decisions: Recorded[] = [];
    const found = await verifyLedger(bundle.source, { keys, follows: options.pinnedOnly !== true, kept }, (entry) => {
      if (options.replay === true && entry.event.kind === "decision") decisions.push({ index: entry.event.index, record: decisionRecordOf(entry) });
    });
    return { found, bundle, decisions, problems };
  } catch (error) {
    throw error instanceof Stop ? error : fileStop(error, folder);
  }
}

function table(found: Verification, problems: readonly Problem[], again: Replayed | null): string {
  const kinds = Object.entries(found.kinds).map(([kind, count]) => `${count} ${kind}`).join(", ");
  const verdict = problems.length === 0 ? `✔ HOLDS  ${found.ledger}: ${found.size} entries under ${found.heads} heads` : `✖ DOES NOT HOLD  ${found.ledger ?? "no ledger"}${found.firstBad === null ? "" : `: the first bad entry is ${found.firstBad}`}`;
  return [
    verdict,
    ...(found.vouchedBy === null ? [] : [`signed for by ${found.vouchedBy}`]),
    ...(found.root === null ? [] : [`root ${found.root}`]), ...(kinds === "" ? [] : [`entries: ${kinds}`]),
    ...found.keys.slice(1).map(({ from, key }) => `entry ${from}: the ledger was handed over to ${key}`),
    ...found.redactions.slice(0, 50).map(({ entry, fields, by, at, why }) => `entry ${entry}: ${fields.join(", ")} redacted by ${by} at ${at}: ${why}`),
    ...(found.redactions.length > 50 ? [`and ${found.redactions.length - 50} more redactions`] : []),
    ...(found.missingEvidence === 0 ? [] : [`${found.missingEvidence} files of evidence that entries name are not here`]),
    ...found.notes.slice(0, 50).map((note) => `note: ${note}`),
    ...(again === null ? [] : [`decisions decided again: ${again.same} to the same bytes, ${again.problems.length} not${again.redacted === 0 ? "" : `, ${again.redacted} redacted`}`, ...[...again.byKept].map(([digest, count]) => `${count} of them by the catalogue ${digest}, which the ledger brings and this program does not have: it shows what followed from that catalogue, and not whose it is`), ...[...again.byEngine].map(([engine, count]) => `${count} of them recorded by engine ${engine}: the one here is ${again.engine}, and comes to the same but for its number`)]),
  ].join("\n");
}

/** Verifies a ledger, and on request decides again what it records. What does not hold stops with 2; the first bad entry is named. */
export async function verify(io: Io, folder: string, options: VerifyOptions): Promise<ExitCode> {
  const { found, bundle, decisions, problems: beside } = await verified(io, folder, options);
  const own = [...found.problems, ...beside.toSorted(compareProblems)];
  // What is not what was recorded is not decided again: nobody recorded it.
  const again = options.replay === true && own.length === 0 ? await replay(io, decisions, bundle, bundle.source.entries.file) : null;
  const problems = [...own, ...(again?.problems ?? [])];
  const { withoutControls } = await import("@cleartitle/engine");
  if (options.format === "json") io.stdout.write(`${JSON.stringify({ $schema: "urn:cleartitle:schema:ledger-verification:1", version: 1, holds: problems.length === 0, ...found, problems, replay: again === null ? null : { engine: again.engine, same: again.same, byKept: Object.fromEntries(again.byKept), byEngine: Object.fromEntries(again.byEngine), redacted: again.redacted, not: again.problems.length } }, null, 2)}\n`);
  else io.stdout.write(`${table(found, problems, again).split("\n").map(withoutControls).join("\n")}\n`);
  await sayProblems(io, problems, 50);
  const more = Math.max(0, problems.length - 50) + found.moreProblems;
  if (more > 0) io.stderr.write(`… and ${more} more problems\n`);
  return exitOf(problems);
}
