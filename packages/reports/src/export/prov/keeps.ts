import type { Sheet } from "../format.js";
import { Kept } from "../kept.js";
import type { Keeps } from "../trait.js";

/** What comes back of a record of provenance that is read as somebody else's. */
export function keepsOfProv(sheet: Sheet): Keeps {
  const kept = new Kept(sheet);
  return { ...kept.things, ...kept.worded, ...kept.acts };
}
