import { problem, type Problem } from "@cleartitle/norms";
import type { Hash } from "../merkle/hash.js";
import { commitmentTo, Entry, leafOf, leafText, maxDepth, maxLineBytes, printEntry } from "./entry.js";
import { depthOf, type Json } from "./json.js";
import { type EventKind, eventKinds } from "./kind.js";

/** An event before it has its place. */
export interface EventDraft {
  readonly kind: EventKind;
  /** When it was recorded: an instant in UTC. */
  readonly at: string;
  readonly fields: Readonly<Record<string, Json>>;
}

interface Place {
  readonly ledger: string;
  readonly index: number;
  /** 16 random bytes at each call; never the same twice. */
  readonly salt: () => Uint8Array;
}

export interface Sealed {
  readonly entry: Entry;
  readonly line: string;
  readonly leaf: Hash;
}

const refused = (code: Problem["code"], message: string, hint: string | null = null): { readonly sealed: null; readonly problem: Problem } => ({ sealed: null, problem: problem(code, message, { hint }) });

/** Makes an entry of an event: each field is committed to with a salt of its own, and the commitments are what the tree takes in. */
export function sealEvent({ kind, at, fields }: EventDraft, { ledger, index, salt }: Place): { readonly sealed: Sealed; readonly problem: null } | { readonly sealed: null; readonly problem: Problem } {
  const lacking = eventKinds[kind].filter((name) => fields[name] === undefined);
  if (lacking.length > 0) return refused("missing-key", `an event \`${kind}\` lacks ${lacking.map((name) => `\`${name}\``).join(", ")}`);
  const open = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { salt: Buffer.from(salt()).toString("base64"), value }]));
  const event = { version: 1 as const, ledger, index, at, kind, fields: Object.fromEntries(Object.entries(open).map(([name, told]) => [name, commitmentTo(name, told.salt, told.value)])) };
  const leaf = leafOf(event);
  const checked = Entry.safeParse({ event, leaf: leafText(leaf), open });
  if (!checked.success) return refused("bad-value", `an event \`${kind}\` cannot be recorded: ${checked.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).slice(0, 5).join("; ")}`);
  const line = printEntry(checked.data);
  if (Buffer.byteLength(line) > maxLineBytes) return refused("too-large", `an event \`${kind}\` of ${Buffer.byteLength(line)} bytes; ${maxLineBytes} are recorded at most`, "keep what is large as a file of evidence, and record its digest");
  if (depthOf(line) > maxDepth) return refused("too-deep", `an event \`${kind}\` nested deeper than ${maxDepth} levels`);
  return { sealed: { entry: checked.data, line, leaf }, problem: null };
}

/** The entry without what the named fields said. Its place in the tree stays, and nothing tells what was there. */
export const redacted = (entry: Entry, fields: readonly string[]): Entry => ({ ...entry, open: Object.fromEntries(Object.entries(entry.open).filter(([name]) => !fields.includes(name))) });
