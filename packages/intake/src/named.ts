import type { Evidence, Place } from "./evidence.js";
import { textAt } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";

/** Persons beyond this number in one place of a file are passed over. */
const maxNamed = 200;

/** A text, or a name and an address in the spellings that formats have for them. */
function nameIn(value: YamlValue): string {
  if (value.entries === null) return value.text;
  const parts = [textAt(value, "given-names"), textAt(value, "name-particle"), textAt(value, "family-names")].filter((each) => each !== null);
  const name = textAt(value, "name") ?? (parts.length > 0 ? parts.join(" ") : null);
  const address = textAt(value, "email");
  return name !== null && address !== null ? `${name} <${address}>` : (name ?? address ?? "");
}

/** Records whom a field names: one or a list, each a text or an object with a name. Whether they are natural persons is for the caller to say. */
export function recordNamed(asset: string, role: string, value: YamlValue | undefined, { file, sha256 }: Pick<Place, "file" | "sha256">, into: Evidence): void {
  if (into.persons === "drop") return;
  for (const each of (value?.items ?? (value === undefined ? [] : [value])).slice(0, maxNamed)) into.person(asset, role, nameIn(each), { file, line: each.line, where: `L${each.line} ${role}`, sha256 });
}
