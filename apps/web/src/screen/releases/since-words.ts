import { sayCount } from "@cleartitle/engine";
import { statusOrder } from "@cleartitle/norms";
import type { ReleaseBrief } from "./use-releases.js";

/** What is otherwise than when somebody last recorded a decision, in one line. */
export function saySince({ since, recorded }: Pick<ReleaseBrief, "since" | "recorded">): string {
  if (recorded === null) return "no decision is recorded yet";
  if (since === null) return "the recorded one was asked otherwise, or its text was redacted";
  if (!since.changed) return "nothing changed";
  const turn = statusOrder(since.after, since.before);
  const parts = [
    turn === 0 ? "" : `${turn > 0 ? "worse" : "better"}: ${since.before}, now ${since.after}`,
    since.worse > 0 ? `worse in ${sayCount(since.worse, "place")}` : "", since.better > 0 ? `better in ${sayCount(since.better, "place")}` : "",
    since.newReasons > 0 ? sayCount(since.newReasons, "new reason") : "", since.goneReasons > 0 ? `${sayCount(since.goneReasons, "reason")} gone` : "",
    since.newObligations > 0 ? sayCount(since.newObligations, "new obligation") : "", since.goneObligations > 0 ? `${sayCount(since.goneObligations, "obligation")} gone` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "changed" : parts.join("; ");
}
