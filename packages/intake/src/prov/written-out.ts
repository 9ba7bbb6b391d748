import type { YamlValue } from "../foreign-yaml.js";
import { listValue, mapValue, textValue } from "../made-value.js";

type Entries = readonly (readonly [string, YamlValue])[];

/** Values of one key put together, as PROV-JSON writes several values of an attribute. */
function grouped(entries: Entries): Entries {
  const keys = new Map<string, YamlValue[]>();
  for (const [key, value] of entries) {
    const known = keys.get(key);
    if (known === undefined) keys.set(key, [value]);
    else known.push(value);
  }
  return [...keys].map(([key, [first = textValue("", 1), ...more]]) => [key, more.length === 0 ? first : listValue([first, ...more], first.line)] as const);
}

/** Records in another form of the model, put as the document in PROV-JSON that says the same, so that one reading serves all forms. Their names are written out. */
export class WrittenOut {
  readonly #kinds = new Map<string, [string, YamlValue][]>();
  readonly #bundles: [string, YamlValue][] = [];
  #unnamed = 0;

  add(kind: string, id: string | null, entries: Entries, line: number): void {
    const records = this.#kinds.get(kind) ?? [];
    records.push([id ?? `_:${(this.#unnamed += 1)}`, mapValue(grouped(entries), line)]);
    this.#kinds.set(kind, records);
  }

  bundle(id: string, document: YamlValue): void {
    this.#bundles.push([id, document]);
  }

  document(): YamlValue {
    const kinds = [...this.#kinds].map(([kind, records]) => [kind, mapValue(records, 1)] as const);
    return mapValue(this.#bundles.length === 0 ? kinds : [...kinds, ["bundle", mapValue(this.#bundles, 1)]], 1);
  }
}
