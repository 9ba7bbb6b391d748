import type { Evidence } from "../evidence.js";
import { valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { identified } from "../identifier.js";
import { standsFor } from "../unread-source.js";
import { endOf, literalOf } from "./value.js";
import type { End, Names } from "./value.js";

/** Whether an end may name something that nobody can read, or does not say. */
export const isOpen = ({ isUnread, isAbsent }: End): boolean => isUnread || isAbsent;

/** What the records of one document name, by the ids under which it is known here. */
export class Ends {
  /** What is a thing by its name alone. */
  readonly things = new Set<string>();

  constructor(private readonly file: string, private readonly into: Evidence) {}

  id(name: string, names: Names): string {
    const full = names.full(name);
    const thing = identified(full);
    if (thing !== null) this.things.add(thing.id);
    return thing?.id ?? full;
  }

  /** All that an end of a relation names, which may be written as a list. */
  all(record: YamlValue, names: Names, key: string): End {
    const end = endOf(record, key);
    return { ...end, names: end.names.map((each) => this.id(each, names)) };
  }

  /** What an end of a relation names; `null` where it is left open, as the standard allows. */
  one(record: YamlValue, names: Names, key: string): string | null {
    const name = literalOf(valueAt(record, key));
    return name === null ? null : this.id(name, names);
  }

  /** Tells of a relation with an end that the standard asks for, and nobody can read. */
  tell(record: YamlValue, kind: string, ends: readonly End[]): void {
    if (ends.some(isOpen)) this.into.problem("missing-key", `a record under \`${kind}\` with an end that names nothing`, { file: this.file, line: record.line, column: record.column }, `write both ends; where a source is not named, ${standsFor}`);
  }

  /** Tells of an influence with an end of which no record says what it is. */
  tellUnknown(record: YamlValue, id: string): void {
    this.into.problem("unknown-name", `an influence with the end \`${id.slice(0, 200)}\`, which is recorded neither as a thing nor as an act nor as an agent`, { file: this.file, line: record.line, column: record.column }, `record what it is; until then ${standsFor}`);
  }
}
