import type { TitleGraph, Use } from "@cleartitle/title";

/** The question that is made up for each asset of a file without uses. */
export interface Synthetic {
  readonly purpose: string;
  readonly action: string;
  readonly in: readonly string[];
  readonly on: string;
}

export interface Questions {
  readonly graph: TitleGraph;
  readonly names: readonly string[];
  readonly synthetic: boolean;
}

/**
 * The uses of a graph, or where it has none, one made-up use for each asset that somebody described. All stand in one graph, so that
 * what the engine keeps of a graph serves every question.
 */
export function questionsOf(graph: TitleGraph, made: Synthetic): Questions {
  if (graph.uses.size > 0) return { graph, names: [...graph.uses.keys()], synthetic: false };
  const uses = new Map<string, Use>();
  for (const asset of graph.assets.values()) {
    if (asset.placeholder) continue;
    const name = `${made.action}:${asset.id}`;
    uses.set(name, {
      name, of: asset.id, actions: [made.action], actor: graph.us, recipients: [], as: null, named: null, purpose: [made.purpose], field: [], in: made.in, hosted: [], on: made.on, scale: [], facts: [],
    });
  }
  return { graph: { ...graph, uses }, names: [...uses.keys()], synthetic: true };
}
