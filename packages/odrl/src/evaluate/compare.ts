import { and, or, truthOf, type Truth } from "@cleartitle/norms";
import type { Value } from "../model/value.js";
import type { Operator } from "../model/vocabulary.js";
import type { TermWorld } from "./term-world.js";

type Order = "lt" | "lteq" | "gt" | "gteq" | "eq" | "neq";
const zone = 14n * 3_600_000n;

const decide = (all: boolean, none: boolean): Truth => (all ? "true" : none ? "false" : "unknown");

/** Compares a value somewhere in [low, high] with a block [from, to]: before it, after it, in it. */
function compareBlocks(low: bigint, high: bigint, from: bigint, to: bigint, operator: Order): Truth {
  if (operator === "lt") return decide(high < from, low >= from);
  if (operator === "lteq") return decide(high <= to, low > to);
  if (operator === "gt") return decide(low > to, high <= to);
  if (operator === "gteq") return decide(low >= from, high < from);
  const inside = decide(low >= from && high <= to, high < from || low > to);
  return operator === "eq" ? inside : inside === "unknown" ? "unknown" : truthOf(inside === "false");
}

/** Least and greatest length of a duration, from starts in long and short months, leap years and others. */
export function lengths(value: Value & { kind: "duration" }): readonly [bigint, bigint] {
  if (value.months === 0n) return [value.milliseconds, value.milliseconds];
  const sign = value.months < 0n ? -1n : 1n;
  const months = value.months * sign;
  const ends = [1696, 1697, 1903].flatMap((year) => [0, 1, 2, 6, 8].map((month) => {
    const start = Date.UTC(year, month, 1);
    return BigInt(Date.UTC(year, month + Number(months), 1) - start);
  })).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [short, long] = [sign * ends[0]!, sign * ends.at(-1)!];
  return sign < 0n ? [long + value.milliseconds, short + value.milliseconds] : [short + value.milliseconds, long + value.milliseconds];
}

/** Compares two values of one kind by size. Values of different kinds do not compare: unknown. */
export function compareValues(left: Value, operator: Order, right: Value): Truth {
  if (left.kind === "number" && right.kind === "number") return compareBlocks(left.amount, left.amount, right.amount, right.amount, operator);
  if (left.kind === "instant" && right.kind === "instant") {
    const slack = left.zoned === right.zoned ? 0n : zone;
    return compareBlocks(left.low - slack, left.high + slack, right.low, right.high, operator);
  }
  if (left.kind === "duration" && right.kind === "duration") {
    if (left.months === right.months && left.milliseconds === right.milliseconds) return truthOf(operator === "lteq" || operator === "gteq" || operator === "eq");
    const [low, high] = lengths(left);
    const [from, to] = lengths(right);
    return compareBlocks(low - to, high - from, 0n, 0n, operator);
  }
  if (left.kind === "text" && right.kind === "text" && (operator === "eq" || operator === "neq")) return truthOf((left.text === right.text) === (operator === "eq"));
  return "unknown";
}

export type Matching = "descent" | "identity";

/** Whether a value is the other one. Terms by name; a term and its text are the same. */
function same(left: Value, right: Value, terms: TermWorld): Truth {
  if (left.kind === "term" && right.kind === "term") return terms.same(left.iri, right.iri);
  if (left.kind === "term" || right.kind === "term") return "unknown";
  return compareValues(left, "eq", right);
}

/** Whether a value is the other or a kind (or part) of it. */
function under(left: Value, right: Value, terms: TermWorld, relation: "kind" | "part"): Truth {
  const identical = same(left, right, terms);
  if (identical === "true" || left.kind !== "term" || right.kind !== "term") return identical;
  return terms.under(left.iri, right.iri, relation);
}

const negated = (truth: Truth): Truth => (truth === "unknown" ? truth : truthOf(truth === "false"));

/** Any-of and none-of look through the hierarchy by `descent`: what lies under an excluded term is excluded. */
function listed(left: Value, right: readonly Value[], terms: TermWorld, matching: Matching): Truth {
  return or(right.map((each) => (matching === "identity" ? same(left, each, terms) : or([under(left, each, terms, "kind"), under(left, each, terms, "part")]))));
}

/** One value of a left operand against a test. */
export function test(left: Value, operator: Operator, right: readonly Value[], terms: TermWorld, matching: Matching): Truth {
  const first = right[0];
  if (first === undefined) return "unknown";
  switch (operator) {
    case "eq": return same(left, first, terms);
    case "neq": return negated(same(left, first, terms));
    case "lt": case "lteq": case "gt": case "gteq": return compareValues(left, operator, first);
    case "isA": return under(left, first, terms, "kind");
    case "isPartOf": return under(left, first, terms, "part");
    case "hasPart": return under(first, left, terms, "part");
    case "isAnyOf": return listed(left, right, terms, matching);
    case "isNoneOf": return negated(listed(left, right, terms, matching));
    case "isAllOf": return and(right.map((each) => same(left, each, terms)));
    default: throw new TypeError(`there is no operator ${String(operator)}`);
  }
}
