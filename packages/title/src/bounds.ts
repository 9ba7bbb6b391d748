/** Bounds of an amount, both inclusive; a missing one is open. */
export interface Bounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Of a sum of money, its currency. */
  readonly unit?: string;
}

const amount = /^-?\d+(\.\d+)?$/;

/** `A..B`, `A..`, `..B` or one amount, and behind a sum of money its currency (`..5000 EUR`); null: none of these. */
export function parseBounds(text: string): Bounds | null {
  const [, range = "", unit] = /^(\S*?)(?: ([A-Z]{3}))?$/.exec(text) ?? [];
  const bounds = rangeOf(range);
  return bounds === null || unit === undefined ? bounds : { ...bounds, unit };
}

function rangeOf(text: string): Bounds | null {
  if (amount.test(text)) return { atLeast: Number(text), atMost: Number(text) };
  const [, low, high] = /^(-?[\d.]*?)\.\.(-?[\d.]*)$/.exec(text) ?? [];
  if (low === undefined || high === undefined || (low === "" && high === "")) return null;
  if ((low !== "" && !amount.test(low)) || (high !== "" && !amount.test(high))) return null;
  const bounds = { atLeast: low === "" ? null : Number(low), atMost: high === "" ? null : Number(high) };
  return bounds.atLeast !== null && bounds.atMost !== null && bounds.atLeast > bounds.atMost ? null : bounds;
}

/** Bounds of a record, which says `null` where it names no unit. */
export const boundsOf = ({ atLeast, atMost, unit }: { readonly atLeast: number | null; readonly atMost: number | null; readonly unit: string | null }): Bounds => ({ atLeast, atMost, ...(unit === null ? {} : { unit }) });

export const printBounds = ({ atLeast, atMost, unit }: Bounds): string => `${atLeast ?? ""}..${atMost ?? ""}${unit === undefined ? "" : ` ${unit}`}`;
