import type { Condition, Norm } from "@cleartitle/norms";
import type { World } from "../world.js";
import type { AskedFact, FactNeed, PossibleAnswer } from "./inquiry.js";

/** Ranges of an amount that are told apart at most. */
const mostRanges = 6;

/** An amount from which on something else holds, and the currency in which a text counts it. */
interface Cut {
  readonly from: number;
  readonly unit: string;
}

/** The bounds that texts set for a quantity. */
function boundsIn(condition: Condition | undefined, quantity: string): Cut[] {
  if (condition === undefined || typeof condition !== "object") return [];
  if ("all" in condition) return condition.all.flatMap((each) => boundsIn(each, quantity));
  if ("any" in condition) return condition.any.flatMap((each) => boundsIn(each, quantity));
  if ("none" in condition) return condition.none.flatMap((each) => boundsIn(each, quantity));
  if ("position" in condition) return Object.values(condition.options).flatMap((each) => boundsIn(each, quantity));
  if (!("quantity" in condition) || condition.quantity !== quantity) return [];
  const over = condition.atMost ?? condition.above;
  // Amounts are counted in whole units: beyond a bound that is still within begins the next one.
  return [{ from: over === undefined ? (condition.below ?? condition.atLeast!) : over + 1, unit: condition.unit ?? "" }];
}

/** The ranges of an amount between the bounds that the texts in question set: within each one answer holds. */
function rangesOf(fact: string, needs: readonly FactNeed[], { catalogue, graph }: World): string[] {
  const norms = [...new Set(needs.map((n) => n.instrument))].flatMap((id): readonly Norm[] => (id === null ? [] : ((catalogue.laws.get(id) ?? catalogue.instruments.get(id) ?? graph.instruments.get(id))?.norms ?? [])));
  const found = norms.flatMap((norm) => boundsIn(norm.if, fact));
  const [unit, ...others] = new Set(found.map((each) => each.unit));
  const isMoney = catalogue.taxonomies.quantities.get(fact)?.unit === "currency";
  // In which of several currencies the amount is, is for who answers to say.
  if (unit === undefined || others.length > 0 || (isMoney && unit === "")) return [];
  const cuts = [...new Set(found.map((each) => each.from))].toSorted((a, b) => a - b).slice(0, mostRanges - 1);
  const ranges = [`..${cuts[0]! - 1}`, ...cuts.map((from, i) => (cuts[i + 1] === undefined ? `${from}..` : `${from}..${cuts[i + 1]! - 1}`))];
  return isMoney ? ranges.map((range) => `${range} ${unit}`) : ranges;
}

/** What can be answered, where answers can be listed: yes and no, the values of a list, the ranges between the bounds of texts. */
export function possibleAnswers(question: Pick<AskedFact, "fact" | "of" | "type"> & { readonly values: readonly string[] | null }, needs: readonly FactNeed[], world: World): PossibleAnswer[] {
  const { fact, of, type } = question;
  const values = type === "boolean" ? ["true", "false"] : type === "enum" ? (question.values ?? []) : type === "quantity" ? rangesOf(fact, needs, world) : [];
  return values.map((value) => ({ value, write: `${fact}@${of}=${value}`, effects: null, exposure: null }));
}
