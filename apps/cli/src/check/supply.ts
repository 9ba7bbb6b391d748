import { type Drift, type JudgedRow, type LicenseClass, licenseClasses, type RecordedLicense } from "@cleartitle/engine";
import { byText } from "@cleartitle/title";

/** A count under a name, or under several that belong together. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Counts over a whole supply chain: what its records tell of licenses, what keeps answers open, and where licenses drift. */
export interface Supply {
  /** Every asset once, placeholders too, by how much its license record tells. */
  readonly licenses: Readonly<Record<LicenseClass, number>>;
  /** Unresolved answers by what keeps them open; one may count under several. */
  readonly unknowns: readonly Count[];
  readonly drift: {
    /** Assets whose declared license at least one source does not allow. */
    readonly assets: number;
    /** Pairs of asset and source. */
    readonly pairs: number;
    /** Assets by the way the matter came in; an asset may count under several. */
    readonly through: readonly Count[];
    readonly why: readonly Count[];
    /** Pairs by the number of derivations between them. */
    readonly depth: readonly Count[];
    /** Pairs by license of the source and declared license. */
    readonly licenses: readonly Count[];
  };
}

/** Most frequent first. */
function countsOf(names: Iterable<string>): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count || byText(a.name, b.name));
}

export function supplyOf(rows: readonly Pick<JudgedRow, "drift" | "unknowns">[], recorded: Iterable<RecordedLicense>): Supply {
  const licenses = Object.fromEntries(licenseClasses.map((each) => [each, 0])) as Record<LicenseClass, number>;
  for (const each of recorded) licenses[each.class] += 1;
  const drifting = rows.filter((row) => row.drift.length > 0);
  const pairs = drifting.flatMap((row) => [...row.drift]);
  const perAsset = (say: (drift: Drift) => string): Count[] => countsOf(drifting.flatMap((row) => [...new Set(row.drift.map(say))]));
  return {
    licenses,
    unknowns: countsOf(rows.flatMap((row) => [...row.unknowns])),
    drift: {
      assets: drifting.length, pairs: pairs.length, through: perAsset((drift) => drift.through), why: perAsset((drift) => drift.why),
      depth: countsOf(pairs.map((drift) => String(drift.depth))).toSorted((a, b) => Number(a.name) - Number(b.name)),
      licenses: countsOf(pairs.map((drift) => `${drift.license} → ${drift.declared}`)),
    },
  };
}
