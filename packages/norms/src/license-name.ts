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
  const family = families.get(key);
  if (family !== undefined) return { kind: "family", of: family };
  if (aliases.has(key)) {
    const id = aliases.get(key)!;
    if (id === null) return { kind: "none" };
    return spdxId(key) !== null && spdxId(key) !== id ? { kind: "id", id, renamed: spdxId(key)! } : { kind: "id", id };
  }
  for (const id of caseless(known).get(key) ?? []) return { kind: "id", id };
  const plus = key.endsWith("+") ? key.slice(0, -1) : key;
  const spdx = spdxId(plus);
  if (spdx !== null) return named(key === plus ? spdx : `${spdx}+`);
  const address = ofAddress(key);
  return address === null ? { kind: "unknown" } : named(address);
}

const folded = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

function caseless(known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  let map = folded.get(known);
  if (map === undefined) folded.set(known, (map = new Map([...known].toSorted().map((id) => [id.toLowerCase(), [id]]))));
  return map;
}
