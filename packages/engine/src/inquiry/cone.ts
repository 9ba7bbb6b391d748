import { listsBy } from "@cleartitle/norms";
import type { TitleGraph, Use } from "@cleartitle/title";

/** What a use stands on: its asset and all that is in it, the acts that made it, and who acts. */
export interface Cone {
  readonly assets: ReadonlySet<string>;
  readonly derivations: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

/** Everything upstream of a use, whatever its dates: what is recorded of it may bear on the answer. */
export function coneOf(graph: TitleGraph, use: Use): Cone {
  // An act without a result, such as a crawl, stands with what it was done to.
  const into = listsBy(graph.derivations.values(), ({ to, from }) => (to === null ? from : [to]));
  const [assets, derivations, parties] = [new Set<string>([use.of]), new Set<string>(), new Set<string>([use.actor])];
  const queue = [use.of];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const derivation of into.get(node) ?? []) {
      derivations.add(derivation.id);
      parties.add(derivation.who);
      for (const source of derivation.from) {
        if (assets.has(source)) continue;
        assets.add(source);
        queue.push(source);
      }
    }
    for (const { who } of graph.assets.get(node)?.acquired ?? []) parties.add(who);
  }
  return { assets, derivations, parties };
}
