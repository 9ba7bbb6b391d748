import { canonicalJson, sha256 } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";

/** Sections of a title graph, and what tells their records apart: a name of their own, or all that they say. */
const idOf = {
  parties: "id", assets: "id", derivations: "id", instruments: "id", uses: "name", statements: "id", events: "id", observations: "id", waivers: "id",
  title: null, claims: null, acceptances: null, positions: null, covers: null, findings: null,
} as const satisfies Readonly<Record<Exclude<keyof TitleGraph, "us" | "profile">, string | null>>;

export type Section = keyof typeof idOf;

export const sections = Object.keys(idOf) as readonly Section[];

/** Longer ids, and those a database has no letters for, are kept by their digest. */
const plain = /^(?!sha256:)[\u0020-\u007e]{1,200}$/;

const keys = new WeakMap<object, string>();

/** What tells a record from the others of its section; null: all that it says. */
export function nameIn(section: Section, record: object): string | null {
  const field = idOf[section];
  return field === null ? null : String(record[field as keyof typeof record]);
}

/** The key under which a record is kept. Records never change, so it is worked out once for each. */
export function keyOf(section: Section, record: object): string {
  let key = keys.get(record);
  if (key === undefined) {
    const id = nameIn(section, record);
    key = id !== null && plain.test(id) ? id : sha256(id ?? canonicalJson(record));
    keys.set(record, key);
  }
  return key;
}

/** Records of a section in the order of the graph. */
export const recordsOf = (graph: TitleGraph, section: Section): Iterable<object> => {
  const records = graph[section];
  return Array.isArray(records) ? (records as readonly object[]) : ((records as ReadonlyMap<string, object>).values() as Iterable<object>);
};
