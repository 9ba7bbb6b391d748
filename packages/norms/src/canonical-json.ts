import { createHash, hash } from "node:crypto";

/**
 * JSON text that is the same for equal values (after RFC 8785): keys in order of UTF-16 code units, no spaces. A `Map` is
 * written as an object, a `Set` as an ordered list; keys without a value are left out. Throws on what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("a number that is not finite has no canonical form");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each === undefined ? null : each)).join(",")}]`;
  if (value instanceof Set) return `[${[...value].map((each) => canonicalJson(each)).toSorted().join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`a ${typeof value} has no canonical form`);
  if (value instanceof Map) return canonicalJson(Object.fromEntries([...value].map(([key, each]) => [String(key), each])));
  return object(value as Readonly<Record<string, unknown>>);
}

/** Texts in the order of their code units. Of some that are in order already, as keys of what was read from a canonical text are, no new list is made. */
export function inCodeOrder(texts: string[]): string[] {
  // Without an order of its own `toSorted` compares code units, and so does this.
  for (let i = 1; i < texts.length; i++) if (texts[i - 1]! > texts[i]!) return texts.toSorted();
  return texts;
}

function object(fields: Readonly<Record<string, unknown>>): string {
  const keys = inCodeOrder(Object.keys(fields));
  const texts: string[] = [];
  for (const key of keys) {
    const each = fields[key];
    if (each !== undefined) texts.push(`${JSON.stringify(key)}:${canonicalJson(each)}`);
  }
  // Joined it is one text; put together piece by piece it would hold all of its pieces until somebody reads it.
  return `{${texts.join(",")}}`;
}

/** Digest of a text's UTF-8 bytes, or of bytes, as `sha256:` and 64 hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => `sha256:${hash("sha256", text, "hex")}`;

/** Digest of the bytes of several pieces one after another, which need not be put together for it. */
export function sha256OfAll(pieces: Iterable<string | Uint8Array>): string {
  const digest = createHash("sha256");
  for (const piece of pieces) digest.update(piece);
  return `sha256:${digest.digest("hex")}`;
}

/** Digest of a value by its canonical form. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
