/** A model or picture that took part, by the name that the generator knows it by, and its digest in the generator's own way of counting. */
export interface Part {
  readonly name: string;
  readonly kind: "model" | "document";
  readonly mark: string | null;
}

/** A place for a model that is left empty by its user. */
const none = new Set(["", "none", "null", "default (model)"]);

export function partOf(name: string | null, mark: string | null = null, kind: Part["kind"] = "model"): Part[] {
  return name === null || none.has(name.trim().toLowerCase()) ? [] : [{ name: name.trim(), kind, mark }];
}

/** The first ten digits of a file's SHA-256, as two generators count; fewer are of an old way that many files share. */
export const shortDigest = (hash: string | null): string | null => (hash !== null && /^[0-9a-f]{10}$/i.test(hash) ? `sha256-10/${hash.toLowerCase()}` : null);
