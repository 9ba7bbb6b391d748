import { sayCount } from "@cleartitle/engine";
import type { Count, Supply } from "./supply.js";

/** Pairs of licenses that a report for a person lists; data formats have them all. */
const most = 12;

const say = (counts: readonly Count[]): string => counts.map(({ name, count }) => `${count} ${name}`).join(", ");

/** The counts over a supply chain, a line each; what has nothing to count is left out. */
export function saySupply({ licenses, unknowns, drift }: Supply): string[] {
  const recorded = Object.entries(licenses).flatMap(([name, count]) => (count === 0 ? [] : [{ name, count }]));
  const pairs = drift.licenses.slice(0, most);
  const hidden = drift.licenses.length - pairs.length;
  return [
    ...(recorded.length === 0 ? [] : [`license records: ${say(recorded)}`]),
    ...(unknowns.length === 0 ? [] : [`unresolved for: ${say(unknowns)}`]),
    ...(drift.assets === 0 ? [] : [
      `license drift: ${sayCount(drift.assets, "asset")}, ${sayCount(drift.pairs, "source")}; through ${say(drift.through)}; ${say(drift.why)}; at depth ${drift.depth.map(({ name, count }) => `${name}: ${count}`).join(", ")}`,
      `  ${say(pairs)}${hidden > 0 ? `, and ${hidden} more pairs of licenses` : ""}`,
    ]),
  ];
}
