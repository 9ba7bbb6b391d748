import type { CatalogueNames } from "../../api/names.js";
import { recordKindIn } from "../../api/record-kind.js";
import { agreementAt, assetAt, findingsAt, obligationsAt, recordAt, releaseAt, waiversAt } from "../../shell/address.js";

/** The screen on which somebody sees to a notice; null: none has what it is about. */
export function screenOf(workspace: string, link: string, names: CatalogueNames): string | null {
  const [kind = "", id = ""] = link.split("/").map(decodeURIComponent);
  switch (kind) {
    case "uses": return releaseAt(workspace, id);
    case "waivers": return waiversAt(workspace);
    case "assets":
    case "sourcing": return assetAt(workspace, id);
    case "statements": return findingsAt(workspace);
    case "agreements": return agreementAt(workspace, id);
    case "obligations": return obligationsAt(workspace);
    case "catalogue": {
      const record = recordKindIn(names, id);
      return record === null ? null : recordAt(workspace, record, id);
    }
    default: return null;
  }
}
