import { sayCount } from "@cleartitle/engine";
import type { Effect } from "./deal.js";

/** What an effect comes to in one line. A release that is blocked as before may be blocked in more places: that is worse. */
export function sayEffect({ uses, same, untouched }: Pick<Effect, "uses" | "same" | "untouched">): string {
  const count = (...changes: readonly string[]): number => uses.filter(({ change }) => changes.includes(change)).length;
  const [worse, mixed, better] = [count("worse"), count("mixed"), count("better")];
  const others = uses.length - worse - mixed - better;
  const parts = [
    worse > 0 ? `${sayCount(worse, "release")} worse` : "", mixed > 0 ? `${sayCount(mixed, "release")} worse in some places and better in others` : "", better > 0 ? `${sayCount(better, "release")} better` : "",
    others > 0 ? `${others} with other conditions` : "", same > 0 ? `${same} as before` : "", untouched > 0 ? `${untouched} not reached by the deal` : "",
  ].filter((part) => part !== "");
  return uses.length === 0 ? `No release is answered otherwise${parts.length === 0 ? "" : `: ${parts.join(", ")}`}.` : `${parts.join(", ")}.`;
}
