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

/** How values of a kind are written by hand; null: of this kind none is typed. */
export const writtenLike = (kind: string): string | null => shapesOf[kind as ClauseKind]?.map((shape) => written[shape]).join(" or ") ?? null;

const sum = ({ currency, amount }: { readonly currency: string; readonly amount: string }): string => `${currency} ${amount}`;

/** A value as a person would write it. A sum that is told by what was paid nobody can write; it is said in words. */
export function writtenValue(value: StatedValue): string {
  switch (value.type) {
    case "day": return value.on;
    case "period": return value.period;
    case "renewal": return [value.period, ...(value.successive ? ["successive"] : []), ...(value.automatic ? ["automatic"] : [])].join(" ");
    case "law": return value.places.join(", ");
    case "money": return sum(value);
    case "cap": return value.of === "sum" ? sum(value.sum) : `${value.times === null ? "" : `${value.times} times `}what was paid${value.period === null ? "" : ` in ${value.period}`}`;
    case "party": break;
  }
  return value.alias === null ? value.name : `${value.name} = ${value.alias}`;
}

/** A value of a kind as a person writes it; else what would be one. */
export function statedValue(kind: string, said: string): { readonly value: StatedValue } | { readonly hint: string } {
  const possible = shapesOf[kind as ClauseKind] ?? [];
  const like = writtenLike(kind);
  for (const shape of possible) {
    const read = StatedValue.safeParse(shapes[shape](said));
    if (read.success) return { value: read.data };
  }
  return { hint: like === null ? "of this kind no value is typed: accept it, or reject it" : `write it like ${like}` };
}
