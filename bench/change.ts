import { openCatalogue, type Catalogue } from "@cleartitle/catalogue";
import { decide, defaultBudget, impactOf, type Impact, type World } from "@cleartitle/engine";
import { applyChanges, type Asset, type ChangeSet, type Derivation } from "@cleartitle/title";
import { coreOf, follow } from "../packages/engine/src/compiled/judge/core.js";
import { within } from "./alone.js";
import { count, measured, megabytes, ms, once, table } from "./measure.js";
import { idOf, licensed, titleGraph, useOf } from "./title-graph.js";

/** A product of every hundredth model is asked for. */
const every = 100;
const patience = 120;

/** A company's workspace: models of others, each tuned and put into a product of its own, and uses of some of these. */
function workspaceOf(assets: number, catalogue: Catalogue): World {
  const chains = Math.floor(assets / 3);
  const none = { from: null, to: null };
  const bare = { version: null, digest: null, licensor: null, modality: [], upstream: "complete", published: null, acquired: [], parts: [], placeholder: false } as const;
  const made = { who: "us", during: none, in: [], purpose: [], field: [], facts: [], acts: [] } as const;
  const numbers = Array.from({ length: chains }, (_, i) => [idOf(3 * i), idOf(3 * i + 1), idOf(3 * i + 2)] as const);
  const uses = numbers.filter((_, i) => i % every === 0).map(([, , product]) => ({ ...useOf(product, ["DE"]), name: `use-of-${product}` }));
  const assetsIn = numbers.flatMap(([base, tuned, product]): Asset[] => [{ ...bare, id: base, kind: "model", source: `hub:${base}` }, { ...bare, id: tuned, kind: "model", source: null }, { ...bare, id: product, kind: "product", source: null }]);
  const derivations = numbers.flatMap(([base, tuned, product]): Derivation[] => [{ ...made, id: `t-${tuned}`, from: [base], to: tuned, by: "finetune" }, { ...made, id: `i-${product}`, from: [tuned], to: product, by: "include" }]);
  const graph = titleGraph(
    new Map(assetsIn.map((each) => [each.id, each])), new Map(derivations.map((each) => [each.id, each])), uses[0]!, numbers.map(([base]) => licensed(base, "Apache-2.0")), { uses: new Map(uses.map((use) => [use.name, use])) },
  );
  return { graph, catalogue };
}

interface Found {
  readonly uses: number;
  readonly compile: number;
  /** One edge more, and one license concluded to be another: the graph changed, and the world ready to be asked again. */
  readonly edge: Followed;
  readonly word: Followed;
}

interface Followed {
  readonly apply: number;
  readonly follow: number;
  /** One use of what changed, whole: its first decision after the change. */
  readonly decide: number;
  readonly impact: number;
  readonly reached: number;
  readonly changed: string;
}

const always = "9999-12-31T23:59:59Z";
const rounds = 15;

/** One change after another of one workspace, each from the world as it was. */
async function followed(before: World, changesOf: (round: number) => ChangeSet): Promise<Followed> {
  const sets = Array.from({ length: rounds + 1 }, (_, i) => changesOf(i));
  let next = 0;
  const apply = await measured(rounds, () => ({ graph: applyChanges(before.graph, sets[next++ % sets.length]!), catalogue: before.catalogue }));
  const worlds = sets.map((changes) => ({ changes, after: { graph: applyChanges(before.graph, changes), catalogue: before.catalogue } }));
  let at = 0;
  const follows = await measured(rounds, () => {
    const { changes, after } = worlds[at++ % worlds.length]!;
    follow(before, after, changes);
    return coreOf(after, always, defaultBudget).state;
  });
  const use = before.graph.uses.keys().next().value!;
  let asked = 0;
  const decided = await measured(rounds, () => decide(worlds[asked++ % worlds.length]!.after, use, { withoutRange: true }).decision);
  const { changes, after } = worlds[0]!;
  const impact = await measured(3, (): Impact => impactOf(before, after, changes, { decide }));
  return { apply: apply.median, follow: follows.median, decide: decided.median, impact: impact.median, reached: impact.result.uses.length, changed: impact.result.uses.map((each) => each.change).join(" ") };
}

/** One edge more, and one model that turns out to be under another license, in a workspace that was asked of before. */
export async function changed(assets: number): Promise<Found> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const before = workspaceOf(assets, catalogue);
  const compile = await once(() => coreOf(before, always, defaultBudget));
  decide(before, before.graph.uses.keys().next().value!, { withoutRange: true });
  const tuned = before.graph.derivations.get(`t-${idOf(1)}`)!;
  const edge = await followed(before, (round) => [{ change: "add-derivation", derivation: { ...tuned, id: `t-more-${round}`, from: [idOf(3 + 3 * round)] } }]);
  const word = await followed(before, (round) => [{ change: "add-statement", statement: { ...licensed(idOf(0), "CC-BY-NC-4.0"), id: `found-${round}`, rung: "concluded", by: "counsel" } }]);
  return { uses: before.graph.uses.size, compile: compile.median, edge, word };
}

/** One edge and one license changed in a workspace, as it grows: what is compiled follows, and what the change reaches is decided again. */
export async function benchChange(): Promise<void> {
  const rows: string[][] = [];
  for (const assets of [1_000, 10_000, 100_000]) {
    const found = await within<Found>(patience, import.meta.url, "changed", assets);
    if (typeof found === "string") rows.push([count(assets), found]);
    else {
      const { uses, compile, edge, word } = found.result;
      for (const [what, { apply, follow: ready, decide: first, impact, reached, changed: they }] of [["an edge more", edge], ["another license", word]] as const) {
        rows.push([count(assets), what, count(uses), ms(compile), ms(apply), ms(ready), ms(apply + ready), ms(first), ms(impact), count(reached), they, megabytes(found.peak)]);
      }
    }
  }
  table("Changes of a workspace: applied, and what is compiled following them; then one use that they reach decided whole for the first time, and all that they reach before and after; ms, medians",
    ["assets", "change", "uses", "compile, cold", "apply", "follow", "ready", "decide", "impact", "reached", "they are", "peak MB"], rows);
}
