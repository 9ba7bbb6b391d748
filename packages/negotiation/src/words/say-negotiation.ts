import { type Block, type Item, item, sayCount, section } from "@cleartitle/engine";
import type { Concession } from "../concession.js";
import { packageText } from "../file/negotiation.js";
import type { SessionRecord } from "../session/record.js";
import { issueLog, sayMove, type Standing } from "../session/session.js";
import type { Solution } from "../solve.js";
import { sayPoints } from "../value/points.js";
import type { Valued } from "../value/valued.js";

const text = (line: string): Block => ({ kind: "text", text: line });

/** Efficient packages that are said; the rest is in the JSON. */
const most = 30;

const saidUses = ({ clearing: { uses } }: Valued): string[] => uses.map(({ use, status, obligations }) => `${use}: ${status}${obligations === 0 ? "" : `, ${sayCount(obligations, "obligation")}`}`);

function packageItem({ negotiation, reservations }: Solution, valued: Valued): Item {
  const [first, second] = negotiation.parties;
  const refused = negotiation.parties.flatMap(({ id }, side) => (valued.worth[side]! < reservations[side]! ? [id] : []));
  return item(`${first!.id} ${sayPoints(valued.worth[0])}, ${second!.id} ${sayPoints(valued.worth[1])}${refused.length === 0 ? "" : ` (refused by ${refused.join(" and ")})`}: ${packageText(negotiation, valued.settled)}`, { details: saidUses(valued) });
}

function concessionItem({ to, changes, costs, gives, uses }: Concession, solution: Solution, side: 0 | 1): Item {
  const { negotiation } = solution;
  const [own, other] = [negotiation.parties[side]!.id, negotiation.parties[side === 0 ? 1 : 0]!.id];
  return item(`${changes.map(({ issue, from, to: is }) => `${issue}: ${from} → ${is}`).join(", ")}: costs ${own} ${sayPoints(costs)}, gives ${other} ${sayPoints(gives)}`, {
    details: [
      ...changes.map((each) => `${each.issue} by their own weights: costs ${sayPoints(each.costs)}, gives ${sayPoints(each.gives)}`),
      ...uses.map(({ use, before, after, obligations }) => (before === after ? `${use} stays ${after}, with ${sayCount(obligations, "obligation")}` : `${use}: ${before} → ${after}`)),
      `after it ${own} has ${sayPoints(to.worth[side])}, ${other} ${sayPoints(to.worth[side === 0 ? 1 : 0])}`,
    ],
  });
}

const zoneText = ({ zone, hasZone, negotiation: { parties }, reservations }: Solution): string =>
  hasZone === true ? `There is a zone of agreement: ${sayCount(zone.length, "efficient package")} that both would take (${parties.map(({ id }, side) => `${id} from ${sayPoints(reservations[side]!)}`).join(", ")}).` : hasZone === false ? "There is no zone of agreement: each package is worth less to one side than the least that it takes." : "No package was found that both would take; among those that nobody asked there could be one.";

const cutText = ({ frontier: { cut } }: Solution): string[] => [
  ...(cut === null || cut.combinations === 0 ? [] : [`Cut: ${sayCount(cut.combinations, "combination")} of clauses were not asked; the best of them could be worth up to ${cut.couldBe.map(sayPoints).join(" and ")}.`]),
  ...(cut?.kept === true ? ["Cut: there are more efficient packages than were kept, and some are left out."] : []),
];

export interface SaidConcessions {
  readonly side: 0 | 1;
  readonly from: Valued;
  readonly concessions: readonly Concession[];
  readonly left: number;
}

/** What two parties could agree on, and what to give next. */
export function saySolution(solution: Solution, { side, from, concessions, left }: SaidConcessions): Block[] {
  const { negotiation, frontier, proposal, joint, clearings } = solution;
  const { counts, packages } = frontier;
  return [
    text(`${negotiation.title}: ${sayCount(negotiation.issues.length, "issue")}, ${counts.packages} packages; ${sayCount(packages.length, "efficient package")}.`),
    text(`Asked of the engine together: ${joint.length === 0 ? "nothing" : joint.join(", ")}; ${counts.asked} of ${counts.joint} combinations, ${counts.pruned} could not have been better, ${counts.impossible} are no deal; ${sayCount(clearings.decided, "decision")}.`),
    text(zoneText(solution)), ...cutText(solution).map(text),
    ...section("Proposal", proposal === null ? [] : [packageItem(solution, proposal)]),
    ...section(`What ${negotiation.parties[side]!.id} could give next, from: ${packageText(negotiation, from.settled)}`, concessions.slice(0, 5).map((each) => concessionItem(each, solution, side))),
    ...(left === 0 ? [] : [text(`Cut: ${left} packages nearby were not looked at.`)]),
    ...section("Efficient packages", packages.slice(0, most).map((each) => packageItem(solution, each))), ...(packages.length > most ? [text(`and ${packages.length - most} more`)] : []),
  ];
}

/** A session: what was said, what stands on each issue, whose turn it is. */
export function saySession({ negotiation, clearings }: Solution, record: SessionRecord, standing: Standing, valued: Valued | null): Block[] {
  const log = issueLog(negotiation, standing);
  const end = { open: `It is the turn of ${standing.turn ?? ""}.`, agreed: "It is agreed.", left: "A side left: nothing is agreed." } as const;
  const worth = valued === null ? [] : [`${standing.outcome === "agreed" ? "Agreed" : "Last offered"}: ${negotiation.parties.map(({ id }, side) => `${id} ${sayPoints(valued.worth[side]!)}`).join(", ")}${clearings.uses.length === 0 ? "" : `; ${saidUses(valued).join("; ")}`}.`];
  return [
    ...section("Session", record.moves.map((move) => item(sayMove(negotiation, move)))),
    ...section("Issues", log.map(({ issue, state, positions }) => item(`${issue}: ${state}`, { details: positions.map(({ number, by, option }) => `${number}. ${by}: ${option}`) }))),
    ...[...worth, end[standing.outcome]].map(text),
  ];
}
