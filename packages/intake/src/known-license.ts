import { resolveLicense } from "@cleartitle/norms";
import type { Aliases } from "@cleartitle/norms";
import type { Evidence } from "./evidence.js";

const noAliases: Aliases = new Map();
const noLicenses: ReadonlySet<string> = new Set();

/** Whether later versions serve, which a hub's own words for licenses do not say, is left away. */
const plainId = (id: string): string => id.replace(/-(?:only|or-later)$|\+$/, "");

/** The license that a name or an address is of by itself: addresses of Creative Commons, SPDX and the Open Source Initiative; `null` for any other. */
export function licenseByItself(name: string): string | null {
  const found = resolveLicense(name, noAliases, noLicenses);
  return found.kind === "id" ? plainId(found.id) : null;
}

/** The license that a name or an address stands for; `null` where nobody knows one. */
function idFor(name: string, into: Evidence): string | null {
  const [itself, known] = [licenseByItself(name), into.knowledge];
  if (itself !== null || known === null) return itself;
  const found = resolveLicense(name, known.aliases, known.licenses, known.families);
  return found.kind === "id" ? plainId(found.id) : null;
}

/** The licenses among names and expressions that somebody knows. */
function idsIn(names: readonly string[], into: Evidence): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [name, ...name.split(/[\s()]+/)]).map((name) => idFor(name, into)).filter((id) => id !== null));
}

/** Of addresses and words for licenses, those that are known to be of another license than what is named. One that nobody knows is where the text of that is, or something else, and one beside a name that nobody knows is of what that names. */
export function othersAt(addresses: readonly string[], names: readonly string[], into: Evidence): string[] {
  const ids = addresses.map((address) => idFor(address, into));
  if (ids.every((id) => id === null)) return [];
  const said = idsIn(names, into);
  if (names.length > 0 && said.size === 0) return [];
  return addresses.filter((_, index) => ids[index] !== null && !said.has(ids[index] ?? ""));
}

/** Whether a word for a license says another than what is named; what says that there is one, and not which, says no other. */
export function isOther(word: string, names: readonly string[], into: Evidence): boolean {
  if (names.some((name) => name.toLowerCase() === word.toLowerCase())) return false;
  const id = idFor(word, into);
  return id === null ? names.length === 0 || !/^(?:other|unknown)$/i.test(word) : !idsIn(names, into).has(id);
}
