import type { ChangeSet, Statement, TitleGraph } from "@cleartitle/title";

/**
 * The assets whose statements, or acts on which, are others after some changes; null: more may be, so that the state has to be read anew. A change that is followed speaks of
 * assets and of derivations with a result alone, and corrects no earlier word about an asset.
 */
export function assetsChanged(before: TitleGraph, after: TitleGraph, changes: ChangeSet): ReadonlySet<string> | null {
  const assets = new Set<string>();
  for (const change of changes) {
    switch (change.change) {
      case "add-statement":
        if (!isFollowed(change.statement, after, assets) || !isGoneFollowed(change.statement.id, before, assets)) return null;
        break;
      case "remove-statement":
        if (!isGoneFollowed(change.statement, before, assets)) return null;
        break;
      case "add-derivation": case "remove-derivation": {
        const id = change.change === "add-derivation" ? change.derivation.id : change.derivation;
        if (![before, after].every((graph) => addSources(id, graph, assets))) return null;
        break;
      }
      case "set-use": case "set-profile": case "add-position": case "remove-position": case "add-waiver": case "remove-waiver": break;
      default: return null;
    }
  }
  // What went with a derivation besides: words about it, and events of it.
  return before.events === after.events || before.events.length === after.events.length ? assets : null;
}

/** false: it left no result, and is followed nowhere. */
function addSources(id: string, { derivations }: TitleGraph, into: Set<string>): boolean {
  const derivation = derivations.get(id);
  for (const asset of derivation?.from ?? []) into.add(asset);
  return derivation?.to !== null;
}

function isGoneFollowed(id: string, graph: TitleGraph, into: Set<string>): boolean {
  const gone = graph.statements.find((each) => each.id === id);
  return gone === undefined || isFollowed(gone, graph, into);
}

function isFollowed({ about, supersedes }: Statement, graph: TitleGraph, into: Set<string>): boolean {
  // What is told of acts is put together anew, corrections and all.
  if (about.kind === "derivation") return addSources(about.id, graph, into);
  if (about.kind !== "asset" || supersedes !== null) return false;
  into.add(about.id);
  return true;
}
