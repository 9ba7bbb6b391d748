import { canonicalJson, problem, type Problem } from "@cleartitle/norms";
import type { Hash } from "../merkle/hash.js";
import { commitmentTo, type Entry, EventHead, isFieldName, leafOf, leafText, maxDepth, maxLineBytes } from "./entry.js";
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
  /** The canonical text of its event, which is what the leaf is the hash of. */
  readonly event: string;
  readonly line: string;
  readonly leaf: Hash;
}

const refused = (code: Problem["code"], message: string, hint: string | null = null): { readonly sealed: null; readonly problem: Problem } => ({ sealed: null, problem: problem(code, message, { hint }) });

/** Makes an entry of an event: each field is committed to with a salt of its own, and the commitments are what the tree takes in. */
export function sealEvent({ kind, at, fields }: EventDraft, { ledger, index, salt }: Place): { readonly sealed: Sealed; readonly problem: null } | { readonly sealed: null; readonly problem: Problem } {
  const lacking = eventKinds[kind].filter((name) => fields[name] === undefined);
  if (lacking.length > 0) return refused("missing-key", `an event \`${kind}\` lacks ${lacking.map((name) => `\`${name}\``).join(", ")}`);
  const head = { version: 1 as const, ledger, index, at, kind };
  // What is made here is as it must be: only what came in is looked at.
  const amiss = [...(EventHead.safeParse(head).error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`), ...Object.keys(fields).filter((name) => !isFieldName(name)).map((name) => `fields.${name}: a name of letters, digits and dashes`)];
  if (amiss.length > 0) return refused("bad-value", `an event \`${kind}\` cannot be recorded: ${amiss.slice(0, 5).join("; ")}`);
  const told = Object.entries(fields).map(([name, value]) => ({ name, salt: Buffer.from(salt()).toString("base64"), value, text: canonicalJson(value) }));
  const event = { ...head, fields: Object.fromEntries(told.map((each) => [each.name, commitmentTo(each.name, each.salt, each.text)])) };
  const text = canonicalJson(event);
  const leaf = leafOf(text);
  const line = printed(text, leaf, told);
  if (Buffer.byteLength(line) > maxLineBytes) return refused("too-large", `an event \`${kind}\` of ${Buffer.byteLength(line)} bytes; ${maxLineBytes} are recorded at most`, "keep what is large as a file of evidence, and record its digest");
  if (depthOf(line) > maxDepth) return refused("too-deep", `an event \`${kind}\` nested deeper than ${maxDepth} levels`);
  const open = Object.fromEntries(told.map(({ name, salt: own, value }) => [name, { salt: own, value }]));
  return { sealed: { entry: { event, leaf: leafText(leaf), open }, event: text, line, leaf }, problem: null };
}

/** As `printEntry` writes the entry, of texts that are there already. */
function printed(event: string, leaf: Hash, told: readonly { readonly name: string; readonly salt: string; readonly text: string }[]): string {
  // Names of fields are ASCII letters, digits and dashes: they stand in quotes as they are, and no two are alike.
  const open = told.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map(({ name, salt, text }) => `"${name}":{"salt":"${salt}","value":${text}}`);
  return `{"event":${event},"leaf":"${leafText(leaf)}","open":{${open.join(",")}}}`;
}

/** The entry without what the named fields said. Its place in the tree stays, and nothing tells what was there. */
export const redacted = (entry: Entry, fields: readonly string[]): Entry => ({ ...entry, open: Object.fromEntries(Object.entries(entry.open).filter(([name]) => !fields.includes(name))) });
