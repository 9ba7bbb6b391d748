import { listsBy } from "@cleartitle/norms";
import type { Use } from "@cleartitle/title";
import { recordedOn } from "../explanation/recorded-finding.js";
import type { World } from "../world.js";

/** Sources of what a use is of that count. */
export interface Cut {
  readonly use: string;
  readonly sources: ReadonlySet<string>;
}

/** A thing that came from sources of several: what a use is of, with the sources of each cut. */
export interface Batch {
  readonly use: string;
  readonly cuts: readonly Cut[];
}

/** Below every character of an id, so that a copy stands among others where its original stands. */
const mark = "\u0001";

export const copyName = (id: string, number: number): string => `${id}${mark}${number}`;

/** A world in which each batch is a use of its own, of a copy of the thing that came from the sources of its cuts alone. Batch `n` is asked by its use's copy `n`. */
export function worldOfParts({ graph, catalogue }: World, batches: readonly Batch[]): World {
  const byResult = listsBy([...graph.derivations.values()], ({ to }) => (to === null ? [] : [to]));
  const said = listsBy(graph.statements, ({ about }) => (about.kind === "asset" ? [about.id] : []));
  const recorded = recordedOn(graph);
  // Whatever else is recorded stays: what a party did elsewhere may bind it here.
  const assets = new Map(graph.assets);
  const derivations = new Map(graph.derivations);
  const [statements, findings] = [[...graph.statements], [...graph.findings]];
  const uses = new Map<string, Use>();
  for (const [n, { use, cuts }] of batches.entries()) {
    const asked = graph.uses.get(use)!;
    const id = copyName(asked.of, n);
    assets.set(id, { ...graph.assets.get(asked.of)!, id });
    for (const [i, cut] of cuts.entries()) {
      for (const derivation of byResult.get(graph.uses.get(cut.use)!.of) ?? []) {
        const from = derivation.from.filter((source) => cut.sources.has(source));
        const step = copyName(copyName(derivation.id, i), n);
        if (from.length > 0) derivations.set(step, { ...derivation, id: step, from, to: id });
      }
    }
    for (const statement of said.get(asked.of) ?? []) statements.push({ ...statement, id: copyName(statement.id, n), about: { ...statement.about, id } });
    for (const finding of recorded.get(asked.of) ?? []) findings.push({ ...finding, asset: id });
    uses.set(copyName(use, n), { ...asked, name: copyName(use, n), of: id });
  }
  return { catalogue, graph: { ...graph, assets, derivations, statements, findings, uses } };
}
