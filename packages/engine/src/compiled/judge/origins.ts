import { demandsIn } from "./demands.js";
import type { DemandOnWay } from "./demand-on-way.js";
import { nodeOf, type Place } from "./spot.js";
import { ascentsFrom, type Ascent } from "./upstream.js";
import type { WayBook } from "./way-book.js";

/** What of all that a thing came from is judged for an act in several classes of places. */
export interface Origins {
  readonly demandsIn: (places: readonly Place[], ways: WayBook) => readonly (readonly DemandOnWay[])[];
  /** Ways by which what is acted on came from things. `actions`: what is asked of it, mapped on the way; `again`: a thing is left again where a later way lets more through. */
  readonly ascents: (places: readonly Place[], ways: WayBook, actions: readonly string[], again: boolean) => readonly Ascent[];
}

/** All of it. */
export const everything: Origins = {
  demandsIn,
  ascents: (places, ways, actions, again) => {
    const [{ core, act: { object, date } }] = places as [Place];
    return ascentsFrom(core.graph, core.of.taxonomies.derivationKinds, { object: nodeOf(core, object), date, actions, ways }, again);
  },
};
