import type { Truth } from "@cleartitle/norms";
import { anchorDate } from "./anchor-date.js";
import type { Setting, Spot, Text } from "./setting.js";
import type { QuantityTest } from "./state/quantities.js";
import { stateOf } from "./state/state.js";

/** The test of a bounded quantity, compiled. A group is read at the top of its chain of control as of the anchor. */
export function quantityTest(test: QuantityTest, setting: Setting, text: Text): (spot: Spot) => Truth {
  const { act, graph, world, knownAt } = setting;
  const { quantities } = stateOf(world, graph, knownAt);
  const dateAt = anchorDate(test.at ?? "act", setting, text);
  return (spot) => quantities.of(test, { node: spot.source, party: act.actor, scale: act.scale, text: text?.id ?? null, date: dateAt(spot) }).truth;
}
