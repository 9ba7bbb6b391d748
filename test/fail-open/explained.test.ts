import { countsAgainst, decide, type Decision } from "@cleartitle/engine";
import { statusOrder, type Status } from "@cleartitle/norms";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyWorld } from "../worlds/rare-world.js";
import { realTitle, realWorldOf } from "../worlds/real-world.js";
import { asked, worldOf } from "../worlds/world-arbitrary.js";

/** Places that come to something for which no reason stands that a gate, a waiver or a finding could speak of. */
function unexplained({ byTerritory, reasons }: Decision): string[] {
  const against = reasons.filter(countsAgainst);
  const open = byTerritory.filter(({ decision }) => decision === "unresolved" || decision === "blocked");
  return open.flatMap(({ territories, decision }) => territories.filter((place) => !against.some((reason) => reason.territories.includes(place) && statusOrder(reason.decision as Status, decision) >= 0)));
}

/** Else what is waived beside it would let pass what nobody waived. */
test("whatever is open or blocked in a place is so by a reason that counts against it there", () => {
  const worlds = fc.oneof({ weight: 4, arbitrary: anyWorld.map(worldOf) }, { weight: 1, arbitrary: realTitle.map(realWorldOf) });
  fc.assert(fc.property(worlds, (world) => {
    expect(unexplained(decide(world, asked, { withoutRange: true, withoutProof: true, fullProof: true }))).toEqual([]);
  }), { seed: 5, numRuns: 400 });
});
