import type { Instrument } from "@cleartitle/norms";
import type { Groups } from "./groups.js";
import type { Moment } from "./moment.js";
import type { Relied } from "./relied.js";
import type { TextLines } from "./text-lines.js";

/** How a party can be bound by a text. */
export type Bond = "signature" | "acceptance" | "affiliate" | "own policy" | "reliance";

/** How parties are bound by texts. Hops are changes of party, never derivations. */
export class Bonds {
  readonly #groups: Groups;
  readonly #lines: TextLines;
  readonly #relied: () => Relied;

  constructor(groups: Groups, lines: TextLines, relied: () => Relied) {
    this.#groups = groups;
    this.#lines = lines;
    this.#relied = relied;
  }

  /** The first that applies; null: the party is not bound. */
  of(party: string, text: Instrument, at: Moment): Bond | null {
    const { bindsBy, kind, licensee, licensor } = text;
    if (licensee === party || (kind === "agreement" && licensor === party)) return "signature";
    if (this.#lines.isAccepted(text, party, at.date)) return "acceptance";
    if (bindsBy.includes("affiliate") || (kind === "policy" && licensor !== undefined)) {
      const group = this.#groups.of(party, at.date);
      if (bindsBy.includes("affiliate") && ((licensee !== undefined && group.has(licensee)) || this.#lines.isAcceptedIn(text, group, at.date))) return "affiliate";
      if (kind === "policy" && licensor !== undefined && group.has(licensor)) return "own policy";
    }
    return bindsBy.includes("reliance") && this.#relied().relies(party, text.id, at) ? "reliance" : null;
  }
}
