import type { FactValue } from "@cleartitle/norms";
import type { Bounds } from "@cleartitle/title";
import type { AskedFact } from "./inquiry.js";

const amount = /^-?\d+(\.\d+)?$/;

/** `A..B`, `A..`, `..B` or one amount; null: none of these. */
function boundsOf(text: string): Bounds | null {
  if (amount.test(text)) return { atLeast: Number(text), atMost: Number(text) };
  const [, low, high] = /^(-?[\d.]*?)\.\.(-?[\d.]*)$/.exec(text) ?? [];
  if (low === undefined || high === undefined || (low === "" && high === "")) return null;
  if ((low !== "" && !amount.test(low)) || (high !== "" && !amount.test(high))) return null;
  const bounds = { atLeast: low === "" ? null : Number(low), atMost: high === "" ? null : Number(high) };
  return bounds.atLeast !== null && bounds.atMost !== null && bounds.atLeast > bounds.atMost ? null : bounds;
}

/** What a written answer means for a fact of this type; null: it is no answer to it. */
export function readAnswer(text: string, type: AskedFact["type"], values: readonly string[] | null): FactValue | Bounds | null {
  if (type === "boolean") return text === "true" || text === "yes" ? true : text === "false" || text === "no" ? false : null;
  if (type === "enum") return (values ?? []).includes(text) ? text : null;
  if (type === "number") return amount.test(text) ? Number(text) : null;
  if (type === "quantity") return boundsOf(text);
  return text.trim() === "" || text.length > 500 ? null : text;
}
