import { isA, type Truth } from "@cleartitle/norms";
import { declaredIn, type ActionDeclared } from "../model/declared.js";
import { actions, exactMatch, isKnownAction, odrl } from "../model/vocabulary.js";
import type { RdfGraph } from "../rdf.js";

/** Actions with what they are included in, and with what they imply: the Common Vocabulary and what documents declare beside it. */
export type ActionWorld = ReadonlyMap<string, { readonly isA: readonly string[]; readonly implies?: readonly string[] }>;

/** Documents place only actions that the Common Vocabulary does not know; to imply is theirs to say of any. */
export function actionsOf(graphs: readonly RdfGraph[], declared: readonly ActionDeclared[] = []): ActionWorld {
  const all = new Map<string, { isA: readonly string[]; implies?: readonly string[] }>(actions);
  for (const { action, includedIn, implies } of [...graphs.flatMap(declaredIn), ...declared]) {
    const broader = isKnownAction(action) ? [] : includedIn;
    if (broader.length + implies.length === 0) continue;
    const known = all.get(action);
    all.set(action, { isA: [...new Set([...(known?.isA ?? []), ...broader])], implies: [...new Set([...(known?.implies ?? []), ...implies])] });
  }
  return all;
}

/** What an action implies, and all that this implies. */
export function impliedBy(all: ActionWorld, action: string): readonly string[] {
  const seen = new Set([action]);
  for (const each of seen) for (const implied of all.get(each)?.implies ?? []) seen.add(implied);
  return [...seen].slice(1);
}

const reachesTop = (all: ActionWorld, action: string): boolean => isA(all, action, `${odrl}use`) || isA(all, action, `${odrl}transfer`);

/**
 * Whether an action asked for is, or is included in, another. Two actions of the vocabulary without a path are apart; an action
 * whose place nobody declares may be anything.
 */
export function includes(all: ActionWorld, broad: string, narrow: string): Truth {
  const [one, other] = [exactMatch(broad), exactMatch(narrow)];
  if (one === other || isA(all, other, one)) return "true";
  return reachesTop(all, one) && reachesTop(all, other) ? "false" : "unknown";
}
