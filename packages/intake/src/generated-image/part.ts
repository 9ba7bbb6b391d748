import type { YamlValue } from "../foreign-yaml.js";
import { namesIn } from "../name-place.js";

/** A model or picture that took part, by the name that the generator knows it by, and its digest in the generator's own way of counting. */
export interface Part {
  /** `null`: one is named in a way that cannot be read; `why` says how. */
  readonly name: string | null;
  readonly why?: string;
  readonly kind: "model" | "document";
  readonly mark: string | null;
}

/** A place for a model that is left empty by its user. */
const none = new Set(["", "none", "null", "default (model)"]);

/** One that is named in a way that cannot be read. */
export const lostPart = (why: string, kind: Part["kind"] = "model"): Part => ({ name: null, kind, mark: null, why });

const maxParts = 500;

/** Not more than are held; that there were more is not lost. */
export const boundedParts = (parts: readonly Part[]): Part[] => (parts.length > maxParts ? [...parts.slice(0, maxParts), lostPart(`more than ${maxParts} models and pictures`)] : [...parts]);

/** A text in a place for a name. What is neither a text nor nothing names something all the same. */
export const partIn = (value: YamlValue | undefined, key: string, mark: string | null = null, kind: Part["kind"] = "model"): Part[] =>
  namesIn(value === undefined || value.items === null ? value : { ...value, items: [value] }).flatMap(({ text }) => (text === null ? [lostPart(`\`${key}\` is no text`, kind)] : partOf(text, mark, kind)));

export function partOf(name: string | null, mark: string | null = null, kind: Part["kind"] = "model"): Part[] {
  return name === null || none.has(name.trim().toLowerCase()) ? [] : [{ name: name.trim(), kind, mark }];
}

/** The first ten digits of a file's SHA-256, as two generators count; fewer are of an old way that many files share. */
export const shortDigest = (hash: string | null): string | null => (hash !== null && /^[0-9a-f]{10}$/i.test(hash) ? `sha256-10/${hash.toLowerCase()}` : null);
