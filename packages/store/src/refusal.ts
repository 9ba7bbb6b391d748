import { problem, type Problem, type ProblemCode } from "@cleartitle/norms";

/** Ends an operation of the store for something that its caller can mend or wait for; nothing was written. Never for a bug. */
export class StoreRefusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, message: string, rest: Partial<Omit<Problem, "code" | "message">> = {}, cause?: unknown) {
    super(message, { cause });
    this.problem = problem(code, message, rest);
  }
}
