/** One thing that is wrong, as the API tells it. */
export interface ProblemEntry {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** Into the body, or `#query/NAME`. */
  readonly pointer: string | null;
}

/** A request that was refused, or that nobody answered (status 0). */
export class ApiProblem extends Error {
  constructor(readonly status: number, readonly problems: readonly ProblemEntry[], cause?: unknown) {
    super(problems[0]?.message ?? `the server answered ${status}`, { cause });
    this.name = "ApiProblem";
  }
}

const textOr = (value: unknown, other: string | null): string | null => (typeof value === "string" ? value : other);

function entryOf(value: unknown): ProblemEntry {
  const { code, message, hint, pointer } = (value ?? {}) as Record<string, unknown>;
  return { code: textOr(code, "bug")!, message: textOr(message, "something is wrong")!, hint: textOr(hint, null), pointer: textOr(pointer, null) };
}

/** The body of a refusal after RFC 9457, or whatever came instead of one. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const { problems, detail, title } = (body !== null && typeof body === "object" ? body : {}) as Record<string, unknown>;
  if (Array.isArray(problems) && problems.length > 0) return new ApiProblem(status, problems.map(entryOf));
  return new ApiProblem(status, [{ code: "bug", message: textOr(detail, textOr(title, `the server answered ${status}`))!, hint: status >= 500 ? "the log of the server tells more" : null, pointer: null }]);
}

/** What is wrong with one field of a body, in words. */
export const problemAt = (problem: unknown, pointer: string): string | null => (problem instanceof ApiProblem ? (problem.problems.find((each) => each.pointer === pointer || each.pointer?.startsWith(`${pointer}/`))?.message ?? null) : null);

/** What the parts of a body are wrapped in, which nobody wrote. */
const wrappers = new Set(["changes", "add", "described", "proposed"]);

/** Where in what was written something is wrong, in words; null: at nothing that somebody wrote. */
export function placeAt(pointer: string | null): string | null {
  const [, kind = "", rest = ""] = /^(#[^/]+)?\/(.*)$/s.exec(pointer ?? "") ?? [];
  if (kind !== "" && kind !== "#query") return null;
  const steps = rest.split("/").filter((step) => step !== "" && !wrappers.has(step)).map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step.replaceAll("~1", "/").replaceAll("~0", "~").replaceAll("_", " ")));
  return steps.length === 0 ? null : steps.join(", ");
}

/** Whether the same may be answered otherwise a moment later: nobody answered, the server failed or was busy, or the records have moved on. */
export const mayPass = (problem: unknown): boolean => !(problem instanceof ApiProblem) || problem.status >= 500 || [0, 408, 409, 412, 425, 429].includes(problem.status);

/** What keeps something from being asked at all, found here. */
export const problemHere = (message: string, hint: string | null = null): ApiProblem => new ApiProblem(422, [{ code: "usage", message, hint, pointer: null }]);
