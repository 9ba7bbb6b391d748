import { type BundleParts, consistencyPath, type Entry, entryProof, type EventDraft, type EventKind, type Hash, inclusionPath, type NodeAddress, proofAlong, type ProofFile, type ProofPath, readHead, sinceProof, leafBytes, type SigningKey } from "@cleartitle/ledger";
import type { Problem } from "@cleartitle/norms";
import type { Connection } from "../connection/connection.js";
import { StoreRefusal } from "../refusal.js";
import { checkRecording, type Recording } from "../workspace/recording.js";
import { inWorkspace, type Scope, snapshotOf, writingIn } from "../workspace/scope.js";
import { appendEntries, signNow, type Signing, stateOf } from "./append.js";
import { entriesFrom } from "./entry-row.js";
import { partsOf } from "./export-ledger.js";
import { rowsAgainstLedger } from "./rows-hold.js";

/** Events that no row of the store brings with it, and that are recorded by themselves. */
type Told = Extract<EventKind, "access" | "approval" | "agreement" | "usage">;

/** What a ledger is now, and how much of it is signed. */
export interface LedgerStanding {
  readonly name: string;
  readonly size: number;
  /** Entries under the last signed head: those after it nobody has signed for yet. */
  readonly signed: number;
  /** The public key that signs; null: none did yet. */
  readonly signer: string | null;
}

/** The evidence ledger of a workspace. What is recorded in the workspace is entered in the same transaction; here it is read, proved, signed and handed on. */
export class WorkspaceLedger {
  readonly #connection: Connection;
  readonly #workspace: string;
  readonly #signing: Signing;

  constructor(connection: Connection, workspace: string, signing: Signing) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#signing = signing;
  }

  /** null: nothing was entered yet. */
  async standing(): Promise<LedgerStanding | null> {
    return inWorkspace(this.#connection, this.#workspace, async (scope) => {
      const state = await stateOf(scope);
      return state === null ? null : { name: state.name, size: state.tree.size, signed: readHead((await lastHead(scope)) ?? "")?.size ?? 0, signer: state.signer };
    });
  }

  /** Entries from one on, in order. */
  async entries(from: number = 0, most: number = 100): Promise<readonly Entry[]> {
    return inWorkspace(this.#connection, this.#workspace, async (scope) => (await entriesFrom(scope, from, most)).map((each) => each.entry));
  }

  /** The last signed head; null: none was signed yet. */
  async head(): Promise<string | null> {
    return inWorkspace(this.#connection, this.#workspace, lastHead);
  }

  /** Enters an event that no record brings; gives the index of its entry. Under the name of a request it is entered once. */
  async enter(kind: Told, fields: EventDraft["fields"], recording: Recording): Promise<number> {
    checkRecording(recording);
    return writingIn(this.#connection, this.#workspace, async (scope) => {
      const { request, at, by } = recording;
      const before = request === undefined ? undefined : await scope.tx.selectFrom("ledger_entries").select("entry").where("workspace", "=", this.#workspace).where("request", "=", request).executeTakeFirst();
      return before?.entry ?? appendEntries(scope, { drafts: [{ kind, fields: { ...fields, by }, request }], at, by, signing: this.#signing });
    });
  }

  /** Signs what the ledger is now; gives the head. For what was entered by processes that had no key. */
  async sign(recording: Recording): Promise<string> {
    checkRecording(recording);
    const head = await writingIn(this.#connection, this.#workspace, async (scope) => signNow(scope, { ...recording, signing: this.#signing }));
    if (head === null) throw new StoreRefusal("not-allowed", `there is nothing to sign, or no key for the ledger of \`${this.#workspace}\``, { hint: "a key has the name of the ledger that it signs" });
    return head;
  }

  /** Hands the ledger over to another key, which signs from now on; gives the index of the entry that says so. */
  async handOver(next: SigningKey, recording: Recording & { readonly why: string }): Promise<number> {
    checkRecording(recording);
    return writingIn(this.#connection, this.#workspace, async (scope) => {
      const state = await stateOf(scope);
      const { at, by, why } = recording;
      if (state?.signer == null || !this.#signing.some((key) => key.verifier.text === state.signer)) throw new StoreRefusal("not-allowed", `the ledger of \`${this.#workspace}\` is handed over by the key that signs now, which is not given`, { hint: state?.signer == null ? "no key signed yet: sign with the first one" : `that is ${state.signer}` });
      if (next.verifier.name !== state.name || next.verifier.text === state.signer) throw new StoreRefusal("bad-value", "the next key is another key of the same ledger", { offending: next.verifier.text, hint: `the ledger is \`${state.name}\`` });
      return appendEntries(scope, { drafts: [{ kind: "key-changed", fields: { by, key: next.verifier.text, why } }], at, by, signing: this.#signing, next });
    });
  }

  /** What shows that an entry is under the last signed head. */
  async proveEntry(index: number): Promise<ProofFile> {
    return inWorkspace(this.#connection, this.#workspace, async (scope) => {
      const { text, size } = await signedHead(scope);
      if (!Number.isInteger(index) || index < 0 || index >= size) throw new StoreRefusal("not-found", `there is no entry ${index} under the last signed head`, { offending: String(index), hint: `it is of ${size} entries, counted from 0` });
      const [found] = await entriesFrom(scope, index, 1);
      return entryProof(found!.entry, await along(scope, inclusionPath(index, size)), text);
    });
  }

  /** What shows that the ledger goes on from an earlier head. */
  async proveSince(earlier: string): Promise<ProofFile> {
    return inWorkspace(this.#connection, this.#workspace, async (scope) => {
      const { text, size, ledger } = await signedHead(scope);
      const from = readHead(earlier);
      if (from === null) throw new StoreRefusal("bad-value", "the earlier head is none");
      if (from.ledger !== ledger || from.size > size) throw new StoreRefusal("unproven", `the ledger is \`${ledger}\` of ${size} entries, and the earlier head is of \`${from.ledger}\` and ${from.size}`, { hint: "the ledger was rolled back, or it is another one" });
      return sinceProof(earlier, await along(scope, consistencyPath(from.size, size)), text);
    });
  }

  /** The whole ledger as it is at one instant, to be written into a folder, part by part. */
  async export<T>(work: (parts: BundleParts) => Promise<T>): Promise<T> {
    return snapshotOf(this.#connection, this.#workspace, async (scope) => work(partsOf(scope)));
  }

  /** What rows of the database say otherwise than the ledger; the ledger itself is verified from what is exported. */
  async check(): Promise<readonly Problem[]> {
    return snapshotOf(this.#connection, this.#workspace, rowsAgainstLedger);
  }
}

async function lastHead({ tx, workspace }: Scope): Promise<string | null> {
  return (await tx.selectFrom("ledger_heads").select("head").where("workspace", "=", workspace).orderBy("size", "desc").limit(1).executeTakeFirst())?.head ?? null;
}

async function signedHead(scope: Scope): Promise<{ readonly text: string; readonly size: number; readonly ledger: string }> {
  const text = await lastHead(scope);
  const head = text === null ? null : readHead(text);
  if (text === null || head === null) throw new StoreRefusal("not-found", `nothing of the ledger of \`${scope.workspace}\` is signed yet`, { hint: "give the program the key of the ledger; without a signature nothing can be shown" });
  return { text, size: head.size, ledger: head.ledger };
}

const nameOf = ({ level, index }: NodeAddress): string => `${level}/${index}`;

/** Hashes of a proof, from the nodes along its path: a few rows, however long the ledger is. */
async function along({ tx, workspace }: Scope, path: ProofPath): Promise<readonly Hash[]> {
  const hashes = new Map<string, Hash>();
  for (const { level, index } of path.flat()) {
    const row = level === 0
      ? await tx.selectFrom("ledger_entries").select("leaf as hash").where("workspace", "=", workspace).where("entry", "=", index).executeTakeFirstOrThrow()
      : await tx.selectFrom("ledger_nodes").select("hash").where("workspace", "=", workspace).where("level", "=", level).where("place", "=", index).executeTakeFirstOrThrow();
    hashes.set(nameOf({ level, index }), leafBytes(row.hash));
  }
  return proofAlong(path, (address) => hashes.get(nameOf(address))!);
}
