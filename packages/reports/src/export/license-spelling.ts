import { parseExpression, printExpression, spdxId } from "@cleartitle/norms";

/** What a name of a license is to SPDX: an id of the list, an expression, or a name of somebody's own. */
export type Spelling = "id" | "expression" | "name";

/** Only a name in SPDX's own spelling counts: whoever wrote `apache-2.0` is quoted, not corrected. */
export function spellingOf(name: string): Spelling {
  if (spdxId(name) === name) return "id";
  const { expression } = parseExpression(name);
  return expression !== null && !("none" in expression) && !("noAssertion" in expression) && printExpression(expression) === name ? "expression" : "name";
}
