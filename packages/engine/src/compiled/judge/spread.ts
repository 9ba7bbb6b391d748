import type { ActCase } from "./act-case.js";
import { Explorer, type InPlay } from "./explorer.js";
import type { Inquiry } from "./inquiry.js";
import { Latest } from "./latest.js";
import { RangePlaces } from "./range-places.js";
import { Kept } from "./turning.js";

/** How many are kept: of questions to one act, and of sets of contested questions in play. */
const [asked, sets] = [8, 8];

/** What the pieces of an act's judgment come to by how the contested questions are taken, kept from one question to the next. */
export class Spread {
  /** By class of places, what its pieces ask for. */
  readonly touched: readonly Kept<void>[];
  readonly #over = new Latest<RangePlaces>(sets);

  constructor(places: number) {
    this.touched = Array.from({ length: places }, () => new Kept());
  }

  over(inPlay: readonly InPlay[], inquiry: Inquiry): RangePlaces {
    return this.#over.of(JSON.stringify(inPlay.map(({ id }) => id)), () => new RangePlaces(new Explorer(inquiry.standpoint, inPlay)));
  }
}

const kept = new WeakMap<ActCase, Latest<Spread>>();

export function spreadOf({ act, beside }: Inquiry): Spread {
  let latest = kept.get(act);
  if (latest === undefined) kept.set(act, (latest = new Latest(asked)));
  return latest.of(beside, () => new Spread(act.places.length));
}
