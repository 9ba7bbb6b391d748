import type { TitleGraph } from "../graph.js";
import { PackedAssets } from "./packed-assets.js";
import { PackedDerivations } from "./packed-derivations.js";
import { PackedStatements } from "./packed-statements.js";

/**
 * A graph with the same records, of which assets, derivations and statements are held in columns and made when they are read: a tenth of the room, and slower to read. For what is
 * large and only asked: a record that is read twice is not one object, so that changes of such a graph find every record changed.
 */
export function packGraph(graph: TitleGraph): TitleGraph {
  const assets = new PackedAssets();
  for (const asset of graph.assets.values()) assets.add(asset);
  const [derivations, statements] = [new PackedDerivations(assets.ids), new PackedStatements(assets.ids)];
  for (const derivation of graph.derivations.values()) derivations.add(derivation);
  for (const statement of graph.statements) statements.add(statement);
  return { ...graph, assets, derivations, statements: statements.list() };
}
