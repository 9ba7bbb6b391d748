import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Catalogue } from "@cleartitle/catalogue";
import { type Condition, type Instrument, isKind, type Norm, type NormOf, resolveLicense, type Role } from "@cleartitle/norms";

/** What a person says of a term: not mentioned, can, cannot, must. */
type Label = 0 | 1 | 2 | 3;
export const words: Record<Label, string> = { 0: "–", 1: "can", 2: "cannot", 3: "must" };

const folder = new URL("../../../shared/data/licence-labels/", import.meta.url);
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), "utf8");

/** Terms that people label and that no norm of ours stands for, each with the reason. */
export const without: Record<string, string> = {
  "Hold Liable": "a disclaimer of liability moves no right in an asset; the engine decides nothing by it",
  "Private Use": "no act of its own: use that stays inside is what a grant gives before any duty is triggered",
  "Place Warranty": "leave to offer a warranty of one's own is a dealing with third parties, no right in the asset",
};

interface Terms {
  readonly instrument: Instrument;
  readonly norms: readonly Norm[];
}

const permits = (terms: Terms, action: string, layer = "copyright"): NormOf<"permit">[] =>
  terms.norms.filter(isKind("permit")).filter((n) => n.permit.actions.includes(action) && n.permit.offer !== true && (n.permit.layers ?? []).includes(layer as never));
const owes = (terms: Terms, ...duties: string[]): boolean => terms.norms.some((n) => n.kind === "oblige" && duties.includes(n.oblige.do));
const owesOn = (terms: Terms, role: Role, duty: string): boolean => terms.norms.some((n) => n.kind === "oblige" && n.oblige.do === duty && (n.on ?? ["materials"]).includes(role));
const takesBack = (terms: Terms, action: string): boolean => terms.norms.some((n) => n.kind === "except" && (n.except.actions ?? []).includes(action));

/** Whether a condition can hold for a commercial purpose. */
function forTrade(condition: Condition | undefined): boolean {
  if (typeof condition !== "object") return condition !== false;
  if ("all" in condition) return condition.all.every(forTrade);
  if ("any" in condition) return condition.any.some(forTrade);
  if ("none" in condition) return !condition.none.some((each) => typeof each === "object" && "purpose" in each && each.purpose.includes("commercial"));
  return !("purpose" in condition) || condition.purpose.includes("commercial");
}

const given = (terms: Terms, action: string): Label => {
  if (permits(terms, action).length > 0) return takesBack(terms, action) ? 2 : 1;
  return takesBack(terms, action) || terms.instrument.rest === "reserved" ? 2 : 0;
};
const must = (owed: boolean): Label => (owed ? 3 : 0);
/** A notice duty whose words take in the permission or the conditions hands the license itself on. */
const noticeIsLicense = (terms: Terms): boolean =>
  terms.norms.some((n) => n.kind === "oblige" && n.oblige.do === "keep-notices" && /permission notice|conditions/i.test(n.oblige.text ?? ""));
const priced = (terms: Terms): boolean => terms.norms.some((n) => n.kind === "oblige" && ["obtain-license", "royalty"].includes(n.oblige.do) && JSON.stringify(n.if ?? {}).includes('"quantity"'));

/** Term by term, what the norms of a record say in the words of the labels: by rule, whatever the license. */
const rules: Record<string, (terms: Terms) => Label> = {
  Distribute: (t) => given(t, "distribute"),
  Modify: (t) => given(t, "adapt"),
  "Commercial Use": (t) => (permits(t, "distribute").some((n) => forTrade(n.if)) ? 1 : 2),
  "Include Copyright": (t) => must(owes(t, "keep-notices", "attribute")),
  "Include License": (t) => must(owes(t, "copy-license") || noticeIsLicense(t)),
  Sublicense: (t) => given(t, "sublicense"),
  "Use Trademark": (t) => (permits(t, "use-mark", "mark").length > 0 ? 1 : takesBack(t, "use-mark") || owes(t, "no-trademark", "no-endorsement") ? 2 : 0),
  "Disclose Source": (t) => must(owes(t, "source-disclosure", "network-source", "service-source")),
  "Include Original": (t) => must(owesOn(t, "materials", "source-disclosure")),
  "State Changes": (t) => must(owes(t, "state-changes")),
  "Include Notice": (t) => must(owes(t, "notice-file")),
  "Give Credit": (t) => must(owes(t, "attribute")),
  "Use Patent Claims": (t) => (permits(t, "practice", "patent").length > 0 ? 1 : takesBack(t, "practice") ? 2 : 0),
  Rename: (t) => must(owes(t, "name-prefix", "name-ban")),
  Relicense: (t) => (permits(t, "license").length > 0 ? 1 : 0),
  "Contact Author": (t) => must(owes(t, "register", "report")),
  "Include Install Instructions": (t) => must(owes(t, "installation-information")),
  "Compensate for Damages": (t) => must(owes(t, "indemnify")),
  "Statically Link": (t) => (owes(t, "relink") ? 2 : 0),
  "Pay Above Use Threshold": (t) => must(priced(t)),
};

interface Cell {
  readonly license: string;
  readonly term: string;
  readonly ours: Label;
  readonly people: Label;
}

/** The norms of a record with those of the text that it is laid over. */
const termsOf = (catalogue: Catalogue, instrument: Instrument): Terms => {
  const bases = instrument.norms.filter(isKind("modify")).flatMap((n) => catalogue.instruments.get(n.modify.base) ?? []);
  return { instrument, norms: [...instrument.norms, ...bases.flatMap((base) => base.norms)] };
};

interface Comparison {
  readonly cells: readonly Cell[];
  /** Names that have labels and no record. */
  readonly unrecorded: readonly string[];
  /** The labeled terms. */
  readonly terms: readonly string[];
}

/** Every labeled term of every license that has both labels and a record. */
export function compareLabels(catalogue: Catalogue): Comparison {
  const names = Object.entries(JSON.parse(read("license_name_map.json")) as Record<string, string>);
  const [head, ...lines] = read("label_oss_124.csv").trim().split(/\r?\n/).map((line) => line.split(","));
  const rows = new Map(lines.map((line) => [line[0]!.replace(/\.txt$/, ""), line] as const));
  const known = new Set(catalogue.instruments.keys());
  const cells: Cell[] = [];
  const unrecorded: string[] = [];
  for (const [name, file] of names) {
    const row = rows.get(file);
    if (row === undefined) continue;
    const resolved = resolveLicense(name, catalogue.aliases, known, catalogue.families);
    const instrument = resolved.kind === "id" ? catalogue.instruments.get(resolved.id) : undefined;
    if (instrument === undefined) unrecorded.push(name);
    else for (const [term, rule] of Object.entries(rules)) cells.push({ license: instrument.id, term, ours: rule(termsOf(catalogue, instrument)), people: Number(row[head!.indexOf(term)]) as Label });
  }
  return { cells, unrecorded, terms: head!.slice(1) };
}
