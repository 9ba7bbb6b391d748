import type { Problem } from "@cleartitle/norms";
import { readRecord, type SessionRecord, textOf } from "../session/record.js";
import type { KeptStep, RecordedStep } from "./step.js";

type Of<S extends KeptStep["step"]> = Extract<KeptStep, { readonly step: S }>;

interface Told {
  readonly by: string;
  readonly at: string;
}

/** A version of the file. */
interface KeptFile extends Told {
  /** From 1. */
  readonly number: number;
  readonly digest: string;
  readonly agreement: string | null;
  readonly text: string;
}

/** A session, on the file, the deal and the records as they were when it was begun. */
export interface KeptSession extends Told {
  /** From 1. */
  readonly number: number;
  /** Of the file. */
  readonly version: number;
  readonly changeSet: number;
  /** Text of the deal; null: there is none. */
  readonly deal: string | null;
  readonly record: SessionRecord;
  /** Who recorded each move, and when. */
  readonly told: readonly Told[];
  /** Empty: its lines follow each other as they were recorded. */
  readonly problems: readonly Problem[];
}

/** A negotiation as its steps say. */
export interface KeptNegotiation {
  readonly id: string;
  readonly steps: number;
  readonly changedAt: string;
  readonly files: readonly KeptFile[];
  readonly sessions: readonly KeptSession[];
}

function sessionOf(content: Of<"begin">, { text, by, at }: RecordedStep, moves: readonly RecordedStep[]): KeptSession {
  const name = `session ${content.session}`;
  const lines = textOf({ head: content.head, moves: moves.map((each) => (each.content as Of<"move">).move), last: "" });
  const { record, problems } = readRecord(lines, name);
  // Of one that was altered the beginning is told, and that it was altered.
  const begun = record ?? readRecord(textOf({ head: content.head, moves: [], last: "" }), name).record!;
  return { number: content.session, version: content.version, changeSet: content.changeSet, deal: text, by, at, record: begun, problems, told: moves.map((each) => ({ by: each.by, at: each.at })) };
}

/** Puts a negotiation together from its steps; null: there are none. */
export function keptNegotiation(id: string, steps: readonly RecordedStep[]): KeptNegotiation | null {
  const last = steps.at(-1);
  if (last === undefined) return null;
  const files = steps.flatMap(({ content, text, by, at }): Omit<KeptFile, "number">[] => (content.step === "file" ? [{ digest: content.digest, agreement: content.agreement, text: text!, by, at }] : []));
  const sessions = steps.flatMap((step) => (step.content.step === "begin" ? [sessionOf(step.content, step, steps.filter(({ content }) => content.step === "move" && content.session === (step.content as Of<"begin">).session))] : []));
  return { id, steps: steps.length, changedAt: last.at, files: files.map((file, index) => ({ number: index + 1, ...file })), sessions };
}
