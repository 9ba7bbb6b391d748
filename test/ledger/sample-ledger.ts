import { type Entry, printEntry } from "../../packages/ledger/src/entry/entry.js";
import { type EventDraft, type Sealed, sealEvent } from "../../packages/ledger/src/entry/seal.js";
import { signHead } from "../../packages/ledger/src/head/head.js";
import { newSigningKey, readSigningKey, type SigningKey } from "../../packages/ledger/src/head/key.js";
import { appendLeaves, emptyTree, type Tree } from "../../packages/ledger/src/merkle/tree.js";
import type { Trust } from "../../packages/ledger/src/verify/head-walk.js";
import { linesOf } from "../../packages/ledger/src/verify/line.js";
import { type Verification, verifyLedger } from "../../packages/ledger/src/verify/verify-ledger.js";

export const keyOf = (name: string): SigningKey => readSigningKey(newSigningKey(name).secret)!;
export const ledger = "acme.example/title";
export const at = "2026-11-20T09:00:00Z";
let salts = 0;
/** Not random: a sample is the same at every run. */
const salt = (): Uint8Array => Buffer.from(String((salts += 1)).padStart(16, "0"));

export const opened = (key: SigningKey): EventDraft => ({ kind: "opened", at, fields: { by: "counsel", key: key.verifier.text } });
export const statement = (id: string): EventDraft => ({ kind: "statement", at, fields: { id, about: { kind: "asset", id: "notes" }, what: "license", value: "MIT", by: "jane", raw: `MIT, says ${id}`, evidence: [] } });
export const change = (key: SigningKey): EventDraft => ({ kind: "key-changed", at, fields: { by: "admin", key: key.verifier.text, why: "a year is over" } });
export const redaction = (entry: number, ...fields: string[]): EventDraft => ({ kind: "redaction", at, fields: { by: "counsel", entry, fields, why: "erasure asked for by the person" } });

/** A ledger in memory, appended to in batches, each under a head. */
export class SampleLedger {
  readonly entries: Entry[] = [];
  readonly heads: string[] = [];
  tree: Tree = emptyTree;

  constructor(readonly name: string = ledger) {}

  append(keys: SigningKey | readonly SigningKey[], ...events: readonly EventDraft[]): this {
    const sealed = events.map((event, offset): Sealed => {
      const { sealed: one, problem } = sealEvent(event, { ledger: this.name, index: this.tree.size + offset, salt });
      if (one === null) throw new Error(problem.message);
      return one;
    });
    this.tree = appendLeaves(this.tree, sealed.map((each) => each.leaf)).tree;
    this.entries.push(...sealed.map((each) => each.entry));
    this.heads.push(signHead(this.name, this.tree, ...[keys].flat()));
    return this;
  }

  get lines(): string[] {
    return this.entries.map((entry) => printEntry(entry));
  }
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

const linesIn = (file: string, bytes: Uint8Array, chunk: number) => ({ file, lines: linesOf(chunksOf(bytes, chunk), { file, maxBytes: 100_000 }) });

/** Verifies bytes as they would stand in the two files, read in chunks. */
export const verifyBytes = (entries: Uint8Array, heads: Uint8Array, trust: Partial<Trust>, chunk = 65_536): Promise<Verification> =>
  verifyLedger({ entries: linesIn("entries.jsonl", entries, chunk), heads: linesIn("heads.jsonl", heads, chunk), evidence: new Set(), altered: new Map() }, { keys: [], follows: true, kept: [], ...trust });

const bytesOf = (lines: readonly string[]): Uint8Array => Buffer.from(lines.map((line) => `${line}\n`).join(""));

/** The same for lines, and heads as they were signed. */
export const verifyLines = (entries: readonly string[], heads: readonly string[], trust: Partial<Trust>, chunk?: number): Promise<Verification> => verifyBytes(bytesOf(entries), bytesOf(heads.map((head) => JSON.stringify(head))), trust, chunk);
