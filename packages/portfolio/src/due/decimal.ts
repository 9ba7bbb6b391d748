const places = 12;

/** A decimal as a whole number of its smallest part, so that sums are exact. null: it is no decimal. */
const scaled = (text: string): bigint | null => {
  const found = /^(\d{1,24})(?:\.(\d{1,12}))?$/.exec(text);
  return found === null ? null : BigInt(found[1]! + (found[2] ?? "").padEnd(places, "0"));
};

const written = (value: bigint): string => {
  const digits = value.toString().padStart(places + 1, "0");
  const part = digits.slice(-places).replace(/0+$/, "");
  return `${digits.slice(0, -places)}${part === "" ? "" : `.${part}`}`;
};

/** A sum of money: a currency of ISO 4217, and an amount. */
export interface Money {
  readonly currency: string;
  readonly amount: string;
}

/** `USD 1000` in two parts; null: it is no sum of money. */
export function moneyOf(value: unknown): Money | null {
  const found = typeof value === "string" ? /^([A-Z]{3}) (\S+)$/.exec(value) : null;
  return found === null || scaled(found[2]!) === null ? null : { currency: found[1]!, amount: found[2]! };
}

export const isMoreThan = (a: Money, b: Money): boolean => a.currency === b.currency && scaled(a.amount)! > scaled(b.amount)!;

/** What sums come to, currency by currency: nothing is exchanged. */
export function totals(sums: readonly Money[]): readonly Money[] {
  const found = new Map<string, bigint>();
  for (const { currency, amount } of sums) found.set(currency, (found.get(currency) ?? 0n) + scaled(amount)!);
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, value]) => ({ currency, amount: written(value) }));
}
