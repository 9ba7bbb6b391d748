import type { Exported } from "./archive.js";
import { bytesOf, digest, toBase64 } from "./bytes.js";
import { canonical } from "./canonical.js";
import { type Head, isSignedBy, type PublicKey, readHead } from "./key.js";
import { GrowingTree, leafOf } from "./tree.js";

interface Opening {
  readonly salt: string;
  readonly value: unknown;
}

interface Entry {
  readonly event: { readonly ledger: string; readonly index: number; readonly kind: string; readonly fields: Readonly<Record<string, string>> };
  readonly leaf: string;
  readonly open: Readonly<Record<string, Opening>>;
}

/** What a verification came to. */
export interface Outcome {
  readonly ledger: string | null;
  readonly entries: number;
  readonly heads: number;
  /** Fields whose values were redacted: their commitments stay, and hold. */
  readonly redacted: number;
  /** Entries that a head with a signature of the key stands over. */
  readonly vouched: number;
  readonly root: string;
  /** The first entry that is bad; null: none is. */
  readonly firstBad: number | null;
  readonly problems: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => value !== null && typeof value === "object" && !Array.isArray(value);

function readEntry(line: string): Entry | null {
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value) || !isObject(value["event"]) || !isObject(value["open"]) || !isObject(value["event"]["fields"]) || canonical(value) !== line) return null;
    return value as unknown as Entry;
  } catch {
    return null;
  }
}

/** What is wrong with one entry; null: nothing. `ledger`: the name of those before it. */
async function wrongIn({ event, leaf, open }: Entry, index: number, ledger: string | null): Promise<string | null> {
  if (event.index !== index) return `says that it is entry ${event.index}`;
  if (ledger !== null && event.ledger !== ledger) return `is of another ledger, ${event.ledger}`;
  if (index === 0 && event.kind !== "opened") return "does not open the ledger";
  if (toBase64(await leafOf(canonical(event))) !== leaf) return "is not what its leaf says: it was changed";
  for (const [name, opening] of Object.entries(open)) {
    if (event.fields[name] === undefined) return `tells a field ${name} that the event does not have`;
    if (!isObject(opening) || toBase64(await digest(bytesOf(canonical([opening.salt, name, opening.value])))) !== event.fields[name]) return `tells another ${name} than was recorded`;
  }
  return null;
}

const headOf = (line: string): Head | null => {
  try {
    const text: unknown = JSON.parse(line);
    return typeof text === "string" ? readHead(text) : null;
  } catch {
    return null;
  }
};

/** How often somebody is told how far it is. */
const step = 200;

/**
 * Verifies a ledger from its own text: each entry, their order, the root under every head, and which heads a key signed. It stops at the first bad entry: what comes after it hangs on it.
 * That keys were handed over as the ledger says, and that what was redacted was redacted by an entry, `cleartitle ledger verify` looks at as well.
 */
export async function verifyExport({ entries, heads: lines }: Exported, key: PublicKey | null, tell: (done: number) => void): Promise<Outcome> {
  const tree = new GrowingTree();
  const problems: string[] = [];
  let [ledger, redacted, vouched, firstBad, headAt]: [string | null, number, number, number | null, number] = [null, 0, 0, null, 0];
  const heads = lines.map(headOf);
  for (const [index, line] of entries.entries()) {
    const entry = readEntry(line);
    const wrong = entry === null ? "cannot be read, or is written otherwise than it was" : await wrongIn(entry, index, ledger);
    if (entry === null || wrong !== null) {
      firstBad = index;
      problems.push(`entry ${index} ${wrong}`);
      break;
    }
    ledger ??= entry.event.ledger;
    redacted += Object.keys(entry.event.fields).length - Object.keys(entry.open).length;
    await tree.add(await leafOf(canonical(entry.event)));
    for (let head = heads[headAt]; headAt < heads.length && (head === null || head === undefined || head.size <= tree.size); head = heads[(headAt += 1)]) {
      const fault = await wrongWithHead(head ?? null, tree, ledger);
      if (fault !== null) problems.push(`head ${headAt + 1} ${fault}`);
      else if (key !== null && (await isSignedBy(head!, key))) vouched = tree.size;
    }
    if (tree.size % step === 0) tell(tree.size);
  }
  if (entries.length === 0) problems.push("there is no entry: a ledger begins with the one that opens it");
  if (firstBad === null && headAt < heads.length) problems.push(`${heads.length - headAt} heads are of more entries than there are: the end of the ledger is missing`);
  return { ledger, entries: tree.size, heads: headAt, redacted, vouched: problems.length === 0 ? vouched : 0, root: toBase64(await tree.root()), firstBad, problems };
}

async function wrongWithHead(head: Head | null, tree: GrowingTree, ledger: string): Promise<string | null> {
  if (head === null) return "cannot be read";
  if (head.ledger !== ledger) return `is of another ledger, ${head.ledger}`;
  if (head.size < tree.size) return "stands out of its order";
  return head.root === toBase64(await tree.root()) ? null : `is not over these ${tree.size} entries: some were changed, left out or put in`;
}
