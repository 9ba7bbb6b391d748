import type { Instrument } from "@cleartitle/norms";
import { withoutYielded } from "./reciprocity.js";
import type { Spot } from "./spot.js";

/** A text as it stands for the party of the act at a spot: its version, without what is waived, given up or ended. */
export const standingAt = (spot: Spot, text: Instrument): Instrument => withoutYielded(spot, spot.core.state.standing.of(text, {
  node: spot.node, party: spot.act.actor, at: spot.at,
  judge: (condition, from, reading) => spot.core.of.telling.tell(condition, { ...spot, text: from }, reading).truth,
}));
