/** Bounds of an amount, both inclusive; a missing one is open. */
export interface Bounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

const amount = /^-?\d+(\.\d+)?$/;

/** `A..B`, `A..`, `..B` or one amount; null: none of these. */
export function parseBounds(text: string): Bounds | null {
  if (amount.test(text)) return { atLeast: Number(text), atMost: Number(text) };
  const [, low, high] = /^(-?[\d.]*?)\.\.(-?[\d.]*)$/.exec(text) ?? [];
  if (low === undefined || high === undefined || (low === "" && high === "")) return null;
  if ((low !== "" && !amount.test(low)) || (high !== "" && !amount.test(high))) return null;
  const bounds = { atLeast: low === "" ? null : Number(low), atMost: high === "" ? null : Number(high) };
  return bounds.atLeast !== null && bounds.atMost !== null && bounds.atLeast > bounds.atMost ? null : bounds;
}

export const printBounds = ({ atLeast, atMost }: Bounds): string => `${atLeast ?? ""}..${atMost ?? ""}`;
