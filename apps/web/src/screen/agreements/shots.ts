import type { Shot } from "../shot.js";

export const agreementShots: readonly Shot[] = [
  { name: "agreements", at: "agreements", ready: ".table" },
  { name: "agreement", at: "agreements/notes-2026", ready: "#timeline" },
  { name: "agreement-terms", at: "agreements/notes-2026?show=terms", ready: ".clauses" },
  { name: "agreement-versions", at: "agreements/notes-2026?show=versions", ready: ".table" },
  { name: "agreement-duties", at: "agreements/notes-2026?show=duties", ready: ".table" },
  { name: "agreement-runbook", at: "agreements/notes-2026?show=runbook", ready: ".table" },
  { name: "agreement-compare", at: "agreements/notes-2026/compare?from=1&to=2", ready: ".clause-changes" },
  { name: "agreement-compare-words", at: "agreements/notes-2026/compare?from=1&to=2&show=words", ready: ".aligned" },
  { name: "agreement-returned", at: "agreements/notes-2026/returned", ready: ".drop" },
  { name: "agreement-template", at: "agreements/draft?template=data-license", ready: ".guided" },
  // Before a draft is open, which a window keeps.
  { name: "agreement-begin", at: "agreements/draft", ready: ".begin-draft" },
  { name: "agreement-draft", at: "agreements/draft?agreement=notes-2026&version=2&topic=field-of-use", ready: ".effect-brief" },
];
