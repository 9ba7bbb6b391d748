import { canonicalJson } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import type { Permission } from "../permission.js";

/** What one person alone does not settle. */
export const matters = ["position", "conclusion", "waiver"] as const;
export type Matter = (typeof matters)[number];

export const proposing = { position: "positions:propose", conclusion: "conclusions:propose", waiver: "waivers:propose" } as const satisfies Record<Matter, Permission>;
export const approving = { position: "positions:approve", conclusion: "conclusions:approve", waiver: "waivers:approve" } as const satisfies Record<Matter, Permission>;

/** What somebody concluded, and whatever else says that it corrects it: a conclusion that is corrected is out of force, on whichever evidence. */
function conclusionsIn({ statements }: TitleGraph): readonly unknown[] {
  const concluded = new Set(statements.filter(({ rung }) => rung === "concluded").map(({ id }) => id));
  return statements.filter(({ id, supersedes }) => concluded.has(id) || (supersedes !== null && concluded.has(supersedes)));
}

/** All that a graph settles, by what it is. */
const settled: Record<Matter, (graph: TitleGraph) => readonly unknown[]> = {
  // The profile answers every contested question that nobody answered.
  position: (graph) => [graph.profile, ...graph.positions],
  conclusion: (graph) => [...conclusionsIn(graph), ...graph.events.filter(({ kind }) => kind === "breach-concluded")],
  waiver: (graph) => graph.waivers,
};

/** What nobody recorded yet. */
const nothing: Record<Matter, readonly unknown[]> = { position: ["cautious"], conclusion: [], waiver: [] };

const asText = (records: readonly unknown[]): string => records.map((record) => canonicalJson(record)).toSorted().join("\n");

/**
 * What four eyes have to see of a change, whichever way it was made: the graphs are compared, so that what replaces, withdraws or takes out a conclusion by the way is seen as well as what adds one.
 * `before` null: nothing was recorded yet.
 */
export function mattersBetween(before: TitleGraph | null, after: TitleGraph): readonly Matter[] {
  return matters.filter((matter) => asText(before === null ? nothing[matter] : settled[matter](before)) !== asText(settled[matter](after)));
}
