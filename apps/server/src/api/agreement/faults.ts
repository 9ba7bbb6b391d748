import type { Problem } from "@cleartitle/norms";
import { ApiStop } from "../stop.js";

/** What is wrong in a text is told where it stands in it, by line and column, and by where the request has the text; anything else where the body says it. */
export const faultsAt = (problems: readonly Problem[], textAt: string): readonly Problem[] => problems.map((each) => (each.file === null ? each : { ...each, file: null, pointer: textAt }));

export function stopAtFaults(problems: readonly Problem[], textAt: string): void {
  if (problems.length > 0) throw new ApiStop(faultsAt(problems, textAt));
}
