import type { World } from "@cleartitle/engine";
import { nameHint, problem, type Problem, type Taxonomies } from "@cleartitle/norms";
import { applyChanges, type ChangeSet, readTitleValue } from "@cleartitle/title";
import { type Compiled, titleOfDeal } from "../compile/compile.js";
import type { Deal } from "../deal/deal.js";

/** A world in which a deal holds. */
export interface DealWorld {
  readonly world: World;
  /** What was changed to make it of the world as it was recorded. */
  readonly changes: ChangeSet;
}

/** The changes by which a compiled deal is recorded: its text in the place of an older state of it, and who signed beside the licensee. */
function changesFor(world: World, deal: Deal, compiled: Compiled, taxonomies: Taxonomies): ChangeSet {
  const { graph, problems } = readTitleValue(titleOfDeal(deal, compiled), { file: deal.id, taxonomies });
  const instrument = graph?.instruments.get(deal.id);
  if (instrument === undefined) throw new Error(`a deal that compiled is no text of a title file: ${problems[0]?.message ?? ""}`);
  const known = new Set(world.graph.assets.keys());
  return [
    { change: "add-instrument", instrument, covers: deal.assets.map((asset) => asset.id).filter((id) => known.has(id)) },
    ...world.graph.acceptances.filter((each) => each.instrument === deal.id).map((acceptance) => ({ change: "remove-acceptance" as const, acceptance })),
    ...graph!.acceptances.filter((each) => each.instrument === deal.id).map((acceptance) => ({ change: "add-acceptance" as const, acceptance })),
  ];
}

/** A recorded world with a deal in it, whatever older state of the deal it held. */
export function worldWith(world: World, deal: Deal, compiled: Compiled, taxonomies: Taxonomies): DealWorld {
  const changes = changesFor(world, deal, compiled, taxonomies);
  return { world: { ...world, graph: applyChanges(world.graph, changes) }, changes };
}

/** Why a title file cannot say what a deal does: it knows nobody of the deal, or nothing that the deal is about. */
export function strangersTo({ graph }: World, deals: readonly Deal[], file: string): Problem[] {
  const problems: Problem[] = [];
  for (const role of ["licensor", "licensee"] as const) {
    const ids = new Set(deals.flatMap((deal) => deal.parties.filter((party) => party.role === role).map((party) => party.id)));
    for (const id of ids) if (!graph.parties.has(id)) problems.push(problem("dangling-reference", `the title file has no party \`${id}\`, the ${role} of the deal`, { file, hint: nameHint(id, graph.parties.keys()) ?? "the deal and the title file call the parties by the same ids" }));
  }
  const assets = new Set(deals.flatMap((deal) => deal.assets.map((asset) => asset.id)));
  const isKnown = (id: string): boolean => graph.assets.has(id);
  if (![...assets].some(isKnown)) problems.push(problem("dangling-reference", `the title file has none of the assets of the deal: ${[...assets].map((id) => `\`${id}\``).join(", ")}`, { file, hint: "the deal and the title file call assets by the same ids" }));
  return problems;
}
