import { problem, type Problem, type ProblemCode } from "@cleartitle/norms";

/** Ends a request for problems that the caller can mend; they are told all at once. Never for a bug. */
export class ApiStop extends Error {
  constructor(readonly problems: readonly Problem[], readonly headers: Readonly<Record<string, string>> = {}) {
    super(problems[0]?.message ?? "stopped");
  }
}

export const stopWith = (code: ProblemCode, message: string, rest: Partial<Omit<Problem, "code" | "message">> = {}): ApiStop => new ApiStop([problem(code, message, rest)]);
