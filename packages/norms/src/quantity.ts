import { and, type Truth } from "./truth.js";

/** A quantity known only by its bounds, both inclusive; null: no bound is known. */
export interface QuantityRange {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly unit?: string | null;
}

/** What a text asks of a quantity: exactly one bound. */
export interface QuantityBound {
  readonly atMost?: number | undefined;
  readonly below?: number | undefined;
  readonly above?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly unit?: string | undefined;
}

/** Whether all of [low, high] satisfies, none does, or some may. */
const decide = (all: boolean, none: boolean): Truth => (all ? "true" : none ? "false" : "unknown");

/**
 * Three-valued comparison of what is recorded with what a text asks. Nothing recorded, bounds that contradict each
 * other, and amounts in different units are `unknown`: no exchange rate and no conversion is guessed.
 */
export function compareQuantity(record: QuantityRange | null, test: QuantityBound): Truth {
  if (record === null) return "unknown";
  if (record.unit !== undefined && record.unit !== null && test.unit !== undefined && record.unit !== test.unit) return "unknown";
  const low = record.atLeast ?? Number.NEGATIVE_INFINITY;
  const high = record.atMost ?? Number.POSITIVE_INFINITY;
  if (low > high) return "unknown";
  const answers: Truth[] = [];
  if (test.atMost !== undefined) answers.push(decide(high <= test.atMost, low > test.atMost));
  if (test.below !== undefined) answers.push(decide(high < test.below, low >= test.below));
  if (test.above !== undefined) answers.push(decide(low > test.above, high <= test.above));
  if (test.atLeast !== undefined) answers.push(decide(low >= test.atLeast, high < test.atLeast));
  return and(answers);
}

/** Sums of money name their currency; what is counted is counted in one unit. */
const currency = /^[A-Z]{3}$/;

/** Of records of one quantity those that a text can be held against: in its unit, or where it names none, in one unit. Amounts in several say nothing of each other. */
export function comparable<T extends QuantityRange>(records: readonly T[], { unit }: Pick<QuantityBound, "unit">): readonly T[] {
  if (unit !== undefined) return records.filter((each) => each.unit === unit || ((each.unit ?? null) === null && !currency.test(unit)));
  return new Set(records.flatMap((each) => each.unit ?? [])).size > 1 ? [] : records;
}
