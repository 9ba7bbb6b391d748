import { mattersBetween } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import type { Caller } from "../caller.js";
import { ApiStop } from "../stop.js";

/**
 * Stops a write that would settle by the way what four eyes have to see: positions and the profile, conclusions, waivers. `before` null: nothing was recorded yet. The one local user of a machine has
 * no second person, and could write the database besides.
 */
export function stopAtSettled({ by }: Caller, before: TitleGraph | null, after: TitleGraph): void {
  if (by === "local") return;
  const touched = mattersBetween(before, after);
  if (touched.length > 0) throw new ApiStop(touched.map((matter) => problem("forbidden", `it would change a ${matter}, which somebody else has to approve`, { hint: `leave it out, and propose it: \`POST …/proposals/${matter}s\`` })));
}
