import type { LicenseClaim, Statement } from "./graph.js";

/** What says that nothing is asserted is no license and no absence of one: it is as if nothing were recorded. */
const noAssertion = "NOASSERTION";

/**
 * The value of a `license` statement: one SPDX expression as it is; a list with no operator one to a line.
 * `null` for an empty list: nothing recorded.
 */
export function licenseValue(expressions: readonly string[]): string | null {
  return expressions.length === 0 ? null : expressions.join("\n");
}

/** The expressions of a license value, in the order given. */
export function licenseExpressions(value: string): string[] {
  return value.split("\n").map((each) => each.trim()).filter((each) => each !== "" && each !== noAssertion);
}

/** The license that a statement records; `null` if the statement is about something else. */
export function licenseClaim(statement: Statement): LicenseClaim | null {
  if (statement.what !== "license") return null;
  return {
    statement: statement.id,
    expressions: statement.value === null ? [] : licenseExpressions(String(statement.value)),
    scope: statement.scope,
    part: statement.part,
    valid: statement.valid,
  };
}
