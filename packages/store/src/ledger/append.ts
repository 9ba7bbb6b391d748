import { randomBytes } from "node:crypto";
import { appendLeaves, emptyTree, type EventDraft, leafBytes, sealEvent, type Sealed, signHead, type SigningKey, type Tree } from "@cleartitle/ledger";
import { StoreRefusal } from "../refusal.js";
import type { Scope } from "../workspace/scope.js";
import type { EntryDraft } from "./draft.js";
import { rowOf } from "./entry-row.js";
import { AddedRows } from "../rows.js";

/** Secret keys that this process signs with, each for the ledger whose name it has. They are nowhere in the database. */
export type Signing = readonly SigningKey[];

/** What a ledger is now. */
export interface LedgerState {
  readonly name: string;
  readonly tree: Tree;
  /** The public key that signs; null: none does yet. */
  readonly signer: string | null;
}

const text = (hash: Uint8Array): string => Buffer.from(hash).toString("base64");

/** null: the workspace has no ledger yet, being of an earlier schema. */
export async function stateOf({ tx, workspace }: Scope): Promise<LedgerState | null> {
  const ledger = await tx.selectFrom("ledgers").select("name").where("workspace", "=", workspace).executeTakeFirst();
  if (ledger === undefined) return null;
  const row = await tx.selectFrom("ledger_states").select(["size", "peaks", "signer"]).where("workspace", "=", workspace).orderBy("size", "desc").limit(1).executeTakeFirst();
  return { name: ledger.name, tree: row === undefined ? emptyTree : { size: row.size, peaks: row.peaks.split(" ").map(leafBytes) }, signer: row?.signer ?? null };
}

/** Begins the ledger of a workspace. Its name is its own in the database: a key that signed two histories of one name could be held against its owner. */
export async function beginLedger({ tx, workspace }: Scope, name: string): Promise<LedgerState> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto("ledgers").values({ workspace, name }).onConflict((on) => on.doNothing()).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new StoreRefusal("conflict", `there is a ledger \`${name}\` already`, { offending: name, hint: "give the ledger of each workspace a name of its own" });
  return { name, tree: emptyTree, signer: null };
}

/** The key of this process that may sign for a ledger; null: it has none. */
function keyFor({ name, signer }: LedgerState, signing: Signing): SigningKey | null {
  const keys = signing.filter((each) => each.verifier.name === name);
  const key = keys.find((each) => each.verifier.text === signer) ?? keys[0] ?? null;
  if (key !== null && signer !== null && key.verifier.text !== signer) throw new StoreRefusal("not-allowed", `the ledger \`${name}\` is signed by another key than the one given`, { offending: key.verifier.text, hint: `that is ${signer}; a key that was handed over signs nothing any more` });
  return key;
}

/** What has to stand before the first entries, and before the first that a key signs. */
function before({ tree, signer }: LedgerState, key: SigningKey | null, by: string): readonly EntryDraft[] {
  const own = key?.verifier.text ?? null;
  if (tree.size === 0) return [{ kind: "opened", fields: { by, key: own } }];
  return own === null || signer !== null ? [] : [{ kind: "key-changed", fields: { by, key: own, why: "the first key: until now nothing was signed" } }];
}

const saltBytes = 16;
const mostSalts = 4_096;

/** Salts for some fields or many, each given once: asked for one by one, random bytes were an eighth of the work of a large import. */
function newSalts(): () => Uint8Array {
  let [bytes, at] = [randomBytes(16 * saltBytes), 0];
  return () => {
    if (at === bytes.length) [bytes, at] = [randomBytes(Math.min(2 * bytes.length, mostSalts * saltBytes)), 0];
    return bytes.subarray(at, (at += saltBytes));
  };
}

function* chained<T>(...all: readonly Iterable<T>[]): Generator<T> {
  for (const each of all) yield* each;
}

function sealed({ kind, fields }: EntryDraft, at: string, place: Parameters<typeof sealEvent>[1]): Sealed {
  const { sealed: one, problem } = sealEvent({ kind, at, fields } satisfies EventDraft, place);
  if (one === null) throw new StoreRefusal(problem.code, problem.message, { hint: problem.hint });
  return one;
}

interface Appending {
  readonly drafts: Iterable<EntryDraft>;
  readonly at: string;
  readonly by: string;
  readonly signing: Signing;
  /** The key to which the last draft hands over, if it does. */
  readonly next?: SigningKey;
}

/**
 * Appends entries in the transaction of the rows that they speak of, signs what the ledger is then where this process has the key, and gives the index of the first draft. Without a key the entries are kept all the same, under no head.
 * INVARIANT: called while nobody else writes to the workspace (`writingIn`), so that entries have no gaps.
 */
export async function appendEntries(scope: Scope, { drafts, at, by, signing, next }: Appending): Promise<number> {
  const { tx, workspace } = scope;
  const state = (await stateOf(scope)) ?? (await beginLedger(scope, workspace));
  const key = keyFor(state, signing);
  const first = before(state, key, by);
  const salt = newSalts();
  let { tree } = state;
  const [entries, inner] = [new AddedRows(tx, "ledger_entries"), new AddedRows(tx, "ledger_nodes")];
  for (const draft of chained(first, drafts)) {
    const one = sealed(draft, at, { ledger: state.name, index: tree.size, salt });
    const grown = appendLeaves(tree, [one.leaf]);
    ({ tree } = grown);
    if (entries.add(rowOf(one, workspace, draft))) await entries.put();
    for (const { level, index, hash } of grown.nodes) if (level > 0 && inner.add({ workspace, level, place: index, hash: text(hash) })) await inner.put();
  }
  await entries.put();
  await inner.put();
  await tx.insertInto("ledger_states").values({ workspace, size: tree.size, peaks: tree.peaks.map(text).join(" "), signer: (next ?? key)?.verifier.text ?? state.signer }).execute();
  if (key !== null) await tx.insertInto("ledger_heads").values({ workspace, size: tree.size, head: signHead(state.name, tree, key, ...(next === undefined ? [] : [next])) }).execute();
  return state.tree.size + first.length;
}

/** Signs what the ledger is now, where nothing is signed of that size; gives the head, or null where this process has no key for it. */
export async function signNow(scope: Scope, { at, by, signing }: Omit<Appending, "drafts" | "next">): Promise<string | null> {
  const { tx, workspace } = scope;
  const state = await stateOf(scope);
  const key = state === null ? null : keyFor(state, signing);
  if (state === null || key === null) return null;
  if (before(state, key, by).length > 0) await appendEntries(scope, { drafts: [], at, by, signing });
  const { tree } = (await stateOf(scope))!;
  const there = await headOfSize(scope, tree.size);
  if (there !== null) return there;
  const head = signHead(state.name, tree, key);
  await tx.insertInto("ledger_heads").values({ workspace, size: tree.size, head }).execute();
  return head;
}

async function headOfSize({ tx, workspace }: Scope, size: number): Promise<string | null> {
  return (await tx.selectFrom("ledger_heads").select("head").where("workspace", "=", workspace).where("size", "=", size).executeTakeFirst())?.head ?? null;
}
