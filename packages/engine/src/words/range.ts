import type { Choice, Decision } from "../decision.js";
import { sayCount, sayList, sayPlaces, type PlaceOptions } from "./list.js";
import { sayLayer } from "./reason.js";

/** How far the answer moves with the contested positions, and which of them turn it. null where it was not computed. */
export function sayRange(range: Decision["range"]): string | null {
  if (range === null) return null;
  const { conservative, permissive, exact, pivots } = range;
  const within = exact ? "" : " at most (bounded, not enumerated)";
  if (conservative === permissive) return `Whatever position is taken on the contested questions, the answer is ${conservative}${within}.`;
  const turn = pivots.map((set) => sayList(set));
  const on = turn.length === 0 ? "" : ` It turns on ${sayList(turn, "or on")}.`;
  return `Over the contested positions the answer runs from ${permissive} to ${conservative}${within}.${on}`;
}

/** What the answer takes for granted, entry by entry. */
export function sayAssumption(assumption: Decision["assumptions"][number]): string {
  const name = assumption.position === null ? `presumption ${assumption.presumption ?? "unnamed"}` : `position ${assumption.position}`;
  const of = assumption.asset === null ? "" : ` for ${assumption.asset}`;
  return `${name}${of}: ${assumption.value}${assumption.cite === null ? "" : ` (${assumption.cite})`}`;
}

export function sayTimelineEntry(entry: Decision["timeline"][number]): string {
  const then = entry.decision === null ? "" : ` → ${entry.decision}`;
  return `${entry.on}${then}: ${entry.what}${entry.cite === null ? "" : ` (${entry.cite})`}`;
}

/** What was relied on where there was a choice. */
export function sayChoice(choice: Choice, places: PlaceOptions): string {
  const or = choice.alternatives.length === 0 ? "" : `, rather than ${sayList(choice.alternatives, "or")}`;
  return `${choice.asset} (${sayLayer(choice.layer)}) in ${sayPlaces(choice.territories, places)}: ${choice.taken}${or} — ${choice.why}`;
}

export const sayWatch = (entry: Decision["watch"][number]): string => `${entry.on === null ? "" : `${entry.on}: `}${entry.what}${entry.law === null ? "" : ` (${entry.law})`}`;

/** Under which license the result may go out. */
export function sayOutbound(outbound: NonNullable<Decision["outboundLicenses"]>): string {
  const taken = outbound.taken === null ? "" : `Going out under ${outbound.taken}. `;
  if (outbound.candidates.length === 0) return `${taken}No license of the catalogue carries every constraint: it takes custom terms.`;
  const shown = outbound.candidates.slice(0, 8);
  const more = outbound.candidates.length - shown.length;
  return `${taken}It may go out under ${sayList(shown, "or")}${more > 0 ? ` (and ${sayCount(more, "other")})` : ""}.`;
}

const short = (digest: string): string => digest.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, "$1");

/** What the answer stands on: versions and dates. Digests are shortened; JSON has them in full. */
export function sayBasisLine(decision: Decision): string {
  const { basis, proof } = decision;
  return (
    `As of ${basis.asOf}, ${basis.knownAt.startsWith("9999") ? "with all that is recorded" : `known at ${basis.knownAt}`}; positions ${short(basis.positions)}; catalogue ${short(basis.catalogue)}; graph ${short(basis.graph)}; ` +
    `engine ${basis.engine}; proof ${short(proof.digest)} (${sayCount(proof.nodes, "node")})`
  );
}
