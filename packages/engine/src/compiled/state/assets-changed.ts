import type { ChangeSet, Statement, TitleGraph } from "@cleartitle/title";

/**
 * The assets whose statements, or acts on which, are others after some changes; null: more may be, so that the state has to be read anew. A change that is followed speaks of
 * assets and of derivations with a result alone, and corrects no earlier word.
 */
export function assetsChanged(before: TitleGraph, after: TitleGraph, changes: ChangeSet): ReadonlySet<string> | null {
  const assets = new Set<string>();
  for (const change of changes) {
    switch (change.change) {
      case "add-statement":
        if (!isOfAsset(change.statement, assets) || !isGoneOfAsset(change.statement.id, before, assets)) return null;
        break;
      case "remove-statement":
        if (!isGoneOfAsset(change.statement, before, assets)) return null;
        break;
      case "add-derivation": case "remove-derivation": {
        const id = change.change === "add-derivation" ? change.derivation.id : change.derivation;
        for (const { derivations } of [before, after]) {
          const derivation = derivations.get(id);
          if (derivation?.to === null) return null;
          for (const asset of derivation?.from ?? []) assets.add(asset);
        }
        break;
      }
      case "set-use": case "add-position": case "remove-position": break;
      default: return null;
    }
  }
  // What went with a derivation besides: words about it, and events of it.
  return before.events === after.events || before.events.length === after.events.length ? assets : null;
}

function isGoneOfAsset(id: string, { statements }: TitleGraph, into: Set<string>): boolean {
  const gone = statements.find((each) => each.id === id);
  return gone === undefined || isOfAsset(gone, into);
}

function isOfAsset({ about, supersedes }: Statement, into: Set<string>): boolean {
  if (about.kind !== "asset" || supersedes !== null) return false;
  into.add(about.id);
  return true;
}
