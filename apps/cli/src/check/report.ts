import { acceptedNotRead, byWeight, type DecisionBasis, exitOfCheck, type FailOn, type FileFinding, type Gate, type GateOptions, isExpired, type JudgedRow, type RecordedLicense } from "@cleartitle/engine";
import { exitOf, statusOrder, type ExitCode, type Problem, type Status } from "@cleartitle/norms";
import { byText, type TitleGraph, type Waiver } from "@cleartitle/title";
import type { Place } from "./place.js";
import { supplyOf, type Supply } from "./supply.js";

interface Summary {
  readonly questions: number;
  readonly decisions: Readonly<Record<Status, number>>;
  readonly gate: Readonly<Record<Gate, number>>;
  /** Kinds of finding, most frequent first. */
  readonly findings: readonly { readonly kind: string; readonly count: number }[];
  /** Assets whose declared license a source does not allow. */
  readonly licenseDrift: number;
  /** Assets of which no license is recorded. */
  readonly unknownLicense: number;
  readonly supply: Supply;
  readonly assets: number;
}

/** A finding as a baseline has it. */
export interface KnownFinding {
  readonly file: string;
  readonly kind: string;
  readonly asset: string | null;
  readonly detail: string;
}

/** What `check` found: all formats render this, and none decides anything again. */
export interface CheckReport {
  readonly exit: ExitCode;
  readonly failOn: FailOn;
  readonly on: string;
  readonly summary: Summary;
  /** Worst first. */
  readonly rows: readonly JudgedRow[];
  /** Those behind the worst answers first. */
  readonly findings: readonly FileFinding[];
  readonly waivers: { readonly used: readonly string[]; readonly expired: readonly string[]; readonly unused: readonly string[] };
  readonly compared: boolean;
  /** Findings of the baseline, in the files that were asked of, that are no more. */
  readonly gone: readonly KnownFinding[];
  /** Of what was imported, by what was named: where the evidence of an asset stands. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  /** Of each file: what its answers stand on; null where it asked nothing. */
  readonly basis: readonly { readonly file: string; readonly basis: DecisionBasis | null }[];
  /** What was imported and could not be read: it has no part in the answers. */
  readonly problems: readonly Problem[];
}

/** Assets that somebody described and whose license nobody recorded. */
function withoutLicense(graph: TitleGraph): number {
  const licensed = new Set(graph.statements.filter((s) => s.about.kind === "asset" && s.what === "license" && (s.raw ?? s.value) !== null).map((s) => s.about.id));
  return [...graph.assets.values()].filter((asset) => !asset.placeholder && !licensed.has(asset.id)).length;
}

function tally<K extends string>(names: readonly K[], keys: Iterable<K>): Record<K, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
  for (const key of keys) counts[key] += 1;
  return counts;
}

export interface Parts {
  readonly rows: readonly JudgedRow[];
  readonly findings: readonly FileFinding[];
  readonly graphs: readonly TitleGraph[];
  /** What is recorded of the license of each asset. */
  readonly licenses: readonly RecordedLicense[];
  readonly basis: CheckReport["basis"];
  readonly places: CheckReport["places"];
  readonly gate: GateOptions;
  /** The findings of the baseline by their fingerprints; null without a baseline. */
  readonly before: ReadonlyMap<string, KnownFinding> | null;
  readonly problems: CheckReport["problems"];
}

function summaryOf({ rows, findings, graphs, licenses }: Parts): Summary {
  const supply = supplyOf(rows, licenses);
  const kinds = new Map<string, number>();
  for (const { kind } of findings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    questions: rows.length,
    decisions: tally(["blocked", "unresolved", "conditional", "cleared"], rows.map((row) => row.decision)),
    gate: tally(["stops", "known", "waived", "passes"], rows.map((row) => row.gate)),
    findings: [...kinds].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count || byText(a.kind, b.kind)),
    licenseDrift: new Set([...rows.filter((row) => row.drift.length > 0), ...findings.filter((finding) => finding.kind === "license-drift")].map(({ file, asset }) => `${file}\n${asset}`)).size,
    unknownLicense: graphs.reduce((sum, graph) => sum + withoutLicense(graph), 0),
    assets: graphs.reduce((sum, graph) => sum + graph.assets.size, 0),
    supply,
  };
}

/** What lies in other files than those that were asked of is not gone. */
function goneOf({ before, findings, basis }: Parts): KnownFinding[] {
  const now = new Set(findings.map((each) => each.fingerprint));
  const asked = new Set(basis.map((each) => each.file));
  return [...(before ?? [])].filter(([fingerprint, { file }]) => !now.has(fingerprint) && asked.has(file)).map(([, finding]) => finding);
}

/** How the findings stand to those of the baseline, in one line; none without a baseline. */
export const sayCompared = ({ compared, findings, gone }: CheckReport): string[] =>
  compared ? [`findings against the baseline: ${findings.filter((each) => each.known !== true).length} new, ${findings.filter((each) => each.known === true).length} as before, ${gone.length} gone`] : [];

const gates: Readonly<Record<Gate, number>> = { stops: 0, known: 1, waived: 2, passes: 3 };

export function reportOf(parts: Parts): CheckReport {
  const { gate } = parts;
  const used = new Set([...parts.rows.flatMap((row) => row.waivers), ...acceptedNotRead(parts.findings, gate).map(({ id }) => id)]);
  const ids = (keep: (waiver: Waiver) => boolean): string[] => gate.waivers.filter(keep).map((waiver) => waiver.id).toSorted(byText);
  return {
    // No answer passes for the whole where some of it was not read.
    exit: exitOfCheck(parts.rows, parts.findings, gate) || exitOf(parts.problems),
    failOn: gate.failOn,
    on: gate.on,
    summary: summaryOf(parts),
    rows: parts.rows.toSorted((a, b) => gates[a.gate] - gates[b.gate] || statusOrder(b.decision, a.decision) || byText(a.file, b.file) || byText(a.use, b.use)),
    findings: parts.findings.toSorted(byWeight),
    waivers: { used: [...used].toSorted(byText), expired: ids((waiver) => isExpired(waiver, gate.on)), unused: ids((waiver) => !isExpired(waiver, gate.on) && !used.has(waiver.id)) },
    compared: gate.baseline !== null,
    gone: goneOf(parts),
    basis: parts.basis,
    places: parts.places,
    problems: parts.problems,
  };
}
