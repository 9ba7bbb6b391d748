import type { Shot } from "../shot.js";

export const negotiationShots: readonly Shot[] = [
  { name: "negotiations", at: "negotiations", ready: ".table" },
  { name: "negotiation-begin", at: "negotiations/begin?agreement=rival-2026", ready: "#settled" },
  { name: "negotiation", at: "negotiations/notes-talks?session=1", ready: ".this-package" },
  { name: "negotiation-zone", at: "negotiations/notes-talks?session=1&show=zone", ready: ".zone-chart" },
  { name: "negotiation-said", at: "negotiations/notes-talks?session=1&show=said", ready: ".table" },
  { name: "negotiation-worths", at: "negotiations/notes-talks?session=1&show=worths", ready: ".table" },
];
