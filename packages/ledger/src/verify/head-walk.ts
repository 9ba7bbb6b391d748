import { problem } from "@cleartitle/norms";
import { type Head, headOfLine, isSignedBy } from "../head/head.js";
import type { VerifierKey } from "../head/key.js";
import { sameHash } from "../merkle/hash.js";
import { rootOf } from "../merkle/tree.js";
import type { EntryWalk } from "./entry-walk.js";
import type { Faults } from "./faults.js";
import type { Line } from "./line.js";

/** What a verifier brings along. A ledger's own word is never among it. */
export interface Trust {
  /** Public keys that the verifier got from the ledger's owner, by another way than the bundle. */
  readonly keys: readonly VerifierKey[];
  /** Whether a trusted key may hand over to the next one by a head that takes in the change. */
  readonly follows: boolean;
  /** Heads that the verifier kept from before: this ledger must go on from them. */
  readonly kept: readonly { readonly file: string; readonly head: Head }[];
}

/** Holds heads against the tree, in the order of their sizes, as the entries go by. */
export class HeadWalk {
  count = 0;
  /** Size of the largest head that a trusted key signed, and the key. */
  vouched: { readonly size: number; readonly key: string } = { size: 0, key: "" };
  readonly #trusted: Set<string>;
  #next: { readonly line: number; readonly head: Head } | null = null;
  #last: { readonly head: Head; readonly signed: boolean } | null = null;
  #holds = 0;
  /** The first head that does not hold, and the size up to which others did. */
  #amiss: { readonly head: Head; readonly line: number; readonly after: number } | null = null;
  #sawTrusted = false;

  constructor(
    private readonly lines: AsyncIterator<Line>,
    private readonly file: string,
    private readonly entries: { readonly walk: EntryWalk; readonly file: string },
    private readonly trust: Trust,
    private readonly faults: Faults,
  ) {
    this.#trusted = new Set(trust.keys.map((key) => key.text));
  }

  async #peek(): Promise<{ readonly line: number; readonly head: Head } | null> {
    while (this.#next === null) {
      const { done, value } = await this.lines.next();
      if (done === true) return null;
      const head = value.problem === null ? (headOfLine(value.text)?.head ?? null) : null;
      if (head !== null) this.#next = { line: value.number, head };
      else this.faults.add(value.problem ?? problem("format-syntax", "the line is no signed head", { file: this.file, line: value.number, hint: "each line is one head, as the ledger signed it, written as a JSON text" }), null);
    }
    return this.#next;
  }

  /** Checks every head up to the size that the entries have reached. */
  async reached(): Promise<void> {
    for (let next = await this.#peek(); next !== null && next.head.size <= this.entries.walk.position; next = await this.#peek()) {
      this.#next = null;
      this.#check(next.head, next.line);
    }
  }

  #fault(line: number, message: string, hint: string): void {
    this.faults.add(problem("unproven", message, { file: this.file, line, hint }), null);
  }

  #check(head: Head, line: number): void {
    const { walk } = this.entries;
    this.count += 1;
    if (head.ledger !== walk.ledger) return this.#fault(line, `the head is of the ledger \`${head.ledger}\`, and not of \`${walk.ledger}\``, "heads of two ledgers were put together");
    if (this.#last !== null && head.size < this.#last.head.size) return this.#fault(line, `the head of size ${head.size} does not come in its turn`, "heads are in the order of their sizes");
    const key = walk.keys.inForce(head.size);
    const signed = key !== null && isSignedBy(head, key);
    if (!signed) this.#fault(line, `the head of size ${head.size} is not signed by the key that signs then`, "the head was altered, or is forged");
    if (signed && this.#last?.signed === true && this.#last.head.size === head.size && !sameHash(this.#last.head.root, head.root)) this.#fault(line, `two heads of size ${head.size} are signed, and have different roots`, "whoever has the key signed two histories: keep this bundle, it proves that");
    this.#last = { head, signed };
    const isTrue = this.#root(head, line);
    const next = walk.keys.handedTo(head.size);
    const signers = signed ? [key, ...(next !== null && isSignedBy(head, next) ? [next] : [])] : [];
    const trusted = signers.find((each) => this.#trusted.has(each.text));
    if (trusted !== undefined) this.#sawTrusted = true;
    if (trusted !== undefined && isTrue) this.#vouch(head.size, trusted.text);
  }

  #vouch(size: number, key: string): void {
    this.vouched = { size, key };
    if (this.trust.follows) for (const named of this.entries.walk.keys.before(size)) this.#trusted.add(named.text);
  }

  /** Whether the entries make up the root of a head. Where they do not, later heads tell whether the entries are at fault or the head. */
  #root(head: Head, line: number): boolean {
    const { tree } = this.entries.walk;
    if (tree === null || tree.size !== head.size) return false;
    if (!sameHash(rootOf(tree), head.root)) {
      this.#amiss ??= { head, line, after: this.#holds };
      return false;
    }
    if (this.#amiss !== null) this.#fault(this.#amiss.line, `the head of size ${this.#amiss.head.size} is not of these entries, and a later one is`, "the head is of another history, or was put in");
    this.#amiss = null;
    this.#holds = head.size;
    return true;
  }

  /** Where no later head holds, an entry is at fault: one after the last head that does, unless it was found by itself. */
  #blame(): void {
    if (this.#amiss === null) return;
    const { head, line, after: first } = this.#amiss;
    const last = head.size - 1;
    const { first: bad } = this.faults;
    if (bad !== null && bad >= first && bad <= last) return;
    if (first > last) return this.#fault(line, `the head of size ${head.size} is not of these entries`, "the head is of another history, or was put in");
    const message = first === last ? `entry ${first} is not what was signed` : `one of the entries ${first} to ${last} is not what was signed: ${first === 0 ? "no smaller head holds" : `the head of size ${first} holds`}, that of size ${head.size} does not`;
    this.faults.add(problem("unproven", message, { file: this.entries.file, line: first + 1, hint: "the entry and its hash were altered, or the head is not of these entries" }), first);
  }

  /** Heads that are left speak of entries that are not there. */
  async finish(): Promise<void> {
    const { walk, file } = this.entries;
    let largest: Head | null = null;
    for (let next = await this.#peek(); next !== null; next = await this.#peek()) {
      this.#next = null;
      this.count += 1;
      if (largest === null || next.head.size > largest.size) largest = next.head;
    }
    const end = walk.position;
    this.#blame();
    if (largest !== null && walk.isOrdered) this.faults.add(problem("unproven", `entry ${end} is missing: a head was signed of ${largest.size} entries, and there are ${end}`, { file, line: end + 1, hint: "the end of the ledger was cut off" }), end);
    this.#kept(end);
    // Where an entry is bad, that no head is over those after it goes without saying.
    if (walk.ledger !== null && this.vouched.size < end && (this.faults.first === null || !this.#sawTrusted)) this.#unvouched();
  }

  #kept(end: number): void {
    for (const { file, head } of this.trust.kept) {
      if (head.ledger !== this.entries.walk.ledger) this.faults.add(problem("unproven", `the head that was kept is of the ledger \`${head.ledger}\``, { file, hint: "name a head of this ledger" }), null);
      else if (head.size > end) this.faults.add(problem("unproven", `entry ${end} is missing: the head that was kept is of ${head.size} entries, and there are ${end}`, { file, hint: "the ledger was rolled back, or another one is shown" }), end);
    }
  }

  /** Called as each size is reached: a head kept from before must be of these very entries. */
  keptAt(): void {
    const { tree, ledger } = this.entries.walk;
    if (tree === null) return;
    for (const { file, head } of this.trust.kept) {
      if (head.size === tree.size && head.ledger === ledger && !sameHash(head.root, rootOf(tree))) this.faults.add(problem("unproven", `the first ${head.size} entries are not those of the head that was kept`, { file, hint: "history was written anew: keep that head, it proves that" }), null);
    }
  }

  #unvouched(): void {
    const { walk, file } = this.entries;
    const [own] = walk.keys.turns;
    const names = this.trust.keys.map((key) => key.name);
    const message = this.vouched.size === 0 ? "no head that holds is signed by a key that you trust" : `entry ${this.vouched.size} and those after it are under no head that holds and is signed by a key that you trust`;
    const other = own !== undefined && !names.includes(walk.ledger ?? "") ? `the key you named is of \`${names.join("`, `")}\`, and this is \`${walk.ledger}\`` : `the ledger says its key is ${walk.keys.turns.at(-1)?.key ?? "none"}; ask its owner by another way whether that is so`;
    this.faults.add(problem("unproven", message, { file, line: this.vouched.size + 1, hint: other }), null);
  }
}
