import { currentId, spdxId } from "./expression.js";

/** What a name in the wild stands for. */
export type LicenseName =
  /** One license; `renamed` is the deprecated id that was read as this one. */
  | { readonly kind: "id"; readonly id: string; readonly renamed?: string }
  /** A family of which no member is named; never a license. */
  | { readonly kind: "family"; readonly of: readonly string[] }
  /** Known to name no particular license (`other`, `unknown`): says nothing, so nothing is known. */
  | { readonly kind: "none" }
  /** Never heard of. */
  | { readonly kind: "unknown" };

export type Aliases = ReadonlyMap<string, string | null>;
export type Families = ReadonlyMap<string, readonly string[]>;

/** The form in which names are compared and alias tables keyed: lower case, single spaces, addresses without scheme, `www.`, page endings. */
export function licenseKey(name: string): string {
  const plain = name.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  if (!/^(https?:)?\/\/|^www\./.test(plain)) return plain;
  return plain
    .replace(/^(https?:)?\/\//, "")
    .replace(/^www\./, "")
    .replace(/[?#].*$/, "")
    .replace(/\/(legalcode|deed)(\.[a-z-]+)?$/, "")
    .replace(/(\.(txt|html|php|md))+$/, "")
    .replace(/\/+$/, "");
}

/** Creative Commons addresses name the license in their path. */
function ofAddress(key: string): string | null {
  const cc = /^creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-nd|-sa)?)|publicdomain\/(zero|mark))\/(\d\.\d)(?:\/([a-z]{2,3}))?$/.exec(key);
  if (cc !== null) {
    if (cc[2] !== undefined) return spdxId(cc[2] === "zero" ? `CC0-${cc[3]}` : `CC-PDM-${cc[3]}`);
    const port = cc[4] === undefined ? null : spdxId(`CC-${cc[1]}-${cc[3]}-${cc[4]}`);
    return cc[4] === undefined ? spdxId(`CC-${cc[1]}-${cc[3]}`) : port;
  }
  const page = /^(?:spdx\.org\/licenses|opensource\.org\/licenses?)\/([a-z0-9.+-]+)$/.exec(key);
  return page === null ? null : spdxId(page[1]!);
}

function named(id: string): LicenseName {
  const now = currentId(id.replace(/\+$/, ""), id.endsWith("+"));
  if (now.id === id || now.orLater) return { kind: "id", id };
  return { kind: "id", id: now.id, renamed: id };
}

/**
 * Resolves a name as it is met in the wild: an SPDX id in any case, an id of the catalogue, a tag, a title, an address.
 * `known` are ids of the catalogue's own licenses. A name of a family or of nothing never becomes a license. Deprecated ids are read as
 * the current ones, and `renamed` says so.
 */
export function resolveLicense(name: string, aliases: Aliases, known: ReadonlySet<string>, families: Families = new Map()): LicenseName {
  if (name.length > 500) return { kind: "unknown" };
  if (known.has(name.trim())) return { kind: "id", id: name.trim() };
  const key = licenseKey(name);
  if (key === "") return { kind: "none" };
  for (const spelling of spellings(key)) {
    const found = lookUp(spelling, aliases, known, families);
    if (found.kind !== "unknown") return found;
  }
  const address = ofAddress(key);
  return address === null ? { kind: "unknown" } : named(address);
}

/** The key, and the same without the word `license` at its end, with hyphens for spaces: `Apache-2.0 License`, `CC BY-NC 4.0`. */
function spellings(key: string): readonly string[] {
  const short = key.replace(/ licen[cs]e$/, "");
  return [...new Set([key, short, key.replace(/[ _]/g, "-"), short.replace(/[ _]/g, "-")])];
}

function lookUp(key: string, aliases: Aliases, known: ReadonlySet<string>, families: Families): LicenseName {
  const family = families.get(key);
  if (family !== undefined) return { kind: "family", of: family };
  const alias = aliases.get(key);
  if (alias === null) return { kind: "none" };
  const spelled = spdxId(key.replace(/\+$/, ""));
  if (alias !== undefined) return spelled !== null && currentId(spelled, false).id === alias && spelled !== alias ? { kind: "id", id: alias, renamed: spelled } : { kind: "id", id: alias };
  const own = caseless(known).get(key);
  if (own !== undefined) return { kind: "id", id: own };
  if (spelled === null) return { kind: "unknown" };
  return named(key.endsWith("+") ? `${spelled}+` : spelled);
}

const folded = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

function caseless(known: ReadonlySet<string>): ReadonlyMap<string, string> {
  let map = folded.get(known);
  if (map === undefined) folded.set(known, (map = new Map([...known].toSorted().map((id) => [id.toLowerCase(), id]))));
  return map;
}
