import { canonicalJson } from "@cleartitle/norms";
import { inclusionFolds, subtreeFolds } from "../merkle/fold.js";

/** What a place without Node brings: in a browser both are of WebCrypto. */
export interface Primitives {
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Whether an Ed25519 key of 32 bytes signed a message. */
  readonly verifies: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

/** What a proof shows, or why it shows nothing. */
export type Shown =
  | { readonly shows: "entry"; readonly ledger: string; readonly size: number; readonly index: number }
  | { readonly shows: "since"; readonly ledger: string; readonly size: number; readonly from: number }
  | { readonly shows: null; readonly why: readonly string[] };

interface Opening {
  readonly salt: string;
  readonly value: unknown;
}

interface EntryText {
  readonly event: { readonly ledger: string; readonly index: number; readonly fields: Readonly<Record<string, string>> };
  readonly leaf: string;
  readonly open: Readonly<Record<string, Opening>>;
}

interface Proof {
  readonly entry?: EntryText;
  readonly from?: string;
  readonly proof: readonly string[];
  readonly head: string;
}

interface HeadText {
  readonly ledger: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly body: string;
  readonly signatures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const utf8 = new TextEncoder();
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Reads a signed head; null: the text is none. */
function headOf(text: string): HeadText | null {
  const [, ledger = "", digits = "", root = "", signed = ""] = /^([^\s+]{1,200})\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:[^\n]{1,1000}\n)+)$/.exec(text) ?? [];
  const lines = signed.split("\n").slice(0, -1).map((line) => /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
  if (ledger === "" || !Number.isSafeInteger(Number(digits)) || lines.length > 20 || lines.includes(null)) return null;
  return { ledger, size: Number(digits), root: bytesOf(root), body: `${ledger}\n${digits}\n${root}\n`, signatures: lines.map((line) => ({ name: line![1]!, bytes: bytesOf(line![2]!) })) };
}

/** A key as it is pinned, `NAME+HASH+BASE64`; null: the text is none, or its digest is not that of its bytes. */
async function keyOf(text: string, { sha256 }: Primitives): Promise<{ readonly name: string; readonly id: Uint8Array; readonly key: Uint8Array } | null> {
  const [, name = "", id = "", base64 = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text.trim()) ?? [];
  if (name === "") return null;
  const material = bytesOf(base64);
  const digest = (await sha256(joined(utf8.encode(`${name}\n`), material))).slice(0, 4);
  const told = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return material[0] === 1 && material.length === 33 && told === id ? { name, id: digest, key: material.slice(1) } : null;
}

async function isSigned(head: HeadText, keys: readonly string[], primitives: Primitives): Promise<boolean> {
  for (const text of keys) {
    const key = await keyOf(text, primitives);
    if (key === null || key.name !== head.ledger) continue;
    for (const { name, bytes } of head.signatures) {
      if (name === key.name && bytes.length === 68 && same(bytes.slice(0, 4), key.id) && (await primitives.verifies(key.key, utf8.encode(head.body), bytes.slice(4)))) return true;
    }
  }
  return false;
}

/** The hashes of RFC 9162 by what the place brings. */
class Hashing {
  constructor(private readonly primitives: Primitives) {}

  async leaf(entry: Uint8Array): Promise<Uint8Array> {
    return this.primitives.sha256(joined(Uint8Array.of(0), entry));
  }

  async node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
    return this.primitives.sha256(joined(Uint8Array.of(1), left, right));
  }

  async includes(index: number, head: HeadText, leaf: Uint8Array, proof: readonly Uint8Array[]): Promise<boolean> {
    if (!Number.isSafeInteger(index) || index < 0 || index >= head.size) return false;
    const sides = inclusionFolds(index, head.size - 1, proof.length);
    if (sides === null) return false;
    let hash = leaf;
    for (const [at, beside] of proof.entries()) hash = sides[at] === "left" ? await this.node(beside, hash) : await this.node(hash, beside);
    return same(hash, head.root);
  }

  async goesOn(from: HeadText, head: HeadText, proof: readonly Uint8Array[]): Promise<boolean> {
    const plan = from.size > head.size ? null : subtreeFolds({ start: 0, end: from.size, size: head.size }, proof.length);
    const seed = plan?.isNode === true ? from.root : proof[0];
    if (plan === null || seed === undefined) return false;
    let [inner, outer] = [seed, seed];
    for (const [at, beside] of (plan.isNode ? proof : proof.slice(1)).entries()) {
      if (plan.folds[at]!.inner) inner = await this.node(beside, inner);
      outer = plan.folds[at]!.side === "left" ? await this.node(beside, outer) : await this.node(outer, beside);
    }
    return same(inner, from.root) && same(outer, head.root);
  }
}

async function faultsOfEntry({ event, leaf, open }: EntryText, head: HeadText, proof: readonly Uint8Array[], primitives: Primitives): Promise<string[]> {
  const hashing = new Hashing(primitives);
  const faults = event.ledger === head.ledger ? [] : [`the entry is of the ledger ${event.ledger}, and the head of ${head.ledger}`];
  for (const [name, { salt, value }] of Object.entries(open)) {
    const commitment = await primitives.sha256(utf8.encode(canonicalJson([salt, name, value])));
    if (!same(commitment, bytesOf(event.fields[name] ?? ""))) faults.push(`${name} does not say what was recorded`);
  }
  const own = await hashing.leaf(utf8.encode(canonicalJson(event)));
  if (!same(own, bytesOf(leaf)) || !(await hashing.includes(event.index, head, own, proof))) faults.push(`entry ${event.index} is not shown to be in the ledger`);
  return faults;
}

/**
 * Checks a proof as the API gives it (`…/ledger/entries/N/proof`, `…/ledger/consistency`) with nothing but itself and keys that the verifier trusts, wherever hashes and signatures can be had. It
 * imports nothing of Node, so that a browser can load it; `checkProof` says the same.
 */
export async function checkProofWith(proof: Proof, keys: readonly string[], primitives: Primitives): Promise<Shown> {
  try {
    return await checked(proof, keys, primitives);
  } catch (error) {
    // What is no base64, and what has not the form of a proof.
    if (error instanceof TypeError || error instanceof RangeError || (error instanceof Error && error.name === "InvalidCharacterError")) return { shows: null, why: ["that is no proof"] };
    throw error;
  }
}

async function checked(proof: Proof, keys: readonly string[], primitives: Primitives): Promise<Shown> {
  const [head, from] = [headOf(proof.head), proof.from === undefined ? null : headOf(proof.from)];
  if (head === null || (proof.from !== undefined && from === null)) return { shows: null, why: ["the head is none"] };
  const why: string[] = [];
  for (const each of [head, from]) if (each !== null && !(await isSigned(each, keys, primitives))) why.push(`the head of size ${each.size} is not signed by a key that is trusted`);
  const hashes = proof.proof.map(bytesOf);
  if (hashes.some((hash) => hash.length !== 32)) why.push("the proof has something in it that is no hash");
  else if (proof.entry !== undefined) why.push(...(await faultsOfEntry(proof.entry, head, hashes, primitives)));
  else if (from === null || from.ledger !== head.ledger || !(await new Hashing(primitives).goesOn(from, head, hashes))) why.push("the later head is not shown to go on from the earlier");
  if (why.length > 0) return { shows: null, why };
  const { ledger, size } = head;
  return proof.entry === undefined ? { shows: "since", ledger, size, from: from!.size } : { shows: "entry", ledger, size, index: proof.entry.event.index };
}
