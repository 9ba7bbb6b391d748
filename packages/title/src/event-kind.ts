import type { EventKind } from "./graph.js";

/** INVARIANT: a kind added to the contract and left out here does not compile. */
const kinds = {
  amended: true, crossed: true, "breach-alleged": true, "breach-concluded": true, noticed: true, cured: true, terminated: true,
  reinstated: true, withdrawn: true, converted: true, released: true, "erasure-requested": true, deleted: true, fulfilled: true,
  litigation: true, "gone-public": true, paid: true,
} satisfies Record<EventKind, true>;

/** Every kind of event in the life of an asset or instrument. */
export const eventKinds = Object.keys(kinds) as [EventKind, ...EventKind[]];
