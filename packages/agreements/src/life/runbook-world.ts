import type { Decision, World } from "@cleartitle/engine";
import { addDuration, type Norm, roles as allRoles, testsIn } from "@cleartitle/norms";
import { applyChanges, type ChangeSet, type Use } from "@cleartitle/title";
import { type Agreement, termsOn } from "./agreement.js";
import { endChanges, textIdOf } from "./live-changes.js";

export interface Ending {
  /** The first day without rights. */
  readonly on: string;
  readonly how: "term" | "termination" | "withdrawal";
}

export const keeping = "keep";

export const withUses = (world: World, uses: ReadonlyMap<string, Use>): World => ({ ...world, graph: { ...world.graph, uses } });

export const onDay = (uses: ReadonlyMap<string, Use>, on: string): ReadonlyMap<string, Use> => new Map([...uses].map(([name, use]) => [name, { ...use, on }] as const));

/** The world in which the agreement is over from a day on. Where its term is over there is nothing to change. */
export function endedWorld(world: World, agreement: Agreement, { on, how }: Ending): World {
  return how === "term" ? world : { ...world, graph: applyChanges(world.graph, endChanges(agreement, { on, how, evidence: null }, "0001-01-01")) };
}

/** The records with a text in place of the agreement that forbids to keep things, part by part: by which ban a thing is met, the engine says which parts it plays. */
export function partsWorld(world: World, { deal, segments }: Agreement): World {
  const { covers = [], unsupported: _unsupported, ...text } = segments[0]!.compiled.instrument;
  const norms = allRoles.map((role): Norm => ({ kind: "prohibit", id: role, cite: role, on: [role], prohibit: { actions: [keeping] } }));
  const changes: ChangeSet = [
    ...segments.map((segment) => ({ change: "remove-instrument" as const, instrument: textIdOf(deal, segment) })),
    { change: "add-instrument", instrument: { ...text, norms, rest: "silent", term: {} }, covers: [...covers] },
  ];
  return { ...world, graph: applyChanges(world.graph, changes) };
}

export const partsIn = ({ reasons }: Decision, { deal }: Agreement): readonly string[] =>
  [...new Set(reasons.flatMap(({ instrument, norm }) => (instrument === deal.id && norm !== null && norm !== "free" ? [norm] : [])))].toSorted();

/** First days after the end on which a clause says something else, such as the one after winding down. Whether what goes on after the end goes on from there is asked of the engine again. */
export function turnsAfter(agreement: Agreement, lastDay: string, { on }: Ending): readonly string[] {
  const { norms } = termsOn(agreement, lastDay)!.compiled.instrument;
  const spans = norms.flatMap((norm) => [norm.inForce ?? {}, ...testsIn(norm.if).flatMap((test) => ("date" in test ? [test] : []))]);
  const days = spans.flatMap(({ from, to }) => [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [addDuration(to, "P1D") ?? to])]);
  return [...new Set(days)].filter((day) => day > on).toSorted();
}
