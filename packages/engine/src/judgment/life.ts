/** How an instrument can have ended. */
export type End = "term" | "termination" | "withdrawal";

/** Where an instrument stands for a party on a date. */
export type Life =
  | { readonly state: "in-force" }
  | { readonly state: "not-yet"; readonly why: string }
  | { readonly state: "undated"; readonly why: string }
  | { readonly state: "ended"; readonly by: End; readonly why: string; readonly on: string };
