import { statusOrder, statusOf } from "@cleartitle/norms";
import type { Choice, Decision } from "../decision.js";
import { sayCount, sayList, sayPlaces } from "./list.js";
import { isLaw, plainWords, sayInstrument, sayLaw, sayPosition, sayRestrictions, type Wording } from "./names.js";
import { sayLayer } from "./reason.js";

const positionWords = (id: string, wording: Wording): string => (wording.names?.positions?.has(id) === true ? `“${sayPosition(id, wording)}” (${id})` : id);

/** How far the answer moves with the contested positions, and which of them turn it. null where it was not computed. */
export function sayRange(range: Decision["range"], wording: Wording = {}): string | null {
  if (range === null) return null;
  const { conservative, permissive, exact, pivots } = range;
  const within = exact ? "" : " at most (bounded, not enumerated)";
  if (conservative === permissive) return `Whatever position is taken on the contested questions, the answer is ${conservative}${within}.`;
  const turn = pivots.map((set) => sayList(set.map((id) => positionWords(id, wording))));
  const on = turn.length === 0 ? "" : ` It turns on ${sayList(turn, "or on")}.`;
  return `Over the contested positions the answer runs from ${permissive} to ${conservative}${within}.${on}`;
}

/** What the answer takes for granted, entry by entry. */
export function sayAssumption(assumption: Decision["assumptions"][number], wording: Wording = {}): string {
  const { position, presumption, asset, value, cite } = assumption;
  const option = position === null ? undefined : wording.names?.positions?.get(position);
  const of = asset === null ? "" : ` for ${asset}`;
  const source = cite === null ? "" : ` (${cite})`;
  if (option !== undefined) return `${position!}${of}: ${option.question} — ${option.options.find((each) => each.id === value)?.says ?? value}${source}`;
  return `${position === null ? `presumption ${presumption ?? "unnamed"}` : `position ${position}`}${of}: ${value}${source}`;
}

export function sayTimelineEntry(entry: Decision["timeline"][number], wording: Wording = {}): string {
  const then = entry.decision === null ? "" : ` → ${entry.decision}`;
  const begins = /^(\S+)(?: \S+)? (begins to apply|has ended)$/.exec(entry.what);
  if (begins !== null && entry.cite !== null && isLaw(begins[1]!, wording)) return `${entry.on}${then}: ${entry.cite} ${begins[2]!}`;
  return `${entry.on}${then}: ${entry.what}${entry.cite === null ? "" : ` (${entry.cite})`}`;
}

const granted = (name: string): string | null => (name.startsWith("granted ") ? name.slice("granted ".length) : null);

/** Which of the ordered criteria decided, as far as the decision tells: the status, else what comes after it. */
function criterion(decision: Decision, choice: Choice, taken: string, other: string): string {
  const options = decision.reasons.filter((reason) => reason.asset === choice.asset && reason.layer === choice.layer).flatMap((reason) => reason.options);
  const statusUnder = (id: string): number | null => {
    const found = options.filter((option) => option.kind === "granted" && option.instrument === id).map((option) => option.interval);
    return found.length === 0 ? null : Math.min(...found.map((interval) => statusOrder(statusOf(interval), "cleared")));
  };
  const [a, b] = [statusUnder(taken), statusUnder(other)];
  return a !== null && b !== null && a < b ? "it leaves the better answer" : "as good an answer; settled before contested, then fewer duties, then by name";
}

/** What was relied on where licenses competed; every other choice is no choice of the reader's, and null. */
export function sayChoice(decision: Decision, choice: Choice, wording: Wording = {}): string | null {
  const taken = granted(choice.taken);
  const others = choice.alternatives.flatMap((name) => granted(name) ?? []).filter((name) => name !== taken);
  if (wording.full === true && choice.alternatives.length > 0) return `${choice.asset} (${sayLayer(choice.layer)}) in ${sayPlaces(choice.territories, wording)}: ${choice.taken}, rather than ${sayList(choice.alternatives, "or")} — ${choice.why}`;
  if (taken === null || others.length === 0) return null;
  const names = others.map((name) => sayInstrument(name, wording));
  return `${choice.asset} (${sayLayer(choice.layer)}) in ${sayPlaces(choice.territories, wording)}: ${sayInstrument(taken, wording)}, rather than ${sayList(names, "or")} — ${criterion(decision, choice, taken, others[0]!)}`;
}

export function sayWatch(entry: Decision["watch"][number], wording: Wording = {}): string {
  const position = /^position (\S+): (.+)$/.exec(entry.what);
  const what = position === null || wording.names?.positions?.has(position[1]!) !== true ? entry.what : `${sayPosition(position[1]!, wording)} — ${position[2]!}`;
  const law = entry.law === null ? "" : ` (${sayLaw(entry.law, wording)})`;
  return `${entry.on === null ? "" : `${entry.on}: `}${what}${what.includes(law.slice(2, -1)) ? "" : law}`;
}

/** Under which license the result may go out; null where there is nothing to say. */
export function sayOutbound(decision: Decision, wording: Wording = {}): { readonly text: string; readonly constraints: readonly string[] } | null {
  const outbound = decision.outboundLicenses;
  if (outbound === null) return null;
  if (decision.decision === "blocked" && outbound.taken === null && outbound.constraints.length === 0) return null;
  const taken = outbound.taken === null ? "" : `Going out under ${sayInstrument(outbound.taken, wording)}. `;
  const constraints = outbound.constraints.map((c) => {
    const what = c.kind === "target" ? c.what : sayRestrictions(c.what, wording);
    return `${c.kind === "target" ? "only under" : plainWords(c.kind)}: ${what} (${isLaw(c.from, wording) ? "" : `${sayInstrument(c.from, wording)} `}${c.cite})`;
  });
  return { text: `${taken}${sayCandidates(decision, outbound, wording)}`.trim(), constraints };
}

function sayCandidates(decision: Decision, outbound: NonNullable<Decision["outboundLicenses"]>, wording: Wording): string {
  const others = outbound.candidates.filter((id) => id !== outbound.taken);
  if (outbound.candidates.length === 0) {
    if (decision.decision === "blocked" && outbound.constraints.length === 0) return "";
    if (decision.decision === "blocked") return `None, while ${decision.use.name} is blocked; whatever is chosen later has to keep this:`;
    return outbound.custom ? "No license of the catalogue carries every constraint: it takes custom terms." : "No license of the catalogue carries every constraint.";
  }
  if (others.length === 0) return "";
  const shown = others.slice(0, 8).map((id) => sayInstrument(id, wording));
  return `It may ${outbound.taken === null ? "" : "also "}go out under ${sayList(shown, "or")}${others.length > 8 ? ` (and ${sayCount(others.length - 8, "other")})` : ""}${outbound.custom && outbound.taken !== "custom terms" ? ", or under custom terms" : ""}.`;
}

const short = (digest: string): string => digest.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, "$1");

/** What the answer stands on: versions and dates. Digests are shortened; JSON has them in full. */
export function sayBasisLine(decision: Decision): string {
  const { basis, proof } = decision;
  return (
    `As of ${basis.asOf}, ${basis.knownAt.startsWith("9999") ? "with all that is recorded" : `known at ${basis.knownAt}`}; positions ${short(basis.positions)}; catalogue ${short(basis.catalogue)}; graph ${short(basis.graph)}; ` +
    `engine ${basis.engine}${proof === null ? "" : `; proof ${short(proof.digest)} (${sayCount(proof.nodes, "node")})`}`
  );
}
