import { assetAt, findingsAt, releaseAt, waiversAt } from "../../shell/address.js";

/** The screen on which somebody sees to a notice; null: none has what it is about. */
export function screenOf(workspace: string, link: string): string | null {
  const [kind = "", id = ""] = link.split("/").map(decodeURIComponent);
  switch (kind) {
    case "uses": return releaseAt(workspace, id);
    case "waivers": return waiversAt(workspace);
    case "assets":
    case "sourcing": return assetAt(workspace, id);
    case "statements": return findingsAt(workspace);
    default: return null;
  }
}
