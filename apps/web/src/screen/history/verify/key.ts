import { bytesOf, type Bytes, digest, fromBase64, toHex } from "./bytes.js";

/** A public key as signed notes have it: `NAME+HASH+BASE64`. */
export interface PublicKey {
  readonly name: string;
  readonly id: string;
  readonly verifies: (message: string, signature: Bytes) => Promise<boolean>;
}

/** The first byte of a key in a signed note: what follows is Ed25519. */
const ed25519 = 1;

/** null: that is no such key, or its digest is of another. */
export async function readKey(text: string): Promise<PublicKey | null> {
  const [, name = "", id = "", base64 = ""] = /^([^+\s]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text.trim()) ?? [];
  const material = fromBase64(base64);
  if (material === null || material.byteLength !== 33 || material[0] !== ed25519) return null;
  if (toHex((await digest(bytesOf(`${name}\n`), material)).slice(0, 4)) !== id) return null;
  const key = await crypto.subtle.importKey("raw", material.slice(1), "Ed25519", false, ["verify"]);
  return { name, id, verifies: async (message, signature) => crypto.subtle.verify("Ed25519", key, signature, bytesOf(message)) };
}

/** A signed head: what the ledger was at a size. */
export interface Head {
  readonly ledger: string;
  readonly size: number;
  readonly root: string;
  readonly body: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly bytes: Bytes }[];
}

export function readHead(text: string): Head | null {
  const [, ledger = "", digits = "", root = "", signed = ""] = /^([^\s+]{1,200})\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:[^\n]{1,1000}\n)+)$/.exec(text) ?? [];
  if (ledger === "") return null;
  const signatures = signed.split("\n").slice(0, -1).map((line) => {
    const [, name = "", base64 = ""] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    const bytes = fromBase64(base64);
    return bytes === null || bytes.byteLength < 5 ? null : { name, id: toHex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
  });
  return signatures.includes(null) ? null : { ledger, size: Number(digits), root, body: `${ledger}\n${digits}\n${root}\n`, signatures: signatures.flatMap((each) => each ?? []) };
}

export async function isSignedBy(head: Head, key: PublicKey): Promise<boolean> {
  if (key.name !== head.ledger) return false;
  for (const { name, id, bytes } of head.signatures) if (name === key.name && id === key.id && (await key.verifies(head.body, bytes))) return true;
  return false;
}
