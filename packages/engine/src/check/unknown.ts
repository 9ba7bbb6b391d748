import type { Decision, Reason } from "../decision.js";
import type { TitleGraph } from "@cleartitle/title";
import type { RecordedLicense } from "./license-class.js";

/** What keeps an answer open: a class of license record, or one of these. */
export type Unknown = RecordedLicense["class"] | "upstream-undisclosed" | "license-of-other-matter" | "matter-unknown" | "no-rule-for-the-place" | "facts-unknown";

const byOutcome: Readonly<Record<string, Unknown>> = {
  "upstream not disclosed": "upstream-undisclosed",
  "whether its matter is there is unknown": "matter-unknown",
  "no rule known for the place": "no-rule-for-the-place",
  "licenses recorded differ": "several-no-operator",
};

interface Asked extends Pick<Decision, "decision"> {
  readonly reasons: readonly Pick<Reason, "decision" | "asset" | "outcome">[];
}

/** The kinds of unknown behind an answer that is unresolved, each once, in order of name; none behind any other answer. */
export function unknownsOf(decision: Asked, graph: TitleGraph, licenseOf: (id: string) => RecordedLicense): Unknown[] {
  if (decision.decision !== "unresolved") return [];
  const open = decision.reasons.filter((reason) => reason.decision === "unresolved");
  return [...new Set(open.map((reason) => unknownOf(reason, graph, licenseOf)))].toSorted();
}

function unknownOf(reason: Pick<Reason, "asset" | "outcome">, graph: TitleGraph, licenseOf: (id: string) => RecordedLicense): Unknown {
  const outcome = byOutcome[reason.outcome];
  if (outcome !== undefined) return outcome;
  const recorded = graph.assets.has(reason.asset) ? licenseOf(reason.asset).class : "terms-known";
  if (recorded !== "terms-known") return recorded;
  return reason.outcome === "no license recorded" ? "license-of-other-matter" : "facts-unknown";
}
