import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { isLedgerName } from "../entry/entry.js";

/** A public key, as a verifier pins it: `NAME+HASH+BASE64`, the form of signed notes. Its name is that of the ledger. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of the key's digest: which key a signature claims to be of. */
  readonly id: string;
  readonly text: string;
  readonly verifies: (message: string, signature: Uint8Array) => boolean;
}

export interface SigningKey {
  readonly verifier: VerifierKey;
  /** Ed25519: the same message gives the same signature, in constant time. */
  readonly sign: (message: string) => Uint8Array;
}

// Ed25519 keys in DER are these bytes and the key's own 32.
const spki = Buffer.from("302a300506032b6570032100", "hex");
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
/** The first byte of a key in a signed note: what follows is Ed25519. */
const ed25519 = 1;

const idOf = (name: string, material: Uint8Array): string => createHash("sha256").update(`${name}\n`).update(material).digest("hex").slice(0, 8);
const publicBytes = (key: KeyObject): Buffer => key.export({ format: "der", type: "spki" }).subarray(spki.length);

function verifierOf(name: string, key: KeyObject): VerifierKey {
  const material = Buffer.concat([Uint8Array.of(ed25519), publicBytes(key)]);
  const id = idOf(name, material);
  return { name, id, text: `${name}+${id}+${material.toString("base64")}`, verifies: (message, signature) => signature.length === 64 && verify(null, Buffer.from(message), key, signature) };
}

/** Name and 32 bytes of a key in the form `NAME+HASH+BASE64`; null where it is none. */
function partsOf(text: string): { readonly name: string; readonly id: string; readonly material: Buffer } | null {
  const [, name = "", id = "", base64 = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text.trim()) ?? [];
  const material = Buffer.from(base64, "base64");
  return isLedgerName(name) && material.length === 33 && material[0] === ed25519 ? { name, id, material } : null;
}

/** Reads a public key; null where the text is none, or its digest is not that of its bytes. */
export function readVerifierKey(text: string): VerifierKey | null {
  const parts = partsOf(text);
  if (parts === null || parts.id !== idOf(parts.name, parts.material)) return null;
  return verifierOf(parts.name, createPublicKey({ key: Buffer.concat([spki, parts.material.subarray(1)]), format: "der", type: "spki" }));
}

const secretPrefix = "PRIVATE+KEY+";

/** Reads a secret key, `PRIVATE+KEY+NAME+HASH+BASE64`; null where the text is none. */
export function readSigningKey(text: string): SigningKey | null {
  const parts = text.trim().startsWith(secretPrefix) ? partsOf(text.trim().slice(secretPrefix.length)) : null;
  if (parts === null) return null;
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, parts.material.subarray(1)]), format: "der", type: "pkcs8" });
  const verifier = verifierOf(parts.name, createPublicKey(key));
  return verifier.id === parts.id ? { verifier, sign: (message) => sign(null, Buffer.from(message), key) } : null;
}

/** A new key of a ledger: the secret as text to be kept where only the ledger's writer reads, and the public one to be handed out. */
export function newSigningKey(name: string): { readonly secret: string; readonly verifier: VerifierKey } {
  if (!isLedgerName(name)) throw new RangeError(`\`${name}\` is no name of a ledger`);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const verifier = verifierOf(name, publicKey);
  const material = Buffer.concat([Uint8Array.of(ed25519), privateKey.export({ format: "der", type: "pkcs8" }).subarray(pkcs8.length)]);
  return { secret: `${secretPrefix}${name}+${verifier.id}+${material.toString("base64")}`, verifier };
}
