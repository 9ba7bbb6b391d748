import type { Span } from "../text/text.js";

export interface MoneyValue extends Span {
  /** ISO 4217; `$` alone is read as USD. */
  readonly currency: string;
  /** Digits, with a point before the parts of one. */
  readonly amount: string;
}

const signs: Readonly<Record<string, string>> = { $: "USD", us$: "USD", usd: "USD", "u.s.$": "USD", "€": "EUR", eur: "EUR", "£": "GBP", gbp: "GBP", c$: "CAD", cad: "CAD", cdn$: "CAD", "¥": "JPY", jpy: "JPY", rmb: "CNY", cny: "CNY", hk$: "HKD", a$: "AUD", aud: "AUD", chf: "CHF", inr: "INR" };
const money = /(US\$|U\.S\.\$|HK\$|Cdn\$|C\$|A\$|\$|€|£|¥|\b(?:USD|EUR|GBP|CAD|AUD|CHF|JPY|RMB|CNY|INR)\b)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(thousand|million|billion|[KM](?![\p{L}])))?/giu;
const scales: Readonly<Record<string, number>> = { thousand: 3, k: 3, million: 6, m: 6, billion: 9 };

/** A decimal moved by so many places, without the errors of floating point. */
function scaled(digits: string, places: number): string {
  const [whole = "0", part = ""] = digits.split(".");
  const moved = part.padEnd(places, "0");
  const rest = moved.slice(places).replace(/0+$/, "");
  return `${(whole + moved.slice(0, places)).replace(/^0+(?=\d)/, "")}${rest === "" ? "" : `.${rest}`}`;
}

/** The sums of money that a text names, in its order. */
export function moneyIn(text: string, offset = 0): MoneyValue[] {
  return [...text.matchAll(money)].flatMap((match) => {
    const [whole, sign, digits, scale] = match;
    const currency = signs[(sign ?? "").toLowerCase()];
    if (currency === undefined || digits === undefined) return [];
    return [{ currency, amount: scaled(digits.replaceAll(",", ""), scales[(scale ?? "").toLowerCase()] ?? 0), start: offset + match.index, end: offset + match.index + whole.length }];
  });
}
