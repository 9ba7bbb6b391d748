import { type Hash, isHash } from "../merkle/hash.js";
import { rootOf, type Tree } from "../merkle/tree.js";
import type { SigningKey, VerifierKey } from "./key.js";

/** A signed head: what the ledger was at a size. As text it is a checkpoint of a transparency log, which other programs read too. */
export interface Head {
  readonly ledger: string;
  readonly size: number;
  readonly root: Hash;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly bytes: Uint8Array }[];
  /** What is signed. */
  readonly body: string;
}

const bodyOf = (ledger: string, size: number, root: Hash): string => `${ledger}\n${size}\n${Buffer.from(root).toString("base64")}\n`;

/** Signs what the tree is now. The work does not grow with the ledger: a root is folded from the peaks. Where the ledger is handed over, both keys sign. */
export function signHead(ledger: string, tree: Tree, ...keys: readonly SigningKey[]): string {
  const stranger = keys.find((key) => key.verifier.name !== ledger);
  if (stranger !== undefined) throw new RangeError(`a key of \`${stranger.verifier.name}\` signs no head of \`${ledger}\``);
  const body = bodyOf(ledger, tree.size, rootOf(tree));
  const signatures = keys.map((key) => `— ${ledger} ${Buffer.concat([Buffer.from(key.verifier.id, "hex"), key.sign(body)]).toString("base64")}\n`);
  return `${body}\n${signatures.join("")}`;
}

function signatureOf(line: string): Head["signatures"][number] | null {
  const [, name = "", base64 = ""] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(base64, "base64");
  return bytes.length < 5 || bytes.toString("base64") !== base64 ? null : { name, id: bytes.subarray(0, 4).toString("hex"), bytes: bytes.subarray(4) };
}

/** Most signatures of one head: the ledger's own, and those of witnesses. */
const mostSignatures = 20;

/** Reads a signed head; null where the text is none, or is of an empty ledger, of which nothing can be shown. Nothing is verified by that. */
export function readHead(text: string): Head | null {
  const [, ledger = "", digits = "", base64 = "", signed = ""] = /^([^\s+]{1,200})\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:[^\n]{1,1000}\n)+)$/.exec(text) ?? [];
  const root = Buffer.from(base64, "base64");
  const size = Number(digits);
  const signatures = signed.split("\n").slice(0, -1).map(signatureOf);
  if (!isHash(root) || root.toString("base64") !== base64 || !Number.isSafeInteger(size) || signatures.length > mostSignatures || signatures.includes(null)) return null;
  return { ledger, size, root, signatures: signatures.flatMap((each) => each ?? []), body: bodyOf(ledger, size, root) };
}

/** A line of a file of heads at most. */
export const maxHeadBytes = 40_000;

/** Reads a head from its line in a file of heads, where it stands as a JSON text; null where it is none, or is written otherwise. */
export function headOfLine(line: string): { readonly text: string; readonly head: Head } | null {
  if (!line.startsWith('"')) return null;
  try {
    const text = JSON.parse(line) as string;
    const head = JSON.stringify(text) === line ? readHead(text) : null;
    return head === null ? null : { text, head };
  } catch {
    return null;
  }
}

/** Whether a key signed a head of its own ledger. */
export const isSignedBy = (head: Head, key: VerifierKey): boolean => key.name === head.ledger && head.signatures.some((each) => each.name === key.name && each.id === key.id && key.verifies(head.body, each.bytes));
