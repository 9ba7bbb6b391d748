import type { Shot } from "../shot.js";

export const askShots: readonly Shot[] = [
  { name: "ask", at: "ask?use=launch", ready: ".answer" },
  { name: "ask-nothing-chosen", at: "ask", ready: ".ask-form" },
];
