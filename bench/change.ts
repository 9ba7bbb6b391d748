import { openCatalogue, type Catalogue } from "@cleartitle/catalogue";
import { compileGraph, impactOf, type Impact, type World } from "@cleartitle/engine";
import { applyChanges, type Asset, type ChangeSet, type Derivation } from "@cleartitle/title";
import { decide } from "../packages/engine/src/compiled/judge/decide.js";
import { patchGraph } from "../packages/engine/src/compiled/patch-graph.js";
import { within } from "./alone.js";
import { count, measured, megabytes, ms, once, table, times } from "./measure.js";
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
  readonly patch: number;
  readonly apply: number;
  readonly impact: number;
  readonly reached: number;
  readonly changed: string;
}

/** One edge more, with the graph compiled anew and patched; and one model that turns out to be under another license: what that reaches, decided before and after. */
export async function changed(assets: number): Promise<Found> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const before = workspaceOf(assets, catalogue);
  const edge: ChangeSet = [{ change: "add-derivation", derivation: { ...before.graph.derivations.get(`t-${idOf(1)}`)!, id: "t-more", from: [idOf(3)] } }];
  const edged = { graph: applyChanges(before.graph, edge), catalogue };
  const compile = await once(() => compileGraph(before));
  const patch = await measured(9, () => patchGraph(compile.result, before.graph, edged, edge));
  const changes: ChangeSet = [{ change: "add-statement", statement: { ...licensed(idOf(0), "CC-BY-NC-4.0"), rung: "concluded", by: "counsel" } }];
  const apply = await once(() => ({ graph: applyChanges(before.graph, changes), catalogue }));
  const impact = await measured(2, (): Impact => impactOf(before, apply.result, changes, { decide }));
  return { uses: before.graph.uses.size, compile: compile.median, patch: patch.median, apply: apply.median, impact: impact.median, reached: impact.result.uses.length, changed: impact.result.uses.map((each) => each.change).join(" ") };
}

/** One edge and one license changed in a workspace, as it grows: the compiled graph follows, and what the license reaches is decided again. */
export async function benchChange(): Promise<void> {
  const rows: string[][] = [];
  for (const assets of [1_000, 10_000, 100_000]) {
    const found = await within<Found>(patience, import.meta.url, "changed", assets);
    rows.push(typeof found === "string" ? [count(assets), found] : [count(assets), count(found.result.uses), ms(found.result.compile), ms(found.result.patch), times(found.result.compile, found.result.patch), ms(found.result.apply), ms(found.result.impact), count(found.result.reached), found.result.changed, megabytes(found.peak)]);
  }
  table("Changes of a workspace. One edge more: the graph compiled (once, cold) and patched. One license concluded to be another: applied, and all that it reaches decided before and after; ms",
    ["assets", "uses", "compile", "patch", "ratio", "apply", "impact", "uses reached", "they are", "peak MB"], rows);
}
