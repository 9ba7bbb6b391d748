import type { YamlValue } from "../foreign-yaml.js";

type Entries = readonly (readonly [string, YamlValue])[];

const blank = { column: 1, scalar: null, text: "", items: null, entries: null };

export const textValue = (text: string, line: number): YamlValue => ({ ...blank, line, scalar: text, text });
const mapValue = (entries: Entries, line = 1): YamlValue => ({ ...blank, line, entries });

/** Values of one key put together, as PROV-JSON writes several values of an attribute. */
function grouped(entries: Entries): Entries {
  const keys = new Map<string, YamlValue[]>();
  for (const [key, value] of entries) {
    const known = keys.get(key);
    if (known === undefined) keys.set(key, [value]);
    else known.push(value);
  }
  return [...keys].map(([key, [first = textValue("", 1), ...more]]) => [key, more.length === 0 ? first : { ...blank, line: first.line, items: [first, ...more] }] as const);
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
    const kinds = [...this.#kinds].map(([kind, records]) => [kind, mapValue(records)] as const);
    return mapValue(this.#bundles.length === 0 ? kinds : [...kinds, ["bundle", mapValue(this.#bundles)]]);
  }
}
