import { placeIndex, type Catalogue } from "@cleartitle/catalogue";
import type { RiskLevel } from "@cleartitle/norms";
import { recordedFacts, type TitleGraph, type Use } from "@cleartitle/title";
import { coneOf } from "./cone.js";

interface RiskReason {
  readonly code: string;
  readonly says: string;
  /** Rules of law behind it that are law in the place. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** The risk of one type of source in some places alike. */
export interface PlaceRisk {
  readonly territories: readonly string[];
  /** Place or group of the table that speaks for them; null: the table has none. */
  readonly cell: string | null;
  readonly level: RiskLevel | null;
  readonly reasons: readonly RiskReason[];
}

/** The risk of a type of source by place: a report, and the basis of nothing. */
export interface SourceRisk {
  readonly type: string;
  readonly title: string;
  readonly assumes: string;
  readonly places: readonly PlaceRisk[];
  readonly modifiers: readonly string[];
  readonly matrix: string;
  readonly reviewed: string;
}

const order: readonly RiskLevel[] = ["critical", "high", "medium", "low"];
const rank = ({ level }: PlaceRisk): number => (level === null ? order.length : order.indexOf(level));

/** The risk of a type of source in places (atoms) on a date; null: no table has the type. */
export function riskOf(catalogue: Catalogue, type: string, territories: readonly string[], on: string): SourceRisk | null {
  for (const matrix of catalogue.risks?.values() ?? []) {
    const row = matrix.types.find((each) => each.id === type);
    if (row === undefined) continue;
    const index = placeIndex(catalogue);
    const within = (name: string, place: string): boolean => index.contains(name, place, on) === "true";
    const groups = new Map<string | null, string[]>();
    for (const place of territories) {
      // A country of its own speaks before the group that it is in.
      const cells = Object.keys(row.cells).filter((name) => within(name, place)).toSorted((a, b) => Number(catalogue.taxonomies.groups.has(a)) - Number(catalogue.taxonomies.groups.has(b)) || (a < b ? -1 : 1));
      const cell = cells[0] ?? null;
      groups.set(cell, [...(groups.get(cell) ?? []), place]);
    }
    const places = [...groups].map(([cell, list]): PlaceRisk => {
      const found = cell === null ? undefined : row.cells[cell];
      const reasons = (found?.reasons ?? []).map((code): RiskReason => {
        const { says, rules } = matrix.reasons[code]!;
        const here = (rules ?? []).flatMap((id) => catalogue.laws.get(id) ?? []).filter((law) => list.some((place) => within(law.jurisdiction, place)) || (cell !== null && within(cell, law.jurisdiction)));
        return { code, says, rules: here.map(({ id, title }) => ({ id, title })) };
      });
      return { territories: list.toSorted(), cell, level: found?.level ?? null, reasons };
    });
    return {
      type, title: row.title, assumes: matrix.assumes, modifiers: matrix.modifiers, matrix: matrix.id, reviewed: matrix.reviewed,
      places: places.toSorted((a, b) => rank(a) - rank(b) || (a.territories[0]! < b.territories[0]! ? -1 : 1)),
    };
  }
  return null;
}

export interface AssetRisk extends SourceRisk {
  readonly asset: string;
}

/** The risk of everything that a use stands on and of which a type of source is recorded. */
export function risksOf(world: { readonly graph: TitleGraph; readonly catalogue: Catalogue }, use: Use, territories: readonly string[]): AssetRisk[] {
  const { assets } = coneOf(world.graph, use);
  return recordedFacts(world.graph, "source.type")
    .filter(({ of }) => of.kind === "asset" && assets.has(of.id))
    .flatMap(({ of, value }): AssetRisk[] => {
      const risk = typeof value === "string" ? riskOf(world.catalogue, value, territories, use.on) : null;
      return risk === null ? [] : [{ asset: of.id, ...risk }];
    })
    .toSorted((a, b) => (a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : 0) || (a.type < b.type ? -1 : 1));
}
