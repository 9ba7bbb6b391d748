import { canonicalJson, problem, type Problem, sha256 } from "@cleartitle/norms";
import { z } from "zod";
import type { Negotiation, Package } from "../file/negotiation.js";

/** Letters of what is said beside a package. */
export const mostWords = 500;

/** `persona`: the language model that speaks for the simulated side: what it chooses no seed gives again. */
export const Head = z.strictObject({ number: z.literal(0), says: z.literal("begin"), negotiation: z.string(), file: z.string(), seed: z.number().int(), simulated: z.array(z.string()).max(2), persona: z.string().max(200).optional() });
export const Move = z.strictObject({ number: z.number().int().min(1), by: z.string(), says: z.enum(["offer", "accept", "leave"]), settled: z.record(z.string(), z.string()).optional(), words: z.string().max(mostWords).regex(/^[^\p{Cc}]*$/u).optional(), previous: z.string() });

export type Head = z.infer<typeof Head>;
export type Move = z.infer<typeof Move>;

/** What was said so far, in order. A record is only added to: each line names the one before by its digest. */
export interface SessionRecord {
  readonly head: Head;
  readonly moves: readonly Move[];
  /** Digest of the last line. */
  readonly last: string;
}

const lineOf = (entry: Head | Move): string => canonicalJson(entry);

export const begun = (head: Omit<Head, "number" | "says">): SessionRecord => {
  const whole: Head = { number: 0, says: "begin", ...head };
  return { head: whole, moves: [], last: sha256(lineOf(whole)) };
};

/** The record with one move more. */
export function withMove(record: SessionRecord, move: Pick<Move, "by" | "says" | "settled" | "words">): SessionRecord {
  const whole: Move = { number: record.moves.length + 1, by: move.by, says: move.says, ...(move.settled === undefined ? {} : { settled: move.settled }), ...(move.words === undefined ? {} : { words: move.words }), previous: record.last };
  return { ...record, moves: [...record.moves, whole], last: sha256(lineOf(whole)) };
}

export const textOf = ({ head, moves }: SessionRecord, from = 0): string => [head, ...moves].slice(from).map((entry) => `${lineOf(entry)}\n`).join("");

const most = 10_000;

/** Reads a record, and checks that nothing in it was changed, taken out or put in. */
export function readRecord(text: string, file: string): { readonly record: SessionRecord | null; readonly problems: readonly Problem[] } {
  const fault = (line: number, message: string, code: Problem["code"] = "unproven"): { readonly record: null; readonly problems: readonly Problem[] } => ({ record: null, problems: [problem(code, message, { file, line, hint: "a record of positions is only added to, by `cleartitle negotiate`" })] });
  const lines = text.split("\n");
  if (lines.pop() !== "") return fault(lines.length + 1, "the last line is not whole");
  if (lines.length > most) return fault(most, `more than ${most} lines`, "too-many");
  let record: SessionRecord | null = null;
  for (const [index, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return fault(index + 1, "the line is no entry of a record", "json-syntax");
    }
    if (record === null) {
      const head = Head.safeParse(value);
      if (!head.success) return fault(1, "the record has no beginning", "bad-value");
      record = { head: head.data, moves: [], last: sha256(line) };
      continue;
    }
    const move = Move.safeParse(value);
    if (!move.success) return fault(index + 1, "the line is no entry of a record", "bad-value");
    if (move.data.number !== index || move.data.previous !== record.last) return fault(index + 1, "it does not follow the line before: something was changed, taken out or put in");
    record = { ...record, moves: [...record.moves, move.data], last: sha256(line) };
  }
  return record === null ? fault(1, "the record is empty", "bad-value") : { record, problems: [] };
}

export const settledAs = ({ issues }: Pick<Negotiation, "issues">, settled: Package): Readonly<Record<string, string>> => Object.fromEntries(issues.map(({ id }, index) => [id, settled[index]!]));

/** The package of a move; null: it names none, or not one of this negotiation. */
export function packageOf({ issues }: Pick<Negotiation, "issues">, settled: Readonly<Record<string, string>> | undefined): Package | null {
  if (settled === undefined) return null;
  const options = issues.map(({ id, options: known }) => (Object.hasOwn(settled, id) && Object.hasOwn(known, settled[id]!) ? settled[id]! : null));
  return options.includes(null) || Object.keys(settled).length !== issues.length ? null : (options as Package);
}
