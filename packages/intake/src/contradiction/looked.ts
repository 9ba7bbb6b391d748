import type { Catalogue } from "@cleartitle/catalogue";
import { type Asset, correctionsBy, type Statement, type TitleGraph } from "@cleartitle/title";
import { LicenseNames } from "./license-name.js";

/** A graph as it is looked through for what contradicts itself. */
export interface Looked {
  readonly graph: TitleGraph;
  readonly names: LicenseNames;
  readonly kinds: Catalogue["taxonomies"]["derivationKinds"];
  /** What is recorded of each asset. */
  readonly of: ReadonlyMap<string, readonly Statement[]>;
  readonly asOf: string;
}

export function lookAt(graph: TitleGraph, catalogue: Catalogue, asOf: string): Looked {
  const of = new Map<string, Statement[]>();
  for (const statement of graph.statements) {
    if (statement.about.kind !== "asset") continue;
    const own = of.get(statement.about.id);
    if (own === undefined) of.set(statement.about.id, [statement]);
    else own.push(statement);
  }
  return { graph, names: new LicenseNames(catalogue), kinds: catalogue.taxonomies.derivationKinds, of, asOf };
}

/** The claims about a license that stand: what was corrected, and what a person concluded over, is no conflict any more. */
export function licenseClaims(asset: Pick<Asset, "id">, { of }: Looked): Statement[] {
  const own = (of.get(asset.id) ?? []).filter((each) => each.what === "license" && each.part === null && each.value !== null);
  if (own.length < 2) return own;
  const corrected = correctionsBy(own);
  return own.filter((each) => !corrected.has(each));
}
