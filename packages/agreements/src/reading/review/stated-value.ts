import type { ClauseKind } from "../classify/kind.js";
import { StatedValue } from "./reading-file.js";

const shapes = {
  day: (said: string): unknown => ({ type: "day", on: said }),
  period: (said: string): unknown => ({ type: "period", period: said }),
  renewal: (said: string): unknown => {
    const [period, ...how] = said.split(" ");
    return { type: "renewal", period, successive: how.includes("successive"), automatic: how.includes("automatic") };
  },
  law: (said: string): unknown => ({ type: "law", places: said.split(/[ ,]+/) }),
  money: (said: string): unknown => ({ type: "money", currency: said.slice(0, 3), amount: said.slice(3).trim() }),
  cap: (said: string): unknown => ({ type: "cap", of: "sum", sum: { currency: said.slice(0, 3), amount: said.slice(3).trim(), start: 0, end: 0 } }),
  party: (said: string): unknown => {
    const [name, alias] = said.split("=").map((part) => part.trim());
    return { type: "party", name, alias: alias ?? null };
  },
} as const;
type Shape = keyof typeof shapes;

/** How a value of each shape is written by hand. */
const written: Readonly<Record<Shape, string>> = { day: "2026-12-01", period: "P90D", renewal: "`P1Y successive automatic`", law: "US-NY", money: "USD 100000", cap: "USD 100000", party: "`Acme Inc. = Licensor`" };

const shapesOf: Partial<Readonly<Record<ClauseKind, readonly Shape[]>>> = {
  parties: ["party"], "agreement-date": ["day"], "effective-date": ["day"], "expiration-date": ["day", "period"], "renewal-term": ["renewal"], "notice-period-to-terminate-renewal": ["period"], "governing-law": ["law"],
  "warranty-duration": ["period"], "cap-on-liability": ["cap"], "minimum-commitment": ["money"], "liquidated-damages": ["money"], insurance: ["money"], "revenue-profit-sharing": ["money"], "price-restrictions": ["money"],
};

/** A value of a kind as a person writes it; else what would be one. */
export function statedValue(kind: string, said: string): { readonly value: StatedValue } | { readonly hint: string } {
  const possible = shapesOf[kind as ClauseKind] ?? [];
  for (const shape of possible) {
    const read = StatedValue.safeParse(shapes[shape](said));
    if (read.success) return { value: read.data };
  }
  return { hint: possible.length === 0 ? "of this kind no value is typed: accept it, or reject it" : `write it like ${possible.map((shape) => written[shape]).join(" or ")}` };
}
