import { openCatalogue, placeIndex } from "@cleartitle/catalogue";
import { compileGraph } from "@cleartitle/engine";
import { demandsOf } from "../packages/engine/src/reference/demand.js";
import { linesOf } from "../packages/engine/src/reference/lines.js";
import { adoptedOption } from "../packages/engine/src/reference/positions.js";
import type { Act } from "../packages/engine/src/act.js";
import { coreOf } from "../packages/engine/src/compiled/judge/core.js";
import { demandsIn } from "../packages/engine/src/compiled/judge/demands.js";
import { WayBook } from "../packages/engine/src/compiled/judge/way-book.js";
import type { Place } from "../packages/engine/src/compiled/judge/spot.js";
import { Standpoint } from "../packages/engine/src/compiled/judge/standpoint.js";
import { defaultBudget } from "../packages/engine/src/compiled/over-budget.js";
import { momentOf } from "../packages/engine/src/compiled/state/moment.js";
import type { Env } from "../packages/engine/src/reference/scene.js";
import { count, measured, ms, once, table } from "./measure.js";
import { titleGraphOf } from "./title-graph.js";

const seed = 20261121;
/** The reference is asked up to this size: ten times as many take it a minute. */
const mostForReference = 1_000;

/** Demands of one act in every country of a group, the reference country by country, compiled all at once. */
export async function benchDemands(): Promise<void> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const on = "2026-06-01";
  const atoms = [...(placeIndex(catalogue).atomsOf("EU", on) ?? [])].toSorted();
  const rows: string[][] = [];
  for (const nodes of [1_000, 10_000, 100_000]) {
    const world = { graph: titleGraphOf(nodes, seed, ["EU"]), catalogue };
    const use = world.graph.uses.get("asked")!;
    const act: Act = {
      id: use.name, tense: "present", object: use.of, actions: use.actions, actor: use.actor, date: use.on, purposes: use.purpose, fields: use.field, recipients: [],
      hosted: use.hosted, facts: use.facts, scale: use.scale, derivation: null, named: use.named,
    };
    const shared = { asOf: on, knownAt: "9999-12-31", presume: true, position: (id: string, place: string) => adoptedOption(world, "cautious", on, id, place) };
    const load = await measured(3, () => compileGraph(world));
    const ground = { core: coreOf(world, shared.knownAt, defaultBudget), standpoint: new Standpoint({ world, asOf: on, profile: "cautious" }), act, at: momentOf(on, on), asOf: on, knownAt: shared.knownAt };
    const places = atoms.map((atom): Place => ({ ...ground, atom, here: null, things: null }));
    const compiled = await measured(3, () => demandsIn(places, new WayBook(ground.core.graph.nodes)));
    const found = compiled.result.reduce((sum, demands) => sum + demands.length, 0);
    const reference = nodes > mostForReference ? null : await once(() => {
      const env: Env = { ...shared, world, lines: linesOf(world), presumed: () => undefined };
      return atoms.reduce((sum, atom) => sum + demandsOf(act, atom, env, () => null).length, 0);
    });
    if (reference !== null && reference.result !== found) throw new Error(`${found} demands compiled, ${reference.result} by the reference`);
    rows.push([count(nodes), ms(load.median), count(found), ms(compiled.median), reference === null ? "not asked" : ms(reference.median), reference === null ? "" : `${(reference.median / compiled.median).toFixed(0)} x`]);
  }
  table(`Demands of hosting and distributing in ${atoms.length} countries, all layers; ms, the reference once and cold`, ["nodes", "compile graph", "demands", "compiled", "reference", "ratio"], rows);
}
