import type { Shot } from "../shot.js";

export const obligationsShots: readonly Shot[] = [
  { name: "obligations", at: "obligations", ready: ".table" },
  { name: "obligations-calendar", at: "obligations?show=calendar", ready: "#calendar-address" },
];
