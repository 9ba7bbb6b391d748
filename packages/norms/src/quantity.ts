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

/** What several records of one quantity say together: the narrowest bounds. null: none, units differ, or they contradict. */
export function narrow(records: Iterable<QuantityRange>): QuantityRange | null {
  let result: QuantityRange | null = null;
  for (const each of records) {
    if (result === null) {
      result = each;
      continue;
    }
    if ((result.unit ?? null) !== (each.unit ?? null)) return null;
    const atLeast = Math.max(result.atLeast ?? Number.NEGATIVE_INFINITY, each.atLeast ?? Number.NEGATIVE_INFINITY);
    const atMost = Math.min(result.atMost ?? Number.POSITIVE_INFINITY, each.atMost ?? Number.POSITIVE_INFINITY);
    if (atLeast > atMost) return null;
    result = { atLeast: Number.isFinite(atLeast) ? atLeast : null, atMost: Number.isFinite(atMost) ? atMost : null, unit: each.unit ?? null };
  }
  return result;
}
