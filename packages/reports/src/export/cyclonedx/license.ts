import type { Statement } from "@cleartitle/title";
import { spoken } from "../format.js";
import { spellingOf } from "../license-spelling.js";
import type { OutItem } from "../outline.js";

type Record_ = Record<string, unknown>;

/** Ids that SPDX listed after the list that the format brings along: they go out as expressions, which it does not look up. */
const newer: ReadonlySet<string> = new Set([
  "BSD-2-Clause-pos-unchanged", "BSD-3-Clause-OpenWebUI", "BSD-Source-Code-no-disclaimer", "BSD-Source-alt-GPL", "BSD-ask-to-endorse", "Brian-Gladman-3-Clause-no-conversion", "Bugroff", "CC-BY-NC-3.0-IGO", "FDK-MPEG-H",
  "Hippocratic-3.0-core", "Informatica", "MVT-1.1", "atc-game",
]);

const property = (word: string, value: string | null): { name: string; value: string }[] => (value === null ? [] : [{ name: `cleartitle:${word}`, value }]);

/** One name as an entry. Entries of one statement carry its number, since the format does not say which of them belong together. */
function entryOf(name: string, acknowledgement: "declared" | "concluded" | null, properties: readonly { name: string; value: string }[]): Record_ {
  const spelling = spellingOf(name);
  const rest = { acknowledgement, properties };
  if (spelling === "expression" || (spelling === "id" && newer.has(name))) return spoken({ expression: name, ...rest });
  return { license: spoken({ [spelling]: name, ...rest }) };
}

function entriesOf({ statement, names }: OutItem["licenses"][number], number: number, acknowledgement: "declared" | "concluded" | null): Record_[] {
  const told = [...property("statement", String(number)), ...property("raw", statement.raw), ...property("by", statement.by)];
  return names.map((name) => entryOf(name, acknowledgement, told));
}

export interface Licenses {
  readonly licenses: readonly Record_[];
  readonly evidence: readonly Record_[];
  /** Where each statement stands, as the end of a JSON pointer below the component. */
  readonly places: readonly { readonly statement: Statement; readonly pointers: readonly string[] }[];
}

/** The licenses of a component. Where nobody states one, that is said, and is not the same as that there is none. */
export function licensesOf(item: OutItem): Licenses {
  const [licenses, evidence, places]: [Record_[], Record_[], { statement: Statement; pointers: string[] }[]] = [[], [], []];
  for (const [index, license] of item.licenses.entries()) {
    const { rung } = license.statement;
    const [list, at] = rung === "detected" ? [evidence, "/evidence/licenses"] as const : [licenses, "/licenses"] as const;
    const entries = entriesOf(license, index + 1, rung === "detected" ? null : rung);
    places.push({ statement: license.statement, pointers: entries.map((_, each) => `${at}/${list.length + each}`) });
    list.push(...entries);
  }
  if (licenses.length === 0) licenses.push({ license: { name: "NOASSERTION", acknowledgement: "declared" } });
  return { licenses, evidence, places };
}
