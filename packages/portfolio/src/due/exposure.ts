import type { ClauseKind } from "@cleartitle/agreements";
import type { Place } from "../document/place.js";
import { valueIn } from "../document/term.js";
import { type EffectiveTerm, type Family, termOn } from "../family/family.js";
import { isMoreThan, type Money, moneyOf, totals } from "./decimal.js";

interface Named extends Money {
  readonly family: string;
  readonly place: Place;
}

/** What is owed of one kind: of each agreement the largest sum that counts there, since one that names three may name one of them three times. */
interface ExposureLine {
  readonly what: "fee" | "minimum" | "ceiling" | "cap" | "damages" | "insurance" | "other price";
  readonly totals: readonly Money[];
  readonly sums: readonly Named[];
}

/** How far somebody is liable under an agreement. */
interface CapLine {
  readonly family: string;
  readonly cap: "sum" | "relative" | "without limit" | "open" | "not found";
  readonly says: string;
  readonly places: readonly Place[];
}

export interface PortfolioMoney {
  readonly lines: readonly ExposureLine[];
  readonly caps: readonly CapLine[];
}

type Where = readonly [key: string, value: string];

/** Where sums of a kind stand: topic and field of a deal, kind and value of what was read. */
const wheres: Readonly<Record<ExposureLine["what"], readonly Where[]>> = {
  fee: [["price", "fee"]], minimum: [["price", "minimum"], ["minimums", "minimum"], ["minimum-commitment", "sum"]], ceiling: [["minimums", "ceiling"]],
  cap: [["cap-on-liability", "cap"], ["liability-caps", "floor"]], damages: [["liquidated-damages", "sum"]], insurance: [["insurance", "sum"]], "other price": [["revenue-profit-sharing", "sum"], ["price-restrictions", "sum"]],
};

function namedIn(family: Family, [key, value]: Where): Named[] {
  const found = termOn(family, key);
  if (found?.state !== "found" || found.term === null) return [];
  return [found.term, ...found.also].flatMap((term) => term.values.filter(({ name }) => name === value).flatMap((each): Named[] => {
    const money = moneyOf(each.value);
    return money === null ? [] : [{ family: family.id, ...money, place: each.quote === null ? term.place : { ...term.place, quote: term.place.quote } }];
  }));
}

/** Of each agreement and currency the largest. */
function largest(named: readonly Named[]): Named[] {
  const found = new Map<string, Named>();
  for (const each of named) {
    const key = `${each.family}\u0000${each.currency}`;
    const known = found.get(key);
    if (known === undefined || isMoreThan(each, known)) found.set(key, each);
  }
  return [...found.values()];
}

const kindOn = (family: Family, kind: ClauseKind): EffectiveTerm | null => termOn(family, kind);

function capOf(family: Family): CapLine {
  const line = (cap: CapLine["cap"], says: string, places: readonly (Place | null)[]): CapLine => ({ family: family.id, cap, says, places: places.flatMap((place) => place ?? []) });
  const ofDeal = termOn(family, "liability-caps");
  if (ofDeal !== null && ofDeal.kind === null) {
    if (ofDeal.state === "open" || ofDeal.term === null || ofDeal.term.version === "own") return line("open", "what it says is in words of the parties, or open", [ofDeal.term?.place ?? null, ...ofDeal.against]);
    const unlimited = valueIn(ofDeal.term, "unlimited");
    const general = valueIn(ofDeal.term, "general");
    return line("relative", `${String(general ?? "")} yearly fee${String(general) === "1" ? "" : "s"}${Array.isArray(unlimited) ? `; without limit for ${unlimited.join(", ")}` : ""}`, [ofDeal.term.place]);
  }
  const [uncapped, capped] = [kindOn(family, "uncapped-liability"), kindOn(family, "cap-on-liability")];
  const places = [capped?.term?.place ?? null, ...(capped?.against ?? []), uncapped?.term?.place ?? null, ...(uncapped?.against ?? [])];
  const beside = uncapped === null ? "" : "; something is without limit";
  if (capped === null) return uncapped === null ? line("not found", "no cap was found, which is no word that there is none", []) : line("without limit", "something is without limit, and no cap was found beside it", places);
  const [sum, paid] = [valueIn(capped.term, "cap"), valueIn(capped.term, "cap-paid")];
  if (capped.state === "open" || (sum === null && paid === null)) return line("open", `a cap was found, and not how much it is${beside}`, places);
  return sum === null ? line("relative", `${String(paid)}${beside}`, places) : line("sum", `${String(sum)}${beside}`, places);
}

/** Sums by currency, and how far each agreement caps what is owed. */
export function moneyOfAll(families: readonly Family[]): PortfolioMoney {
  const lines = (Object.entries(wheres) as [ExposureLine["what"], readonly Where[]][]).flatMap(([what, where]): ExposureLine[] => {
    const sums = largest(families.flatMap((family) => where.flatMap((each) => namedIn(family, each))));
    return sums.length === 0 ? [] : [{ what, totals: totals(sums), sums }];
  });
  return { lines, caps: families.map(capOf) };
}
