/** Exit codes of the command line: what a shell or a CI job can tell apart. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 64 | 70 | 130;

/** Every kind of expected failure. A finding or a decision is a value, a bug throws: neither is in this list. */
export type ProblemCode =
  | "yaml-syntax" | "json-syntax" | "format-syntax" | "too-large" | "too-deep" | "too-many" | "several-documents" | "alias-forbidden" | "tag-forbidden"
  | "unknown-key" | "missing-key" | "duplicate-key" | "duplicate-id" | "wrong-type" | "bad-value"
  | "unknown-name" | "unknown-place" | "impossible-date" | "bad-period" | "bad-duration"
  | "dangling-reference" | "incomplete-table" | "incomplete-position" | "cyclic-hierarchy" | "contradiction" | "not-allowed"
  | "bad-expression" | "unsupported" | "unproven" | "not-found" | "conflict" | "io" | "usage"
  | "unauthenticated" | "forbidden" | "out-of-date" | "wrong-method" | "wrong-media-type" | "wrong-host" | "too-fast" | "unavailable";

/** One expected failure, with where it is and what to do about it. Fields that do not apply are null. */
export interface Problem {
  readonly code: ProblemCode;
  /** Lower case, the user's text in backticks, no names of ours. */
  readonly message: string;
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  /** From 1. */
  readonly column: number | null;
  /** JSON pointer into the document. */
  readonly pointer: string | null;
  readonly offending: string | null;
  readonly hint: string | null;
}

/** What a problem becomes at the two edges of the program. A code without a row does not compile. */
export const problemTable = {
  "yaml-syntax": { http: 400, exit: 3 },
  "json-syntax": { http: 400, exit: 3 },
  "format-syntax": { http: 400, exit: 3 },
  "too-large": { http: 413, exit: 3 },
  "too-deep": { http: 400, exit: 3 },
  "too-many": { http: 422, exit: 3 },
  "several-documents": { http: 400, exit: 3 },
  "alias-forbidden": { http: 400, exit: 3 },
  "tag-forbidden": { http: 400, exit: 3 },
  "unknown-key": { http: 422, exit: 3 },
  "missing-key": { http: 422, exit: 3 },
  "duplicate-key": { http: 422, exit: 3 },
  "duplicate-id": { http: 422, exit: 3 },
  "wrong-type": { http: 422, exit: 3 },
  "bad-value": { http: 422, exit: 3 },
  "unknown-name": { http: 422, exit: 3 },
  "unknown-place": { http: 422, exit: 3 },
  "impossible-date": { http: 422, exit: 3 },
  "bad-period": { http: 422, exit: 3 },
  "bad-duration": { http: 422, exit: 3 },
  "dangling-reference": { http: 422, exit: 3 },
  "incomplete-table": { http: 422, exit: 3 },
  "incomplete-position": { http: 422, exit: 3 },
  "cyclic-hierarchy": { http: 422, exit: 3 },
  contradiction: { http: 422, exit: 3 },
  "not-allowed": { http: 422, exit: 3 },
  "bad-expression": { http: 422, exit: 3 },
  unsupported: { http: 422, exit: 3 },
  // A record that does not show what it claims: it was read, and what was found stops.
  unproven: { http: 422, exit: 2 },
  "not-found": { http: 404, exit: 1 },
  conflict: { http: 409, exit: 1 },
  // The machine failed and not the program: its disk, its database, its network. It may work again later.
  io: { http: 503, exit: 1 },
  usage: { http: 400, exit: 64 },
  unauthenticated: { http: 401, exit: 1 },
  forbidden: { http: 403, exit: 1 },
  "out-of-date": { http: 412, exit: 1 },
  "wrong-method": { http: 405, exit: 64 },
  "wrong-media-type": { http: 415, exit: 64 },
  "wrong-host": { http: 421, exit: 1 },
  "too-fast": { http: 429, exit: 1 },
  unavailable: { http: 503, exit: 1 },
} as const satisfies Record<ProblemCode, { http: number; exit: ExitCode }>;

export const isProblemCode = (text: unknown): text is ProblemCode => typeof text === "string" && Object.hasOwn(problemTable, text);

/** A problem with every field that was not given set to null. */
export function problem(code: ProblemCode, message: string, rest: Partial<Omit<Problem, "code" | "message">> = {}): Problem {
  return { code, message, file: null, line: null, column: null, pointer: null, offending: null, hint: null, ...rest };
}

/** The exit code for a list of problems: of the first one, so that equal lists give equal codes; 0 for none. */
export const exitOf = (problems: readonly Problem[]): ExitCode => (problems[0] === undefined ? 0 : problemTable[problems[0].code].exit);

/** `file:line:column: message`, and the hint on a line of its own. */
export function formatProblem(p: Problem): string {
  const where = [p.file, p.line, p.line === null ? null : p.column].filter((x) => x !== null).join(":");
  const first = where === "" ? p.message : `${where}: ${p.message}`;
  return p.hint === null ? first : `${first}\n  hint: ${p.hint}`;
}

const order = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0);

/** Order by file, line, column, code, message: independent of the order in which checks run. */
export function compareProblems(a: Problem, b: Problem): number {
  return order(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || order(a.code, b.code) || order(a.message, b.message);
}
