import type { FactValue } from "@cleartitle/norms";
import { parseBounds, type Bounds } from "@cleartitle/title";
import type { AskedFact } from "./inquiry.js";

const amount = /^-?\d+(\.\d+)?$/;

/** What a written answer means for a fact of this type; null: it is no answer to it. */
export function readAnswer(text: string, type: AskedFact["type"], values: readonly string[] | null): FactValue | Bounds | null {
  if (type === "boolean") return text === "true" || text === "yes" ? true : text === "false" || text === "no" ? false : null;
  if (type === "enum") return (values ?? []).includes(text) ? text : null;
  if (type === "number") return amount.test(text) ? Number(text) : null;
  if (type === "quantity") return parseBounds(text);
  return text.trim() === "" || text.length > 500 ? null : text;
}
