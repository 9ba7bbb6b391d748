import { and, not, or, truthOf, type Truth } from "@cleartitle/norms";
import type { AtomicConstraint, Constraint } from "../model/policy.js";
import { inUnit, printValue, type Value } from "../model/value.js";
import { odrl } from "../model/vocabulary.js";
import { compareValues, test, type Matching } from "./compare.js";
import type { TermWorld } from "./term-world.js";
import { sameScheme, type Features } from "./world.js";

/** What a constraint is judged by. */
export interface Bearings {
  readonly features: Features;
  readonly now: Value | null;
  /** Constraint → when it was satisfied, where somebody reported it. */
  readonly satisfied: ReadonlyMap<string, Value>;
  readonly terms: TermWorld;
  readonly matching: Matching;
  /** Left operands that are worked out from the time. */
  readonly derived: ReadonlyMap<string, "day-of-week">;
  /** Properties of one party or asset, for refinements of collections. */
  readonly propertiesOf?: (left: string) => readonly Value[];
}

/** One constraint with how it came out. */
export interface ConstraintReport {
  readonly constraint: string;
  readonly path: string;
  readonly kind: Constraint["kind"];
  readonly truth: Truth;
  /** For atomic ones: the values compared. */
  readonly left: { readonly operand: string; readonly values: readonly Value[] } | null;
  readonly operator: string | null;
  readonly right: readonly Value[];
  readonly inner: readonly ConstraintReport[];
  readonly why: string | null;
}

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const week = 7n * 86_400_000n;

function dayOfWeek(now: Value): readonly Value[] {
  if (now.kind !== "instant") return [];
  // The first of January 1970 was a Thursday.
  const since = (((now.low + 4n * 86_400_000n) % week) + week) % week;
  return [{ kind: "text", text: days[Number(since / 86_400_000n)]! }];
}

/** Values of a left operand, by its name, else by the unit it is measured in; none: not known. */
function valuesOf({ left, unit }: AtomicConstraint, { features, now, derived, propertiesOf }: Bearings): readonly Value[] {
  if (left === `${odrl}dateTime`) return now === null ? [] : [now];
  const own = propertiesOf?.(left) ?? [];
  if (own.length > 0) return own;
  const named = features.get(sameScheme(left));
  if (named !== undefined) return named;
  const measured = unit === null ? undefined : features.get(sameScheme(unit));
  if (measured !== undefined) return measured.map((each) => inUnit(each, unit));
  return derived.get(left) === "day-of-week" && now !== null ? dayOfWeek(now) : [];
}

/** Amounts are compared in one unit: none is converted, and one without a unit may be in any. */
function unitFault({ unit }: AtomicConstraint, values: readonly Value[]): string | null {
  if (unit === null) return null;
  const units = values.map((each) => (each.kind === "number" ? (each.unit ?? null) : unit));
  if (units.includes(null)) return "the unit of the amount is not known";
  return units.every((each) => sameScheme(each!) === sameScheme(unit)) ? null : "the amounts are in different units";
}

function rightOf(constraint: AtomicConstraint, { features, now }: Bearings): readonly Value[] {
  if (constraint.reference !== null) return features.get(sameScheme(constraint.reference)) ?? [];
  return constraint.right.flatMap((each) => (each.kind === "term" && each.iri === `${odrl}policyUsage` ? (now === null ? [] : [now]) : [each]));
}

function atomic(constraint: AtomicConstraint, bearings: Bearings): ConstraintReport {
  const values = valuesOf(constraint, bearings);
  const right = rightOf(constraint, bearings);
  const single = (value: Value): Truth =>
    constraint.left === `${odrl}event` && value.kind === "instant" && right[0]?.kind === "instant" && constraint.operator in { lt: 1, lteq: 1, gt: 1, gteq: 1, eq: 1 }
      ? compareValues(value, constraint.operator as "lt", right[0])
      : test(value, constraint.operator, right, bearings.terms, bearings.matching);
  const fault = values.length === 0 ? `no value of \`${constraint.left}\` is known` : right.length === 0 ? "the right operand is not known" : unitFault(constraint, values);
  // All of: the values together; every other operator: each value asked.
  const truth = fault !== null ? "unknown" : constraint.operator === "isAllOf"
    ? and(right.map((each) => or(values.map((value) => test(value, "eq", [each], bearings.terms, bearings.matching)))))
    : and(values.map(single));
  return { constraint: constraint.id, path: constraint.path, kind: "atomic", truth, left: { operand: constraint.left, values }, operator: constraint.operator, right, inner: [], why: fault };
}

/** Exactly one holds; unknown as soon as one more or less could. */
function exactlyOne(values: readonly Truth[]): Truth {
  const holds = values.filter((each) => each === "true").length;
  const open = values.filter((each) => each === "unknown").length;
  if (holds > 1) return "false";
  return open > 0 ? "unknown" : truthOf(holds === 1);
}

/** All of them, each no sooner than the one before it. That all hold says nothing of their order. */
function inOrder(steps: readonly ConstraintReport[], { satisfied }: Bearings): Truth {
  const all = and(steps.map((each) => each.truth));
  if (all !== "true" || steps.length < 2) return all;
  const times = steps.map((each) => satisfied.get(each.constraint));
  return and(times.slice(1).map((time, before): Truth => (time === undefined || times[before] === undefined ? "unknown" : compareValues(time, "gteq", times[before]))));
}

/** Judges one constraint in three values. An unsupported one is unknown. */
export function judge(constraint: Constraint, bearings: Bearings): ConstraintReport {
  if (constraint.kind === "atomic") return atomic(constraint, bearings);
  const bare = { constraint: constraint.id, path: constraint.path, kind: constraint.kind, left: null, operator: null, right: [] };
  if (constraint.kind === "unsupported") return { ...bare, truth: "unknown", inner: [], why: constraint.why };
  const inner = constraint.operands.map((each) => judge(each, bearings));
  const values = inner.map((each) => each.truth);
  const truth = constraint.kind === "or" ? or(values) : constraint.kind === "xone" ? exactlyOne(values) : constraint.kind === "none" ? not(or(values)) : constraint.kind === "andSequence" ? inOrder(inner, bearings) : and(values);
  const unordered = constraint.kind === "andSequence" && truth === "unknown" && and(values) === "true";
  return { ...bare, truth, inner, why: unordered ? "all of the steps hold, and nobody says in which order they came" : null };
}

/** Left operands whose values are not known, in a constraint that came out unknown. */
export function missingIn(reports: readonly ConstraintReport[]): readonly string[] {
  return reports.filter((each) => each.truth === "unknown").flatMap((each) => (each.left !== null && each.left.values.length === 0 ? [each.left.operand] : missingIn(each.inner)));
}

/** A constraint in words: `purpose = [research] isA commercial: false`. */
export function sayConstraint(each: ConstraintReport): string {
  if (each.left === null) return `${each.kind}: ${each.truth}`;
  return `${each.left.operand} [${each.left.values.map(printValue).join(", ")}] ${each.operator} ${each.right.map(printValue).join(", ")}: ${each.truth}`;
}
