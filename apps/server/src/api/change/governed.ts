import { problem, type Problem } from "@cleartitle/norms";
import type { ChangeSet, GraphChange } from "@cleartitle/title";

/** What a change does that one person alone may not do. */
function governed(each: GraphChange): string | null {
  if (each.change === "add-position" || each.change === "remove-position") return "a position";
  return each.change === "add-statement" && each.statement.rung === "concluded" ? "a conclusion" : null;
}

/** Positions, conclusions and waivers are proposed by one person and approved by another: a change set that anybody may record has none of them. */
export function ungoverned(changes: ChangeSet): Problem[] {
  return [...new Set(changes.flatMap((each) => governed(each) ?? []))].map((what) => problem("forbidden", `${what} is proposed by one person and approved by another`, { hint: "propose it; the change set is recorded without it" }));
}
