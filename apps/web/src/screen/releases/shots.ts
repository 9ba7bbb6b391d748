import type { Shot } from "../shot.js";

export const releaseShots: readonly Shot[] = [
  { name: "releases", at: "releases", ready: ".table" },
  { name: "releases-none", at: "releases?q=nothing-like-it", ready: ".empty" },
  { name: "release", at: "releases/launch?place=DE", ready: ".world-map" },
];
