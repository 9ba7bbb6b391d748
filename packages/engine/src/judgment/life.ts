/** How an instrument can have ended. */
export type End = "term" | "termination" | "withdrawal";

/** Where an instrument stands for a party on a date. `unsure`: what is recorded leaves open whether it has ended. */
export type Life =
  | { readonly state: "in-force" }
  | { readonly state: "not-yet"; readonly why: string }
  | { readonly state: "unsure"; readonly why: string }
  | { readonly state: "ended"; readonly by: End; readonly why: string; readonly on: string };
