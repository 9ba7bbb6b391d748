import type { DemandOnWay } from "./demand-on-way.js";

/** Demands of which the same is found but for names, and for what earlier acts on their sources came to. */
export type DemandGroup = readonly DemandOnWay[];

/** Demands in groups, in the order of their first ones. `commonTo`: what a demand's way has in common with those of others of which the same is found; null: with none. */
export function demandGroups(demands: readonly DemandOnWay[], commonTo: (demand: DemandOnWay) => object | null): readonly DemandGroup[] {
  const groups: DemandOnWay[][] = [];
  const known = new Map<object, Map<string, DemandOnWay[]>>();
  for (const demand of demands) {
    const common = commonTo(demand);
    const like = common === null ? undefined : (known.get(common) ?? new Map<string, DemandOnWay[]>());
    const name = `${demand.layer} ${demand.action} ${demand.persists}`;
    const group = like?.get(name);
    if (group !== undefined) {
      group.push(demand);
      continue;
    }
    const begun = [demand];
    groups.push(begun);
    if (common !== null) known.set(common, like!.set(name, begun));
  }
  return groups;
}
