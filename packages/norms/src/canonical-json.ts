import { createHash } from "node:crypto";

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
  const fields = value as Readonly<Record<string, unknown>>;
  // Without an order of its own `toSorted` compares code units.
  const kept = Object.keys(fields).filter((key) => fields[key] !== undefined).toSorted();
  return `{${kept.map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`).join(",")}}`;
}

/** Digest of a text's UTF-8 bytes, or of bytes, as `sha256:` and 64 hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** Digest of the bytes of several pieces one after another, which need not be put together for it. */
export function sha256OfAll(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return `sha256:${hash.digest("hex")}`;
}

/** Digest of a value by its canonical form. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
