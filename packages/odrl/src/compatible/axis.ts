import type { Truth } from "@cleartitle/norms";
import type { TermWorld } from "../evaluate/term-world.js";
import { lengths } from "../evaluate/compare.js";
import { printValue, type Value } from "../model/value.js";
import { odrl } from "../model/vocabulary.js";
import type { Literal } from "./formula.js";

/** Whether some value of an operand meets all tests on it, and one that does. */
export interface Found {
  readonly truth: Truth;
  readonly witness: string | null;
}

const unknown: Found = { truth: "unknown", witness: null };
const zone = 14n * 3_600_000n;

/** A block that a test compares with, in half steps, so that there is always a point between two others. */
interface Block {
  readonly operator: Literal["operator"];
  readonly from: bigint;
  readonly to: bigint;
}

const meets = (point: bigint, { operator, from, to }: Block): boolean => {
  if (operator === "lt") return point < from;
  if (operator === "lteq") return point <= to;
  if (operator === "gt") return point > to;
  if (operator === "gteq") return point >= from;
  return (from <= point && point <= to) === (operator === "eq");
};

/** A block that may lie off by `slack`, drawn so that its test holds as often as it could (`wide`), or as seldom. */
function widen({ operator, from, to }: Block, [low, high]: readonly [bigint, bigint], wide: boolean): Block | null {
  if (operator === "eq") return wide ? { operator, from: from + low, to: to + high } : { operator, from: from + high, to: to + low };
  if (operator === "neq") return wide ? (low === high ? { operator, from, to } : null) : { operator, from: from + low, to: to + high };
  const shift = (operator === "lt" || operator === "lteq") === wide ? high : low;
  return { operator, from: from + shift, to: to + shift };
}

type Drawn = readonly { readonly block: Block; readonly slack: readonly [bigint, bigint] }[];

/** Tests as blocks of numbers, with how far each may be off. null: a value has no size. */
function drawn(literals: readonly Literal[]): Drawn | null {
  const values = literals.map((each) => each.right);
  const kind = values[0]?.kind;
  if (literals.some((each) => each.negated || each.right.kind !== kind)) return null;
  const mixed = values.some((each) => each.kind === "instant" && each.zoned) && values.some((each) => each.kind === "instant" && !each.zoned);
  const inMonths = values.every((each) => each.kind === "duration" && each.milliseconds === 0n);
  const blocks = literals.map(({ operator, right }) => {
    if (right.kind === "number") return { block: { operator, from: right.amount * 2n, to: right.amount * 2n }, slack: [0n, 0n] as const };
    if (right.kind === "instant") return { block: { operator, from: right.low * 2n, to: right.high * 2n }, slack: mixed ? [-zone * 2n, zone * 2n] : [0n, 0n] };
    if (right.kind !== "duration") return null;
    if (inMonths) return { block: { operator, from: right.months * 2n, to: right.months * 2n }, slack: [0n, 0n] as const };
    const [short, long] = lengths(right);
    return { block: { operator, from: short * 2n, to: short * 2n }, slack: [0n, (long - short) * 2n] as const };
  });
  return blocks.includes(null) ? null : (blocks as Drawn);
}

/** Points where the answer can change, and those between and beyond them. */
function points(blocks: readonly Block[], step: bigint): readonly bigint[] {
  const ends = blocks.flatMap((each) => [each.from, each.to]);
  const around = ends.flatMap((each) => [each - 1n, each, each + 1n]);
  if (step === 1n) return around;
  return ends.flatMap((each) => {
    const down = each - (((each % step) + step) % step);
    return [down - step, down, down + step];
  });
}

/** Left operands that count whole things, or that are never below zero. */
const whole = new Set([`${odrl}count`]);
const unsigned = new Set(["count", "payAmount", "absoluteSize", "relativeSize", "resolution", "elapsedTime", "delayPeriod", "meteredTime"].map((name) => odrl + name));

function blocksOf(drawing: Drawn, operand: string, wide: boolean): readonly Block[] {
  const bounds = operand === `${odrl}percentage` ? [{ operator: "gteq" as const, from: 0n, to: 0n }, { operator: "lteq" as const, from: 200n * 10n ** 18n, to: 200n * 10n ** 18n }] : unsigned.has(operand) ? [{ operator: "gteq" as const, from: 0n, to: 0n }] : [];
  return [...drawing.map(({ block, slack }) => widen(block, slack, wide)).filter((each) => each !== null), ...bounds];
}

function say(point: bigint, sample: Value): string {
  const half = point / 2n;
  if (sample.kind === "number") {
    const text = (half < 0n ? -half : half).toString().padStart(19, "0");
    return `${half < 0n ? "-" : ""}${text.slice(0, -18)}${`.${text.slice(-18)}`.replace(/\.?0+$/, "")}`;
  }
  if (sample.kind === "instant") return Math.abs(Number(half)) < 8.64e15 ? new Date(Number(half)).toISOString() : "at any time";
  return sample.kind === "duration" && sample.milliseconds === 0n && sample.months !== 0n ? `P${half}M` : `PT${half / 1000n}S`;
}

/** Whether one number, instant or duration meets all tests. */
export function sized(operand: string, literals: readonly Literal[]): Found {
  const drawing = drawn(literals);
  if (drawing === null) return unknown;
  const step = whole.has(operand) ? 2n * 10n ** 18n : 1n;
  const find = (wide: boolean): bigint | undefined => {
    const blocks = blocksOf(drawing, operand, wide);
    return points(blocks, step).find((point) => blocks.every((each) => meets(point, each)));
  };
  if (find(true) === undefined) return { truth: "false", witness: null };
  const point = find(false);
  return point === undefined ? unknown : { truth: "true", witness: say(point, literals[0]!.right) };
}

/** The time that is metered is within the time that elapses: whether both can be had together. */
export function meteredWithin(metered: readonly Literal[], elapsed: readonly Literal[]): Found {
  const [one, other] = [drawn(metered), drawn(elapsed)];
  if (one === null || other === null || [...metered, ...elapsed].some((each) => each.right.kind !== "duration" || each.right.months !== 0n)) return unknown;
  const [low, high] = [blocksOf(one, `${odrl}meteredTime`, true), blocksOf(other, `${odrl}elapsedTime`, true)];
  const all = points([...low, ...high], 1n);
  const least = all.filter((point) => low.every((each) => meets(point, each))).toSorted((a, b) => (a < b ? -1 : 1))[0];
  const greatest = all.filter((point) => high.every((each) => meets(point, each))).toSorted((a, b) => (a < b ? -1 : 1)).at(-1);
  return least === undefined || greatest === undefined || least > greatest ? { truth: "false", witness: null } : { truth: "true", witness: `${say(least, metered[0]!.right)} within ${say(greatest, metered[0]!.right)}` };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Recurring intervals meet when their starts lie a multiple of the common measure apart. */
export function recurring(literals: readonly Literal[]): Found {
  if (literals.some((each) => each.operator !== "eq" || each.negated || each.right.kind !== "duration")) return unknown;
  let open = false;
  for (const [index, one] of literals.entries()) {
    for (const other of literals.slice(index + 1)) {
      const [a, b] = [one.right, other.right];
      if (a.kind !== "duration" || b.kind !== "duration") return unknown;
      const [from, to] = [one.constraint.anchor, other.constraint.anchor];
      const equal = a.months === b.months && a.milliseconds === b.milliseconds;
      if (from?.kind === "instant" && to?.kind === "instant" && a.months === 0n && b.months === 0n && a.milliseconds > 0n && b.milliseconds > 0n) {
        if ((from.low - to.low) % gcd(a.milliseconds, b.milliseconds) !== 0n) return { truth: "false", witness: null };
      } else if (!equal) open = true;
    }
  }
  return open ? unknown : { truth: "true", witness: printValue(literals[0]!.right) };
}

/** A term (or text) against one test, in three values. */
function holds(candidate: Value, { operator, right, negated }: Literal, terms: TermWorld): Truth {
  const flip = (truth: Truth): Truth => (truth === "unknown" ? truth : (truth === "true") === negated ? "false" : "true");
  const same = candidate.kind === "term" && right.kind === "term" ? terms.same(candidate.iri, right.iri) : candidate.kind === "text" && right.kind === "text" ? (candidate.text === right.text ? "true" : "false") : "unknown";
  if (operator === "eq") return flip(same);
  if (operator === "neq") return flip(same === "unknown" ? same : same === "true" ? "false" : "true");
  if (candidate.kind !== "term" || right.kind !== "term") return "unknown";
  if (operator === "isA") return flip(terms.under(candidate.iri, right.iri, "kind"));
  if (operator === "isPartOf") return flip(terms.under(candidate.iri, right.iri, "part"));
  return operator === "hasPart" ? flip(terms.under(right.iri, candidate.iri, "part")) : "unknown";
}

const relation = (operator: Literal["operator"]): "kind" | "part" | null => (operator === "isA" ? "kind" : operator === "isPartOf" ? "part" : null);

/** Two tests that no term meets together, whatever terms there are. */
function excludeEachOther(one: Literal, other: Literal, terms: TermWorld): boolean {
  const [a, b] = [one.right, other.right];
  if (a.kind !== "term" || b.kind !== "term") return false;
  const [r, s] = [relation(one.operator), relation(other.operator)];
  if (r !== null && s !== null && !one.negated && !other.negated) return terms.apart(a.iri, b.iri);
  if (r !== null && r === s && !one.negated && other.negated) return terms.under(a.iri, b.iri, r) === "true";
  return other.operator === "hasPart" && r === "part" && !one.negated && !other.negated && terms.under(b.iri, a.iri, "part") === "false";
}

/** Whether some term meets all tests: one that is known, or surely none. */
export function termed(literals: readonly Literal[], terms: TermWorld): Found {
  const pinned = literals.find((each) => each.operator === "eq" && !each.negated);
  const named = literals.map((each) => each.right);
  const candidates: readonly Value[] = pinned === undefined ? [...named, ...terms.terms().map((iri): Value => ({ kind: "term", iri }))] : [pinned.right];
  let open = pinned === undefined;
  for (const candidate of candidates) {
    const values = literals.map((each) => holds(candidate, each, terms));
    if (values.every((each) => each === "true")) return { truth: "true", witness: printValue(candidate) };
    if (!values.includes("false")) open = true;
  }
  const negative = literals.every((each) => (each.operator === "neq") !== each.negated);
  if (negative) return { truth: "true", witness: "another value" };
  const excluded = literals.some((one) => literals.some((other) => one !== other && excludeEachOther(one, other, terms)));
  return open && !excluded ? unknown : { truth: "false", witness: null };
}
