import { problem, type Problem } from "@cleartitle/norms";
import type { Entry } from "../entry/entry.js";
import { evidenceOf } from "../entry/evidence-of.js";
import { rootOf } from "../merkle/tree.js";
import { EntryWalk } from "./entry-walk.js";
import { Faults } from "./faults.js";
import { HeadWalk, type Trust } from "./head-walk.js";
import type { Line } from "./line.js";
import type { Redaction } from "./withheld.js";

/** A file of evidence whose content is not what its name says, with the digest that it has. */
export interface AlteredFile {
  readonly file: string;
  readonly digest: string;
}

/** A ledger as it was exported: two streams of lines, and the files of evidence beside them. */
export interface LedgerSource {
  readonly entries: { readonly file: string; readonly lines: AsyncIterable<Line> };
  readonly heads: { readonly file: string; readonly lines: AsyncIterable<Line> };
  /** Digests of the files of evidence that are there and are what their names say. */
  readonly evidence: ReadonlySet<string>;
  /** Those that are there and are not, by the digests that their names say. */
  readonly altered: ReadonlyMap<string, AlteredFile>;
}

const alteredIn = ({ file, digest }: AlteredFile, entry: string): Problem => problem("unproven", `${entry}the file is not what its name says: its content was altered`, { file, hint: `its digest is ${digest}` });

export interface Verification {
  readonly ledger: string | null;
  readonly size: number;
  /** Root over all entries; null where they cannot be put in order. */
  readonly root: string | null;
  readonly heads: number;
  /** The trusted key that signed for all entries; null: there is none, or something is wrong. */
  readonly vouchedBy: string | null;
  /** Keys that the entries name, each with the entry that does. */
  readonly keys: readonly { readonly from: number; readonly key: string }[];
  readonly kinds: Readonly<Record<string, number>>;
  readonly redactions: readonly Redaction[];
  /** Files of evidence that entries name and that are not there; the ledger holds without them. Those that no entry names are among the notes. */
  readonly missingEvidence: number;
  readonly notes: readonly string[];
  /** The first entry that is bad, where one is. */
  readonly firstBad: number | null;
  readonly problems: readonly Problem[];
  /** Problems beyond those listed. */
  readonly moreProblems: number;
}

/**
 * Verifies a ledger from its own text and the keys that the verifier brings: every entry by itself, their order, every head, and that a trusted key signed all of it.
 * One pass; what is held in memory grows with the redactions and not with the entries.
 */
export async function verifyLedger(source: LedgerSource, trust: Trust, each: (entry: Entry) => void = () => undefined): Promise<Verification> {
  const faults = new Faults();
  const walk = new EntryWalk(faults, source.entries.file);
  const heads = new HeadWalk(source.heads.lines[Symbol.asyncIterator](), source.heads.file, { walk, file: source.entries.file }, trust, faults);
  const missing = new Set<string>();
  const unnamed = new Set(source.evidence);
  const altered = new Map(source.altered);
  for await (const line of source.entries.lines) {
    const entry = walk.take(line);
    if (entry !== null) {
      for (const digest of evidenceOf(entry)) {
        const other = altered.get(digest);
        if (other !== undefined) faults.add(alteredIn(other, `entry ${entry.event.index}: `), entry.event.index);
        altered.delete(digest);
        if (!unnamed.delete(digest) && !source.evidence.has(digest) && !source.altered.has(digest)) missing.add(digest);
      }
      each(entry);
    } else unnamed.clear(); // What an entry names that cannot be read nobody knows.
    heads.keptAt();
    await heads.reached();
  }
  await heads.finish();
  for (const other of altered.values()) faults.add(alteredIn(other, ""), null);
  const notes = [...walk.withheld.finish(faults, source.entries.file), ...[...unnamed].toSorted().map((digest) => `no entry names the file of evidence ${digest}: a redaction or an append may have been broken off; take it away if it tells what was redacted`)];
  if (walk.position === 0) faults.add(problem("unproven", "there is no entry", { file: source.entries.file, hint: "a ledger begins with the entry that opens it" }), null);
  return {
    ledger: walk.ledger, size: walk.position, root: walk.tree === null ? null : Buffer.from(rootOf(walk.tree)).toString("base64"), heads: heads.count,
    vouchedBy: faults.isEmpty && heads.vouched.size === walk.position ? heads.vouched.key : null, keys: walk.keys.turns, kinds: Object.fromEntries([...walk.kinds].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    redactions: walk.withheld.redactions, missingEvidence: missing.size, notes, firstBad: faults.first, problems: faults.inOrder(source.entries.file), moreProblems: faults.more,
  };
}
