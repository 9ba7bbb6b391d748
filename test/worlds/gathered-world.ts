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
  /** Things that were made of the first, by which it comes instead. */
  readonly between: { readonly kind: (typeof assetKinds)[number]; readonly by: string; readonly other: string | null; readonly licenses: readonly number[] } | null;
}

export const gathering: fc.Arbitrary<Gathering> = fc.record({
  kind: one(assetKinds), by: one(["include", "include", "merge", "train", "finetune", "copy"]), isOneAct: fc.boolean(), of: fc.tuple(fc.nat(), fc.array(one([0, 0, 0, 1, 2]), { minLength: 1, maxLength: 2 })).map(([first, more]) => [first, ...more.map((beside) => first + beside)]), license: fc.nat(), on: one([null, "2023-01-01", "2026-03-01"]), as: fc.boolean(),
  between: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ kind: one(["model", "dataset", "code"] as const), by: one(["finetune", "train", "merge", "copy"]), other: one([null, null, "finetune", "include"]), licenses: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 3 }) }) }),
});

/** The graph with things that strangers, or `maker`, made of some that are in it, and the use that is asked of each of them. */
export function gathered(graph: TitleGraph, plain: readonly string[], marks: readonly string[], gatherings: readonly Gathering[], use: Use, maker: string | null = null): { readonly graph: TitleGraph; readonly uses: readonly string[] } {
  const [assets, derivations, uses, statements] = [new Map(graph.assets), new Map(graph.derivations), new Map(graph.uses), [...graph.statements]];
  const licenses = graph.statements.filter(({ what, value, about }) => what === "license" && about.kind === "asset" && typeof value === "string");
  const names: string[] = [];
  const describe = (id: string, kind: Asset["kind"], licensor: string): unknown => assets.set(id, { ...([...graph.assets.values()][0] as Asset), id, kind, licensor, source: null, digest: null, acquired: [], parts: [], placeholder: false });
  const say = (name: string, id: string, license: number): Statement | undefined => {
    const said = licenses[license % (licenses.length + 1)];
    if (said !== undefined) statements.push({ ...said, id: name, about: { kind: "asset", id }, part: null, supersedes: null });
    return said;
  };
  for (const [n, { kind, by, isOneAct, of, license, on, as, between }] of gatherings.entries()) {
    const [id, who] = [`gathered-${n}`, maker ?? `a-stranger-${n}`];
    const [first, ...rest] = of.map((each, i) => `${plain[each % plain.length]!}${marks[i]!}`) as [string, ...string[]];
    const from = between === null ? [first, ...rest] : [...between.licenses.map((own, i) => {
      const [middle, another] = [`between-${n}-${i}`, `a-stranger-${n}-${i}`];
      describe(middle, between.kind, another);
      say(`said-between-${n}-${i}`, middle, own);
      const step = `to-${middle}`;
      derivations.set(step, { id: step, from: [first], to: middle, by: i === 0 ? (between.other ?? between.by) : between.by, who: another, during: { from: null, to: null }, in: [], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
      return middle;
    }), ...rest];
    describe(id, kind, who);
    for (const [i, sources] of (isOneAct ? [from] : from.map((each) => [each])).entries()) {
      const step = `gathering-${n}-${i}`;
      derivations.set(step, { id: step, from: sources, to: id, by, who, during: { from: on, to: null }, in: on === null ? [] : ["DE"], purpose: [], field: [], facts: [], acts: [] } satisfies Derivation);
    }
    const said = say(`said-of-${n}`, id, license);
    uses.set(`use-${n}`, { ...use, name: `use-${n}`, of: id, recipients: [], facts: [], named: null, as: as ? String(said?.value ?? "CC0-1.0") : null });
    names.push(`use-${n}`);
  }
  return { graph: { ...graph, assets, derivations, uses, statements }, uses: names };
}
