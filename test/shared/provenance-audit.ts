import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importFrom } from "@cleartitle/intake";
import { licenseExpressions } from "@cleartitle/title";
import { realCatalogue } from "../cases/case-file.js";
import { UseClasses, useClasses } from "./use-class.js";
import type { ClassOfUse, UseClass } from "./use-class.js";

const folder = fileURLToPath(new URL("../../../shared/data/data-provenance-collection/", import.meta.url));

const channels = ["Hugging Face", "GitHub", "Papers with Code"] as const;
type Channel = (typeof channels)[number];
const relations = ["omitted", "agreeing", "more permissive", "more restrictive", "open"] as const;
type Relation = (typeof relations)[number];

/** What one record has: the names that the audit found, and those that each channel gives; none where it gives none. */
export interface AuditedSet {
  readonly audit: readonly string[];
  readonly channels: Readonly<Record<Channel, readonly string[]>>;
}

/** The records of the listing as the reader took them, out of the graph. One asset may be told of in several lines. */
export async function auditedSets(): Promise<AuditedSet[]> {
  const { graph, problems } = await importFrom(`${folder}datasets-head.jsonl`, { us: "us" });
  if (problems.length > 0) throw new Error(problems[0]!.message);
  const lines = new Map<string, { by: string; names: readonly string[] }[]>();
  for (const each of graph.statements) {
    const line = /#L(\d+) /.exec(each.source?.locator ?? "")?.[1];
    if (!each.what.startsWith("license") || each.what === "license-note" || line === undefined) continue;
    lines.set(line, [...(lines.get(line) ?? []), { by: each.by ?? "", names: each.what === "license" ? licenseExpressions(String(each.value)) : [] }]);
  }
  return [...lines].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, said]) => {
    const by = (name: string): readonly string[] => said.find((each) => each.by === name)?.names ?? [];
    return { audit: by("Data Provenance Initiative"), channels: { "Hugging Face": by("Hugging Face"), GitHub: by("GitHub"), "Papers with Code": by("Papers with Code") } };
  });
}

/** A name that says only that nothing was found. */
const nothingSaid = (names: readonly string[]): boolean => names.every((name) => ["Unspecified", "No License"].includes(name));

/** The channel against the audit. A use that one surely grants and the other surely does not tells them apart, also where the class stays open. */
export function relationOf(names: readonly string[], channel: ClassOfUse, audit: ClassOfUse): Relation {
  if (nothingSaid(names)) return "omitted";
  if (channel.class !== "unspecified" && channel.class === audit.class) return "agreeing";
  for (const purpose of ["commercial", "nonCommercial"] as const) {
    if (channel[purpose] === "yes" && audit[purpose] === "no") return "more permissive";
    if (channel[purpose] === "no" && audit[purpose] === "yes") return "more restrictive";
  }
  return "open";
}

interface Audit {
  readonly sets: number;
  readonly classes: Readonly<Record<UseClass, number>>;
  /** Of those whose class stays open: what is sure of them all the same. */
  readonly open: { readonly notCommercial: number; readonly named: number };
  readonly relations: Readonly<Record<Channel, Readonly<Record<Relation, number>>>>;
  readonly channelClasses: Readonly<Record<Channel, Readonly<Record<UseClass, number>>>>;
}

const zeros = <T extends string>(keys: readonly T[]): Record<T, number> => Object.fromEntries(keys.map((key) => [key, 0])) as Record<T, number>;
const each = <T>(make: () => T): Record<Channel, T> => Object.fromEntries(channels.map((name) => [name, make()])) as Record<Channel, T>;

function auditOf(sets: readonly AuditedSet[], classOf: (names: readonly string[]) => ClassOfUse): Audit {
  const classes = zeros(useClasses);
  const open = { notCommercial: 0, named: 0 };
  const [compared, channelClasses] = [each(() => zeros(relations)), each(() => zeros(useClasses))];
  for (const set of sets) {
    const audit = classOf(set.audit);
    classes[audit.class] += 1;
    if (audit.class === "unspecified") {
      open.notCommercial += Number(audit.commercial === "no");
      open.named += Number(!nothingSaid(set.audit));
    }
    for (const name of channels) {
      const channel = classOf(set.channels[name]);
      channelClasses[name][channel.class] += 1;
      compared[name][relationOf(set.channels[name], channel, audit)] += 1;
    }
  }
  return { sets: sets.length, classes, open, relations: compared, channelClasses };
}

/** By the engine: from the named licenses and the records of the catalogue. */
function auditByEngine(sets: readonly AuditedSet[]): Audit {
  return auditOf(sets, (names) => classes().of(names));
}

let asked: UseClasses | undefined;
/** Lists are asked once, for whoever asks. */
const classes = (): UseClasses => (asked ??= new UseClasses(realCatalogue()));

/** By the table that the audit's authors publish beside their data: a name has a class, and the strictest of several holds. */
function auditByTable(sets: readonly AuditedSet[]): Audit {
  const table = JSON.parse(readFileSync(`${folder}head-license_classes.json`, "utf8")) as Record<string, readonly string[]>;
  const strictest: readonly (readonly [string, UseClass])[] = [["Acad", "academic only"], ["NC", "non-commercial"], ["Unspecified", "unspecified"], ["All", "commercial"]];
  return auditOf(sets, (names) => {
    const found = new Set(names.map((name) => table[name]?.[0] ?? "Unspecified"));
    const [, use = "unspecified"] = strictest.find(([word]) => found.has(word)) ?? [];
    const at = (wide: readonly UseClass[]): "yes" | "no" | "unknown" => (use === "unspecified" ? "unknown" : wide.includes(use) ? "yes" : "no");
    return { class: use, commercial: at(["commercial"]), nonCommercial: at(["commercial", "non-commercial"]) };
  });
}

/** The names that keep a set's class open when asked alone, with the number of sets that the audit found them in. */
function openNames(sets: readonly AuditedSet[], classOf: (names: readonly string[]) => ClassOfUse): string {
  const counts = new Map<string, number>();
  for (const name of sets.flatMap((set) => [...new Set(set.audit)])) if (classOf([name]).class === "unspecified") counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name, count]) => `${name} ${count}`).join(", ");
}

const share = (count: number, of: number): string => `${count} (${((100 * count) / of).toFixed(1)} %)`;
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** Both methods side by side, as the page has them. */
export function auditTables(audited: readonly AuditedSet[]): string {
  const [engine, table] = [auditByEngine(audited), auditByTable(audited)];
  const { sets } = engine;
  return [
    row("class of use of the audit's finding", "by the engine", "by the authors' table"),
    row("---", "---", "---"),
    ...useClasses.map((use) => row(use, share(engine.classes[use], sets), share(table.classes[use], sets))),
    "",
    row("channel against the audit", ...relations),
    row("---", ...relations.map(() => "---")),
    ...channels.flatMap((name) => [
      row(`${name}, by the engine`, ...relations.map((relation) => share(engine.relations[name][relation], sets))),
      row(`${name}, by the authors' table`, ...relations.map((relation) => share(table.relations[name][relation], sets))),
    ]),
    "",
    row("what the channel itself says", ...useClasses),
    row("---", ...useClasses.map(() => "---")),
    ...channels.flatMap((name) => [
      row(`${name}, by the engine`, ...useClasses.map((use) => engine.channelClasses[name][use])),
      row(`${name}, by the authors' table`, ...useClasses.map((use) => table.channelClasses[name][use])),
    ]),
    "",
    `Of the ${engine.classes.unspecified} that stay open by the engine, the audit named a license, a service or a form in ${engine.open.named}, and ${engine.open.notCommercial} are surely not for commerce. Names whose class stays open, with the sets that have them: ${openNames(audited, (names) => classes().of(names))}.`,
    "",
  ].join("\n");
}
