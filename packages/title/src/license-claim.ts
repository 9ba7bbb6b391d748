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

/** Words in a place for licenses by which whoever fills it in says that they do not know. `other`, `custom` or `no license` say something. */
const notKnown: ReadonlySet<string> = new Set(["unknown", "unspecified", "not specified", "none specified", "not known", "unknown license", "license unknown", "license information unavailable"]);

/**
 * What names of licenses come to where none of them is one: nothing at all, that nothing is asserted, or that it is not known. `null` where one is named,
 * and for `NONE`, which is a claim. A word of not knowing among licenses that are named stands for a license of its own.
 */
export function unsaid(names: readonly string[]): "empty" | "NOASSERTION" | "unknown" | null {
  if (names.length === 0) return "empty";
  if (names.every((name) => name.toUpperCase() === noAssertion)) return noAssertion;
  return names.every((name) => name.toUpperCase() === noAssertion || notKnown.has(name.toLowerCase())) ? "unknown" : null;
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
