import { openCatalogue, placeIndex } from "@cleartitle/catalogue";
import { CompiledText, kindsPassed, RoleProfiles, RolesPlayed, type CompiledGraph, type GrantRequest, type RolePlayed } from "@cleartitle/engine";
import { edgesOf } from "../packages/engine/src/compiled/edges.js";
import { alone } from "./alone.js";
import { derivationKinds } from "./title-graph.js";
import { layeredGraph } from "./layered-graph.js";
import { count, measured, megabytes, ms, once, table } from "./measure.js";

const seed = 20261121;
const text = "CC-BY-SA-4.0";
const places = ["DE", "US", "JP"];
const rounds = 5;
const fields = ["general"];
const purposes = ["commercial"];
const nobody: readonly string[] = [];
const noPosition = (): null => null;
const look = () => ({ truth: "unknown" as const, kept: "unknown" as const });

const asked = (played: readonly RolePlayed[]): GrantRequest =>
  ({ action: "distribute", purposes, date: "2026-06-01", asOf: "2026-06-01", fields, recipients: nobody, actorKind: null, layer: "copyright", played, persists: "true", tense: "present", position: noPosition, look });

interface Found {
  readonly descendants: number;
  readonly compile: number;
  readonly roles: number;
  readonly verdicts: number;
  readonly allowed: number;
  readonly reasons: number;
}

/** The part that one text plays in everything that its asset went into, and what it says there of handing it out; the reasons of any thousand. */
export async function judged(nodes: number): Promise<Found> {
  const { catalogue } = openCatalogue();
  if (catalogue === null) throw new Error("the catalogue has problems");
  const layered = layeredGraph(nodes, seed);
  const compile = await once(() => edgesOf(nodes, layered.columns, false));
  // Nothing but the edges is asked of the graph here: names of a million assets are in no row.
  const graph = { edges: compile.result } as CompiledGraph;
  const instrument = catalogue.instruments.get(text)!;
  const governing = new CompiledText(instrument, { taxonomies: catalogue.taxonomies, places: placeIndex(catalogue), positions: catalogue.positions });
  const profile = new RoleProfiles(kindsPassed(derivationKinds, catalogue.taxonomies.derivationKinds)).of(instrument.reach, noPosition);
  const roles = await measured(rounds, () => new RolesPlayed(graph, layered.root, profile));
  const reached = [...roles.result.nodes()];
  // What a text says of a thing turns on the parts that it plays: things that play the same are answered alike.
  const verdicts = await measured(rounds, () => {
    const known = new Map<readonly RolePlayed[], boolean>();
    let allowed = 0;
    for (const node of reached) {
      const played = roles.result.of(node);
      let may = known.get(played);
      if (may === undefined) known.set(played, (may = places.every((place) => governing.grant(asked(played), place).interval.worst !== "blocked")));
      if (may) allowed++;
    }
    return allowed;
  });
  const some = reached.filter((_, i) => i % Math.ceil(reached.length / 1_000) === 0);
  const reasons = await measured(rounds, () => some.flatMap((node) => {
    const played = roles.result.of(node);
    return places.map((place) => ({ node, place, played, ...governing.grant(asked(played), place) }));
  }).length);
  return { descendants: reached.length, compile: compile.median, roles: roles.median, verdicts: verdicts.median, allowed: verdicts.result, reasons: reasons.median };
}

/** What the text of one asset says of everything that the asset went into, as a graph grows. */
export async function benchDescendants(): Promise<void> {
  const rows: string[][] = [];
  for (const nodes of [10_000, 100_000, 1_000_000]) {
    const { result, peak } = await alone<Found>(import.meta.url, "judged", nodes);
    rows.push([count(nodes), count(result.descendants), ms(result.compile), ms(result.roles), ms(result.verdicts), count(result.allowed), ms(result.roles + result.verdicts), ms(result.reasons), megabytes(peak)]);
  }
  table(`What ${text} on one asset says of handing out, in ${places.join(", ")}, everything that the asset went into; ms, medians of ${rounds}. The right of that one asset alone: others upstream are not asked`,
    ["assets", "descendants", "compile", "roles", "verdicts", "usable", "roles and verdicts", "reasons of 1,000", "peak MB"], rows);
}
