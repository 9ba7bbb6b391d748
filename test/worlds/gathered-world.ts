import type { Asset, Derivation, Statement, TitleGraph, Use } from "@cleartitle/title";
import * as fc from "fast-check";
import { assetKinds, one } from "./vocabulary.js";

/** Something that somebody made of things that have nothing in common, and what is recorded of it. */
export interface Gathering {
  readonly kind: (typeof assetKinds)[number];
  readonly by: string;
  readonly isOneAct: boolean;
  /** Things by their place in the graph, each of another copy; most often the same. */
  readonly of: readonly number[];
  readonly license: number;
  readonly on: string | null;
  readonly as: boolean;
}

export const gathering: fc.Arbitrary<Gathering> = fc.record({
  kind: one(assetKinds), by: one(["include", "include", "merge", "train", "finetune", "copy"]), isOneAct: fc.boolean(), of: fc.tuple(fc.nat(), fc.array(one([0, 0, 0, 1, 2]), { minLength: 1, maxLength: 2 })).map(([first, more]) => [first, ...more.map((beside) => first + beside)]), license: fc.nat(), on: one([null, "2023-01-01", "2026-03-01"]), as: fc.boolean(),
});

/** The graph with things that strangers, or `maker`, made of some that are in it, and the use that is asked of each of them. */
export function gathered(graph: TitleGraph, plain: readonly string[], marks: readonly string[], gatherings: readonly Gathering[], use: Use, maker: string | null = null): { readonly graph: TitleGraph; readonly uses: readonly string[] } {
  const [assets, derivations, uses, statements] = [new Map(graph.assets), new Map(graph.derivations), new Map(graph.uses), [...graph.statements]];
  const licenses = graph.statements.filter(({ what, value, about }) => what === "license" && about.kind === "asset" && typeof value === "string");
  const names: string[] = [];
  for (const [n, { kind, by, isOneAct, of, license, on, as }] of gatherings.entries()) {
    const [id, who] = [`gathered-${n}`, maker ?? `a-stranger-${n}`];
    const from = of.map((each, i) => `${plain[each % plain.length]!}${marks[i]!}`);
    assets.set(id, { ...([...graph.assets.values()][0] as Asset), id, kind, licensor: who, source: null, digest: null, acquired: [], parts: [], placeholder: false });
    for (const [i, sources] of (isOneAct ? [from] : from.map((each) => [each])).entries()) {
      const step = `gathering-${n}-${i}`;
      derivations.set(step, { id: step, from: sources, to: id, by, who, during: { from: on, to: null }, in: on === null ? [] : ["DE"], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
    }
    const said = licenses[license % (licenses.length + 1)];
    if (said !== undefined) statements.push({ ...said, id: `said-of-${n}`, about: { kind: "asset", id }, part: null, supersedes: null } satisfies Statement);
    uses.set(`use-${n}`, { ...use, name: `use-${n}`, of: id, recipients: [], facts: [], named: null, as: as ? String(said?.value ?? "CC0-1.0") : null });
    names.push(`use-${n}`);
  }
  return { graph: { ...graph, assets, derivations, uses, statements }, uses: names };
}
