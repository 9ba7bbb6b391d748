import type { AtomicConstraint, Constraint } from "../model/policy.js";
import type { Value } from "../model/value.js";
import { odrl, type Operator } from "../model/vocabulary.js";
import type { Matching } from "../evaluate/compare.js";

/** A test with the value it is made against; `listed` operators are taken apart before. */
export interface Literal {
  readonly constraint: AtomicConstraint;
  readonly operator: Exclude<Operator, "isAnyOf" | "isNoneOf" | "isAllOf">;
  readonly right: Value;
  readonly negated: boolean;
}

/** What must hold, over the values of one act. `open`: nobody here can say. */
export type Formula =
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "all" | "any"; readonly parts: readonly Formula[] }
  | { readonly kind: "open"; readonly why: string };

/** A way to meet a formula: tests that hold together, and what stays open. */
export interface Branch {
  readonly literals: readonly Literal[];
  readonly open: readonly string[];
}

const all = (parts: readonly Formula[]): Formula => ({ kind: "all", parts });
const any = (parts: readonly Formula[]): Formula => ({ kind: "any", parts });
export const anything: Formula = all([]);

const opposite: Partial<Record<Literal["operator"], Literal["operator"]>> = { eq: "neq", neq: "eq", lt: "gteq", gteq: "lt", gt: "lteq", lteq: "gt" };

export function negate(formula: Formula): Formula {
  if (formula.kind === "open") return formula;
  if (formula.kind !== "literal") return { kind: formula.kind === "all" ? "any" : "all", parts: formula.parts.map(negate) };
  const { literal } = formula;
  const flipped = opposite[literal.operator];
  return { kind: "literal", literal: flipped === undefined ? { ...literal, negated: !literal.negated } : { ...literal, operator: flipped } };
}

function compared(constraint: AtomicConstraint, operator: Literal["operator"], right: Value): Formula {
  return { kind: "literal", literal: { constraint, operator, right, negated: false } };
}

/** One of a list: the same term, or by descent also what lies under it. */
function oneOf(constraint: AtomicConstraint, matching: Matching): Formula {
  return any(constraint.right.flatMap((each) =>
    matching === "identity" || each.kind !== "term" ? [compared(constraint, "eq", each)] : [compared(constraint, "isA", each), compared(constraint, "isPartOf", each)]));
}

function atomic(constraint: AtomicConstraint, matching: Matching): Formula {
  if (constraint.reference !== null) return { kind: "open", why: `the right operand stands elsewhere: ${constraint.reference}` };
  if (constraint.test !== null && constraint.right.length === 0) return { kind: "open", why: "a test of a profile" };
  const [first] = constraint.right;
  if (first === undefined) return { kind: "open", why: "there is no right operand" };
  if (constraint.operator === "isAnyOf") return oneOf(constraint, matching);
  if (constraint.operator === "isNoneOf") return negate(oneOf(constraint, matching));
  if (constraint.operator === "isAllOf") return constraint.right.length === 1 ? compared(constraint, "eq", first) : { kind: "open", why: "`isAllOf` speaks of a set of values" };
  return compared(constraint, constraint.operator, first);
}

/** The delays of a sequence add up, and all of them pass within the time that elapses. */
function sequence(steps: readonly Constraint[], matching: Matching): Formula {
  const delays = steps.filter((each): each is AtomicConstraint => each.kind === "atomic" && each.left === `${odrl}delayPeriod` && ["eq", "gt", "gteq"].includes(each.operator));
  const rest = all(steps.filter((each) => !delays.includes(each as AtomicConstraint)).map((each) => formulaOf(each, matching)));
  const lengths = delays.flatMap((each) => each.right.filter((value) => value.kind === "duration"));
  if (delays.length === 0 || lengths.length !== delays.length) return rest;
  const months = lengths.reduce((sum, each) => sum + each.months, 0n);
  const milliseconds = lengths.reduce((sum, each) => sum + each.milliseconds, 0n);
  const total: Value = { kind: "duration", months, milliseconds, text: `P${months}MT${milliseconds / 1000n}S` };
  const strict = delays.some((each) => each.operator === "gt");
  return all([rest, compared({ ...delays[0]!, left: `${odrl}elapsedTime`, operator: strict ? "gt" : "gteq", right: [total] }, strict ? "gt" : "gteq", total)]);
}

/** A constraint as a formula. */
export function formulaOf(constraint: Constraint, matching: Matching): Formula {
  if (constraint.kind === "unsupported") return { kind: "open", why: `${constraint.path}: ${constraint.why}` };
  if (constraint.kind === "atomic") return atomic(constraint, matching);
  if (constraint.kind === "andSequence") return sequence(constraint.operands, matching);
  const parts = constraint.operands.map((each) => formulaOf(each, matching));
  if (constraint.kind === "and") return all(parts);
  if (constraint.kind === "or") return any(parts);
  if (constraint.kind === "none") return all(parts.map(negate));
  return any(parts.map((part, index) => all([part, ...parts.filter((_, other) => other !== index).map(negate)])));
}

/** Above this many branches nobody looks on: the answer is unknown. */
const most = 20_000;

/** Every way to meet a formula. null: too many. */
export function branches(formula: Formula): readonly Branch[] | null {
  if (formula.kind === "open") return [{ literals: [], open: [formula.why] }];
  if (formula.kind === "literal") return [{ literals: [formula.literal], open: [] }];
  const parts: (readonly Branch[])[] = [];
  for (const each of formula.parts) {
    const inner = branches(each);
    if (inner === null) return null;
    parts.push(inner);
  }
  if (formula.kind === "any") {
    const flat = parts.flat();
    return flat.length > most ? null : flat;
  }
  let joined: readonly Branch[] = [{ literals: [], open: [] }];
  for (const part of parts) {
    if (joined.length * part.length > most) return null;
    joined = joined.flatMap((one) => part.map((other) => ({ literals: [...one.literals, ...other.literals], open: [...one.open, ...other.open] })));
  }
  return joined;
}
