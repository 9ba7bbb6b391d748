import { type LicenseClass, licenseReader, licenseSaid } from "@cleartitle/engine";
import { statusOrder, type Status } from "@cleartitle/norms";
import type { Asset } from "@cleartitle/title";
import { foundIn } from "../finding/found.js";
import { adjacencyOf } from "../graph/adjacency.js";
import type { Standing } from "../standing/standings.js";

/** An asset as a list shows it: what it is, its license as it is read, and what is wrong with it. */
export interface AssetRow {
  readonly id: string;
  readonly kind: string;
  readonly version: string | null;
  readonly licensor: string | null;
  /** The one license of the catalogue that the records name; null: they name none, or several. */
  readonly license: string | null;
  readonly licenseClass: LicenseClass;
  /** As it was recorded, where sources differ one after the other. */
  readonly licenseSaid: readonly string[];
  /** Layers of which there are records, or that a use asked of. */
  readonly layers: readonly string[];
  readonly findings: number;
  /** The worst that it is a reason for in an answer; null: no use reaches it. */
  readonly severity: Status | null;
  readonly uses: number;
  readonly sources: number;
  readonly results: number;
  readonly placeholder: boolean;
}

const rows = new WeakMap<Standing, readonly AssetRow[]>();

/** All assets of a standing, in the order of their ids. Made once: nothing of a standing changes. */
export function assetRows(standing: Standing): readonly AssetRow[] {
  let made = rows.get(standing);
  if (made === undefined) rows.set(standing, (made = rowsOf(standing)));
  return made;
}

interface Reached {
  severity: Status | null;
  uses: number;
  readonly layers: Set<string>;
}

function rowsOf(standing: Standing): AssetRow[] {
  const { world: { graph, catalogue }, answers, day } = standing;
  const reached = new Map<string, Reached>();
  const reachedOf = (id: string): Reached => {
    let each = reached.get(id);
    if (each === undefined) reached.set(id, (each = { severity: null, uses: 0, layers: new Set() }));
    return each;
  };
  for (const { assets } of answers.values()) {
    for (const [id, { decision, layers }] of assets) {
      const each = reachedOf(id);
      each.uses += 1;
      if (each.severity === null || statusOrder(decision, each.severity) > 0) each.severity = decision;
      for (const layer of layers) each.layers.add(layer);
    }
  }
  for (const { asset, layer } of [...graph.title, ...graph.claims]) reachedOf(asset).layers.add(layer);
  const findings = new Map<string, number>();
  for (const { asset } of foundIn(standing)) if (asset !== null) findings.set(asset, (findings.get(asset) ?? 0) + 1);
  const [licenseOf, adjacency] = [licenseReader(graph, catalogue, day), adjacencyOf(graph)];
  return [...graph.assets.values()].map((asset: Asset): AssetRow => {
    const { id, kind, version, licensor, placeholder } = asset;
    const [license, of] = [licenseOf(asset), reached.get(id)];
    return {
      id, kind, version, licensor, license: license.id, licenseClass: license.class, licenseSaid: licenseSaid(graph, catalogue, asset, day).flat(), layers: [...(of?.layers ?? [])].toSorted(), findings: findings.get(id) ?? 0,
      severity: of?.severity ?? null, uses: of?.uses ?? 0, sources: adjacency.sources(id).length, results: adjacency.results(id).length, placeholder,
    };
  });
}
