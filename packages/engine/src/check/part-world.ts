import type { Use } from "@cleartitle/title";
import { recordedOn } from "../explanation/recorded-finding.js";
import { listsBy } from "../lists-by.js";
import type { World } from "../world.js";

/** A part of a use: the sources of what it is of that count. */
export interface Cut {
  readonly use: string;
  readonly sources: ReadonlySet<string>;
}

/** Below every character of an id, so that a copy stands among others where its original stands. */
const mark = "\u0001";

export const copyName = (id: string, number: number): string => `${id}${mark}${number}`;

/** A world in which each part is a use of its own, of a copy of the thing that came from the sources of the part alone. Part `n` of a use is asked by the use's copy `n`. */
export function worldOfParts({ graph, catalogue }: World, cuts: readonly Cut[]): World {
  const byResult = listsBy([...graph.derivations.values()], ({ to }) => (to === null ? [] : [to]));
  const said = listsBy(graph.statements, ({ about }) => (about.kind === "asset" ? [about.id] : []));
  const recorded = recordedOn(graph);
  // Whatever else is recorded stays: what a party did elsewhere may bind it here.
  const assets = new Map(graph.assets);
  const derivations = new Map(graph.derivations);
  const [statements, findings] = [[...graph.statements], [...graph.findings]];
  const uses = new Map<string, Use>();
  for (const [n, { use, sources }] of cuts.entries()) {
    const asked = graph.uses.get(use)!;
    const id = copyName(asked.of, n);
    assets.set(id, { ...graph.assets.get(asked.of)!, id });
    for (const derivation of byResult.get(asked.of) ?? []) {
      const from = derivation.from.filter((source) => sources.has(source));
      if (from.length > 0) derivations.set(copyName(derivation.id, n), { ...derivation, id: copyName(derivation.id, n), from, to: id });
    }
    for (const statement of said.get(asked.of) ?? []) statements.push({ ...statement, id: copyName(statement.id, n), about: { ...statement.about, id } });
    for (const finding of recorded.get(asked.of) ?? []) findings.push({ ...finding, asset: id });
    uses.set(copyName(use, n), { ...asked, name: copyName(use, n), of: id });
  }
  return { catalogue, graph: { ...graph, assets, derivations, statements, findings, uses } };
}
