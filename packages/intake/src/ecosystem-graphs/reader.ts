import { readYamlValues } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence } from "../evidence.js";
import { textAt } from "../foreign-yaml.js";
import type { Reader } from "../reader.js";
import { recordEntry } from "./entry.js";
import type { Entries, NamedEntry } from "./entry.js";

const maxBytes = 8_388_608;
const kinds: Readonly<Record<string, NamedEntry["kind"]>> = { model: "model", dataset: "dataset", application: "product" };

/** Files of the Ecosystem Graphs: models, data sets and applications of an organization, and by name what each depends on. */
export const ecosystemGraphs: Reader = {
  id: "ecosystem-graphs",
  title: "Ecosystem Graphs: models, data sets and applications with their dependencies (YAML)",
  detect({ path, head }) {
    if (!/\.ya?ml$/i.test(path) || !/^- \w+:/m.test(head)) return "no";
    return /^(?:- |  )organization:/m.test(head) && /^(?:- |  )dependencies:/m.test(head) && /^(?:- |  )type: (?:model|dataset|application)\s*$/m.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    const entries: Entries = new Map();
    const taken: { readonly file: string; readonly own: NamedEntry[] }[] = [];
    for (const file of files) {
      const documents = await readYamlValues(file, maxBytes, into);
      if (documents.length > 0) taken.push({ file: file.path, own: documents.flatMap((each) => named(each, entries, into)) });
    }
    // A name may be described in a file that comes later.
    for (const { file, own } of taken) {
      const links = own.map((entry) => recordEntry(entry, entries, into));
      if (own.length > 0) into.read.push({ file, records: own.length, links: links.reduce((sum, each) => sum + each, 0) });
      else into.skipped.push({ file, why: "it has no model, data set or application" });
    }
  },
};

/** The entries of a file, each under its name, by which others depend on it. */
function named(document: DocumentRead, entries: Entries, into: Evidence): NamedEntry[] {
  return (document.root.items ?? []).flatMap((value) => {
    const [name, type, organization] = [textAt(value, "name"), textAt(value, "type"), textAt(value, "organization")];
    const kind = type !== null && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (name === null || kind === undefined) {
      const what = name === null ? "an entry without a name" : `\`${name.slice(0, 100)}\` is of no type that is known`;
      into.problem(name === null ? "missing-key" : "bad-value", what, { file: document.file, line: value.line, column: value.column }, "it was passed over: an entry has `name` and `type: model`, `dataset` or `application`");
      return [];
    }
    const entry: NamedEntry = { name, kind, organization, value, document };
    entries.set(name, [...(entries.get(name) ?? []), entry]);
    return [entry];
  });
}
