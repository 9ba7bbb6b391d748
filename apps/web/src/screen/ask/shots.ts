import type { Shot } from "../shot.js";

export const askShots: readonly Shot[] = [
  { name: "ask", at: "ask?use=launch", ready: ".answer" },
  { name: "ask-nothing-chosen", at: "ask", ready: ".ask-form" },
  { name: "ask-described", at: "ask?of=tuned&do=distribute&purpose=commercial&in=EU%2CUS&on=2026-12-01&as=Apache-2.0&scale=monthly-active-users%3A2000000", ready: ".answer" },
  { name: "ask-refused", at: "ask?of=nothing&do=hosted&in=Atlantis&on=2026-12-01", ready: ".problem-box" },
];
