import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Catalogue } from "@cleartitle/catalogue";
import { checkProof, decide, type Decide, type Decision } from "@cleartitle/engine";
import { Instrument, Law, Position, readYaml } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";

type Part = Record<string, unknown>;

/** One case: a title file, what is asked of it, and what must be in the answer. */
export interface Case {
  readonly case: string;
  readonly title: Part;
  readonly ask?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly profile?: "cautious" | "strict" | "permissive";
  /** Records added to the catalogue for this case; `alone`: without the laws of the catalogue. */
  readonly add?: { readonly alone?: boolean; readonly instruments?: unknown[]; readonly laws?: unknown[]; readonly positions?: unknown[] };
  readonly expect: Part;
}

/** Files of cases under a folder, in order. */
export function caseFilesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".cases.yaml")).map((entry) => join(entry.parentPath, entry.name)).toSorted();
}

/** The record that a file of cases stands beside: its path without the endings, with `/`. */
export const recordOfCases = (folder: string, path: string): string => relative(folder, path).split(sep).join("/").replace(/\.cases\.yaml$/, ".yaml");

/** The cases of a file. They are ours: a file that is none is a fault of the house and thrown. */
export function readCases(path: string): Case[] {
  const { document, problems } = readYaml(readFileSync(path, "utf8"), { file: path });
  if (document === null || !Array.isArray(document.value)) throw new Error(`\`${path}\` holds no list of cases${problems[0] === undefined ? "" : `: ${problems[0].message}`}`);
  return document.value as Case[];
}

const more = <T extends { id: string }>(base: ReadonlyMap<string, T>, records: readonly T[]): Map<string, T> => new Map([...base, ...records.map((r) => [r.id, r] as const)]);

function extended(catalogue: Catalogue, add: Case["add"]): Catalogue {
  if (add === undefined) return catalogue;
  return {
    ...catalogue,
    instruments: more(catalogue.instruments, (add.instruments ?? []).map((i) => Instrument.parse(i))),
    laws: more(add.alone === true ? new Map() : catalogue.laws, (add.laws ?? []).map((l) => Law.parse(l))),
    positions: more(catalogue.positions, (add.positions ?? []).map((p) => Position.parse(p))),
  };
}

/** Decides a case and re-checks its proof, list of options included. */
export function decideCase(catalogue: Catalogue, each: Case, by: Decide = decide): Decision {
  const used = extended(catalogue, each.add);
  const { graph, problems } = readTitleValue(each.title, { file: "case", taxonomies: used.taxonomies });
  if (graph === null) throw new Error(`the title file of the case has problems: ${problems.map((p) => `${p.pointer} ${p.message}`).join("; ")}`);
  const use = each.ask ?? [...graph.uses.keys()][0]!;
  const options = { ...(each.asOf === undefined ? {} : { asOf: each.asOf }), ...(each.knownAt === undefined ? {} : { knownAt: each.knownAt }), ...(each.profile === undefined ? {} : { profile: each.profile }) };
  const withoutRange = each.expect["range"] === undefined && each.expect["pivots"] === undefined && each.expect["timeline"] === undefined;
  const world = { graph, catalogue: used };
  const decision = by(world, use, { ...options, withoutRange, fullProof: true });
  const broken = checkProof(decision, world);
  if (broken.length > 0) throw new Error(`the proof does not stand: ${broken.slice(0, 5).join("; ")}`);
  return decision;
}

const matches = (wanted: unknown, found: unknown): boolean => {
  if (Array.isArray(wanted)) return Array.isArray(found) && wanted.every((w) => found.some((f) => matches(w, f)));
  if (wanted !== null && typeof wanted === "object") return found !== null && typeof found === "object" && Object.entries(wanted).every(([k, w]) => matches(w, (found as Part)[k]));
  return wanted === found;
};

const show = (value: unknown): string => JSON.stringify(value);

/** What of the expectation is not in the decision. */
export function faultsOf(decision: Decision, expect: Part): string[] {
  const found: Part = { ...decision, pivots: decision.range?.pivots ?? [], outbound: decision.outboundLicenses };
  const faults: string[] = [];
  for (const [key, wanted] of Object.entries(expect)) {
    if (key === "byTerritory") {
      for (const [place, status] of Object.entries(wanted as Record<string, string>)) {
        const at = decision.byTerritory.find((t) => t.territories.includes(place))?.decision ?? "not asked";
        if (at !== status) faults.push(`in ${place}: ${at}, expected ${status}`);
      }
    } else if (key.startsWith("no") && key !== "notAsked") {
      const list = found[key.slice(2, 3).toLowerCase() + key.slice(3)] as unknown[];
      for (const each of wanted as unknown[]) if (list.some((f) => matches(each, f))) faults.push(`${key}: ${show(each)} is there`);
    } else if (key === "pivots") {
      for (const each of wanted as string[][]) if (!decision.range!.pivots.some((p) => show(p) === show(each))) faults.push(`no pivot ${show(each)} among ${show(decision.range!.pivots)}`);
    } else if (Array.isArray(wanted)) {
      for (const each of wanted) if (!(found[key] as unknown[]).some((f) => matches(each, f))) faults.push(`${key}: no ${show(each)}`);
    } else if (!matches(wanted, found[key])) {
      faults.push(`${key}: ${show(found[key])}, expected ${show(wanted)}`);
    }
  }
  return faults;
}
