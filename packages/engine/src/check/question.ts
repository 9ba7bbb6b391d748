import type { Catalogue } from "@cleartitle/catalogue";
import type { Asset, TitleGraph, Use } from "@cleartitle/title";
import { licenseReader, type RecordedLicense } from "./license-class.js";

/** The question that is made up for each asset of a file without uses. */
export interface Synthetic {
  readonly purpose: string;
  /** null: what one would do with a thing of its kind. */
  readonly action: string | null;
  readonly in: readonly string[];
  readonly on: string;
}

export interface Questions {
  readonly graph: TitleGraph;
  readonly names: readonly string[];
  readonly synthetic: boolean;
  /** What is recorded of each asset's license. */
  readonly licenseOf: (asset: Asset) => RecordedLicense;
}

/** Models and data sets are handed on; code and all else is run for others. */
const passedOn: ReadonlySet<string> = new Set(["model", "dataset"]);

/**
 * The uses of a graph, or where it has none, one made-up use for each asset that somebody described. All stand in one graph, so that
 * what the engine keeps of a graph serves every question. An asset that is handed on goes out under the license it declares: that is
 * how a license that its sources do not allow shows.
 */
export function questionsOf(graph: TitleGraph, catalogue: Catalogue, made: Synthetic): Questions {
  const licenseOf = licenseReader(graph, catalogue, made.on);
  if (graph.uses.size > 0) return { graph, names: [...graph.uses.keys()], synthetic: false, licenseOf };
  const uses = madeUpUses(graph, made, licenseOf);
  return { graph: { ...graph, uses }, names: [...uses.keys()], synthetic: true, licenseOf };
}

/** The uses of a graph, and beside them the made-up one of each asset: all that can be asked of it. */
export function allQuestions(graph: TitleGraph, catalogue: Catalogue, made: Synthetic): TitleGraph {
  return { ...graph, uses: new Map([...madeUpUses(graph, made, licenseReader(graph, catalogue, made.on)), ...graph.uses]) };
}

function madeUpUses(graph: TitleGraph, made: Synthetic, licenseOf: Questions["licenseOf"]): Map<string, Use> {
  const uses = new Map<string, Use>();
  // What is asked of many is held once.
  const asked = new Map<string, Omit<Use, "name" | "of" | "as">>();
  for (const asset of graph.assets.values()) {
    if (asset.placeholder) continue;
    const action = made.action ?? (passedOn.has(asset.kind) ? "distribute" : "host");
    let alike = asked.get(action);
    if (alike === undefined) asked.set(action, (alike = { actions: [action], actor: graph.us, recipients: [], named: null, purpose: [made.purpose], field: [], in: made.in, hosted: [], on: made.on, scale: [], facts: [] }));
    const name = `${action}:${asset.id}`;
    uses.set(name, { ...alike, name, of: asset.id, as: action === "host" ? null : licenseOf(asset).id });
  }
  return uses;
}
