import { waivesReason } from "../waiver.js";
import { statusOrder, worstStatus, type ExitCode, type Status } from "@cleartitle/norms";
import { type GraphFinding, isNotRead, type Waiver } from "@cleartitle/title";
import type { JudgedRow, Row } from "./row.js";

export type FailOn = "blocked" | "unresolved" | "conditional";

/** Waivers as they stand on a date: both ends inclusive. */
export const isInForce = (waiver: Waiver, on: string): boolean => (waiver.from === null || waiver.from <= on) && on <= waiver.until;
export const isExpired = (waiver: Waiver, on: string): boolean => waiver.until < on;

/** `kind` of a waiver of a whole row: `any`, its status, or `exposure` for what past acts left. */
function coversRow(waiver: Waiver, row: Row): boolean {
  if (waiver.use !== null && waiver.use !== row.use) return false;
  if (waiver.asset !== null && waiver.asset !== row.asset) return false;
  return waiver.kind === "any" || waiver.kind === row.decision || (waiver.kind === "exposure" && row.decision === "conditional" && row.openExposures > 0);
}

/** Whether a waiver takes away all that is worse than conditions: one of any kind does, and one of what a row comes to where no reason tells why. */
const coversAll = (waiver: Waiver, row: Row, isExplained: boolean): boolean => coversRow(waiver, row) && (waiver.kind !== row.decision || row.decision === "conditional" || !isExplained);

/**
 * What is left of a row after waivers. A waiver takes away the reasons that it covers; one of the row's status takes away all reasons of that status, and what is not known
 * besides stays open. Where a decision is worse than every reason shown, or reasons beyond those shown may stand behind it, only a waiver of the whole use takes it away. Duties and
 * exposures stay what they are, conditions.
 */
function afterWaivers(row: Row, waivers: readonly Waiver[]): { readonly left: Status; readonly used: readonly Waiver[] } {
  if (waivers.length === 0) return { left: row.decision, used: waivers };
  const isExplained = row.hiddenReasons === 0 && worstStatus(row.reasons.map((reason) => reason.decision)) === row.decision;
  const whole = waivers.filter((waiver) => coversAll(waiver, row, isExplained));
  if (whole.length > 0 && row.decision !== "cleared") return { left: "cleared", used: whole };
  const used = new Set<Waiver>();
  const open = row.reasons.filter((reason) => {
    const covering = waivers.filter((waiver) => waivesReason(waiver, row.use, reason) || (waiver.kind === reason.decision && coversRow(waiver, row)));
    for (const waiver of covering) used.add(waiver);
    return covering.length === 0;
  });
  const lasting: Status = row.obligations + row.openExposures > 0 && row.decision !== "cleared" ? "conditional" : "cleared";
  return { left: isExplained ? worstStatus([lasting, ...open.map((reason) => reason.decision)]) : row.decision, used: [...used] };
}

export interface GateOptions {
  readonly failOn: FailOn;
  readonly on: string;
  readonly waivers: readonly Waiver[];
  /** How bad each question was before; null: nothing is known from before. */
  readonly baseline: ReadonlyMap<string, Status> | null;
}

export const keyOf = (row: Pick<Row, "file" | "use">): string => JSON.stringify([row.file, row.use]);

/** Decides, once and before any renderer, what each row does at the gate. The decision itself stays as it is. */
export function judge(row: Row, options: GateOptions): JudgedRow {
  const { left, used } = afterWaivers(row, options.waivers.filter((waiver) => isInForce(waiver, options.on)));
  const reached = statusOrder(left, options.failOn) >= 0;
  const before = options.baseline?.get(keyOf(row));
  const known = before !== undefined && statusOrder(left, before) <= 0;
  const waived = !reached && statusOrder(row.decision, options.failOn) >= 0;
  return { ...row, left, waivers: used.map((waiver) => waiver.id), gate: reached ? (known ? "known" : "stops") : waived ? "waived" : "passes" };
}

/** 2: `blocked` stops, or `conditional` where that was asked for; 4: `unresolved` stops and nothing is blocked; else 0. */
export function exitOfRows(rows: readonly JudgedRow[]): ExitCode {
  const stopping = new Set(rows.filter((row) => row.gate === "stops").map((row) => row.left));
  if (stopping.has("blocked")) return 2;
  if (stopping.has("unresolved")) return 4;
  return stopping.size > 0 ? 2 : 0;
}

/** Whether by a waiver somebody answers for what was not read. Nobody knows which use or asset that bears on, so that it names neither. When it holds is asked elsewhere. */
export const waivesNotRead = (waiver: Waiver): boolean => waiver.use === null && waiver.asset === null && (waiver.kind === "any" || isNotRead(waiver));

/** The waivers by which somebody answers for it on a date; none where all was read. */
export const acceptedNotRead = (findings: readonly Pick<GraphFinding, "kind">[], { waivers, on }: Pick<GateOptions, "waivers" | "on">): readonly Waiver[] =>
  findings.some(isNotRead) ? waivers.filter((waiver) => isInForce(waiver, on) && waivesNotRead(waiver)) : [];

/** That of the rows, and 3 where nothing stops and some of the evidence was not read, for which nobody answers: no answer passes for the whole then. */
export const exitOfCheck = (rows: readonly JudgedRow[], findings: readonly Pick<GraphFinding, "kind">[], gate: Pick<GateOptions, "waivers" | "on">): ExitCode =>
  exitOfRows(rows) || (findings.some(isNotRead) && acceptedNotRead(findings, gate).length === 0 ? 3 : 0);
