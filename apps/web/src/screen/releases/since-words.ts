import { statusOrder } from "@cleartitle/norms";
import type { ReleaseBrief } from "./use-releases.js";

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is otherwise than when somebody last recorded a decision, in one line. */
export function saySince({ since, recorded }: Pick<ReleaseBrief, "since" | "recorded">): string {
  if (recorded === null) return "no decision is recorded yet";
  if (since === null) return "the recorded one was asked otherwise, or its text was redacted";
  if (!since.changed) return "nothing changed";
  const turn = statusOrder(since.after, since.before);
  const parts = [
    turn === 0 ? "" : `${turn > 0 ? "worse" : "better"}: ${since.before}, now ${since.after}`,
    since.worse > 0 ? `worse in ${counted(since.worse, "place", "places")}` : "", since.better > 0 ? `better in ${counted(since.better, "place", "places")}` : "",
    since.newReasons > 0 ? counted(since.newReasons, "new reason", "new reasons") : "", since.goneReasons > 0 ? `${counted(since.goneReasons, "reason", "reasons")} gone` : "",
    since.newObligations > 0 ? counted(since.newObligations, "new obligation", "new obligations") : "", since.goneObligations > 0 ? `${counted(since.goneObligations, "obligation", "obligations")} gone` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "changed" : parts.join("; ");
}
