import type { Decision } from "../decision.js";
import { sayAmount } from "./amount.js";
import { sayList, sayPlaces } from "./list.js";
import { plainWords, sayAction, sayField, sayInstrument, type Wording } from "./names.js";

/** The question in one sentence. */
export function sayUse(decision: Decision, wording: Wording): string {
  const { use } = decision;
  const purpose = use.purpose.length === 0 ? "" : `, for ${sayList(use.purpose.map(plainWords))} purposes`;
  const fields = use.field.filter((id) => id !== "general").map((id) => sayField(id, wording));
  const field = fields.length === 0 ? "" : ` (${sayList(fields)})`;
  const scale = Object.entries(use.scale).map(([what, amount]) => `${sayAmount(amount)} ${plainWords(what)}`);
  const at = scale.length === 0 ? "" : `, at ${sayList(scale)}`;
  const as = use.as === null ? "" : `, under ${sayInstrument(use.as, wording)}`;
  const actions = use.actions.map((action, nth) => sayAction(action, nth === 0 ? use.of : "it", wording));
  return `May ${use.actor} ${sayList(actions)}${purpose}${field}, in ${sayPlaces(use.in, { ...wording, all: [] })}, on ${use.on}${at}${as}?`;
}
