import type { Instrument } from "@cleartitle/norms";
import { takesIn } from "../../judgment/contribution.js";
import type { Groups } from "./groups.js";
import type { Moment } from "./moment.js";
import type { Relied } from "./relied.js";
import type { TextLines } from "./text-lines.js";
import type { Told } from "./told.js";

/** How a party can be bound by a text. */
export type Bond = "signature" | "acceptance" | "affiliate" | "employer" | "own policy" | "reliance" | "flow-down";

/** How parties are bound by texts. Hops are changes of party, never derivations. */
export class Bonds {
  readonly #groups: Groups;
  readonly #lines: TextLines;
  readonly #relied: () => Relied;

  readonly #told: Told;

  constructor(told: Told, groups: Groups, lines: TextLines, relied: () => Relied) {
    this.#told = told;
    this.#groups = groups;
    this.#lines = lines;
    this.#relied = relied;
  }

  /** As it is bound itself, or, having got the thing from somebody who is, by a text that goes on to recipients. */
  inAct(party: string, handedBy: string | undefined, text: Instrument, at: Moment): Bond | null {
    const own = this.of(party, text, at);
    if (own !== null || handedBy === undefined || !text.bindsBy.includes("flow-down")) return own;
    return this.of(handedBy, text, at) === null ? null : "flow-down";
  }

  /** Whether a party's group offers a text by which others license to it what they publish. Of a day that nobody recorded only the licensor itself is sure. */
  isPlatform(party: string, text: Instrument, { date }: Moment): boolean {
    if (text.licensor === undefined || !takesIn(text)) return false;
    return party === text.licensor || (date !== null && this.#groups.of(party, date).has(text.licensor));
  }

  /** The first that applies; null: the party is not bound. Nobody owes to itself what it asks of those who publish on its platform. */
  of(party: string, text: Instrument, at: Moment): Bond | null {
    if (this.isPlatform(party, text, at)) return null;
    const { bindsBy, kind, licensee, licensor } = text;
    if (licensee === party || (kind === "agreement" && licensor === party)) return "signature";
    if (this.#lines.isAccepted(text, party, at.date)) return "acceptance";
    const employed = bindsBy.includes("employer") && this.#told.kindsOf(party, at.date).includes("individual");
    if (bindsBy.includes("affiliate") || employed || (kind === "policy" && licensor !== undefined)) {
      const group = this.#groups.of(party, at.date);
      const through = (bindsBy.includes("affiliate") || employed) && ((licensee !== undefined && group.has(licensee)) || this.#lines.isAcceptedIn(text, group, at.date));
      if (through) return bindsBy.includes("affiliate") ? "affiliate" : "employer";
      if (kind === "policy" && licensor !== undefined && group.has(licensor)) return "own policy";
    }
    return bindsBy.includes("reliance") && this.#relied().relies(party, text.id, at) ? "reliance" : null;
  }
}
