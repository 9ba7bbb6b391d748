import type { Layer } from "@cleartitle/norms";
import type { Decision, Exposure, ExposureState } from "../decision.js";
import { sayCount, sayList } from "./list.js";
import { isLaw, plainWords, sayCite, sayFact, sayInstrument, type Wording } from "./names.js";
import { sayFailure } from "./option.js";
import { isPlain, sayPremises } from "./premise.js";
import { sayLayer } from "./reason.js";

/** `no option serves (CC-BY-NC-4.0: purpose; eu.dsm.art4: …)` as the licenses that fail and a count of the rules of law. */
function sayTried(list: string, wording: Wording): string {
  const tried = list.split("; ").map((entry) => {
    const [instrument = "", ...fails] = entry.split(": ");
    return { instrument, fails: fails.join(": ") };
  });
  const licenses = tried.filter(({ instrument }) => !isLaw(instrument, wording));
  const rules = tried.length - licenses.length;
  const said = licenses.map(({ instrument, fails }) => `${sayInstrument(instrument, wording)} does not give it${fails === "" ? "" : ` (${sayFailure(fails, wording)})`}`);
  const law = rules === 0 ? [] : [licenses.length === 0 ? "no license covers it, and no rule of law helps" : "no rule of law helps"];
  return [...said, ...law].join("; ");
}

/** Why an exposure is what it is, for a reader. */
function sayWhy(exposure: Exposure, wording: Wording = {}): string {
  const { why, state } = exposure;
  const tried = /^no option serves \((.+)\)$/.exec(why);
  if (tried !== null) return sayTried(tried[1]!, wording);
  const missing = /^not recorded: (.+)$/.exec(why);
  if (missing !== null) return `not recorded: ${sayFact(missing[1]!, wording) ?? missing[1]!}`;
  const [first = "", ...cite] = why.split(" ");
  if ((state === "open" || state === "unknown") && cite.length > 0 && (wording.names?.instruments?.has(first) === true || isLaw(first, wording))) return `${sayCite(first, cite.join(" "), wording) ?? why} forbids it`;
  return why;
}

/** A past act and what is left of it: `open: train on notes by acme in DE on 2026-03-01 (copyright; act d1) — …`. */
export function sayExposure(exposure: Exposure & { readonly layers?: readonly Layer[] }, wording: Wording = {}): string {
  const where = exposure.in === null ? "" : ` in ${exposure.in}`;
  const when = exposure.on === null ? "" : ` on ${exposure.on}`;
  const cured = exposure.curedBy === null ? "" : `, by ${exposure.curedBy}`;
  const derivation = wording.names?.derivations?.get(exposure.act);
  // `of act d1 (finetune, …)` names the kind; an acquisition is told by its action already.
  const act = exposure.act.includes("#") ? "" : `; act ${exposure.act}${derivation === undefined || derivation.by === exposure.action ? "" : `, ${plainWords(derivation.by)}`}`;
  return `${exposure.state}${cured}: ${plainWords(exposure.action)} ${exposure.asset} by ${exposure.who}${where}${when} (${sayList((exposure.layers ?? [exposure.layer]).map(sayLayer))}${act}) — ${sayWhy(exposure, wording)}`;
}

/** What an open act turns on, from the reason that tells of it. An unknown one says so itself. */
export function pastFacts(decision: Decision, exposure: Exposure, wording: Wording = {}): string[] {
  const tried = /^no option serves \((.+)\)$/.exec(exposure.why);
  // Where a license was tried and fails, that is the answer; the tests of rules that were never near it are not.
  const licensed = tried?.[1]!.split("; ").some((entry) => !isLaw(entry.split(": ")[0]!, wording)) === true;
  if (exposure.state !== "open" || (licensed && wording.full !== true)) return [];
  const reason = decision.reasons.find((each) => each.tense === "past" && each.act === exposure.act && each.asset === exposure.asset && each.layer === exposure.layer && each.action === exposure.action);
  const facts = exposure.premises.length > 0 ? exposure.premises : (reason?.premises ?? []);
  const said = sayPremises(facts.filter((premise) => !isPlain(premise)), { ...wording, past: true, about: exposure.act });
  return wording.full === true ? said : said.slice(0, 2);
}

const stateOrder: Readonly<Record<ExposureState, number>> = { open: 0, unknown: 1, cured: 2, released: 3, covered: 4 };

/** One act with the same answer in several layers is told once. */
function mergeLayers(exposure: readonly Exposure[], wording: Wording): (Exposure & { readonly layers: readonly Layer[] })[] {
  const merged = new Map<string, Exposure & { readonly layers: readonly Layer[] }>();
  for (const each of exposure) {
    const key = JSON.stringify([each.act, each.action, each.asset, each.who, each.state, each.curedBy, sayWhy(each, wording)]);
    merged.set(key, { ...(merged.get(key) ?? each), layers: [...(merged.get(key)?.layers ?? []), each.layer] });
  }
  return [...merged.values()];
}

/** Exposures in the order in which they matter, and how many acts are covered and need no line. */
export function sortExposure(exposure: readonly Exposure[], wording: Wording = {}): { readonly told: readonly (Exposure & { readonly layers?: readonly Layer[] })[]; readonly covered: string | null } {
  const sorted = exposure.toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state]);
  if (wording.full === true) return { told: sorted, covered: null };
  const covered = sorted.filter((each) => each.state === "covered").length;
  const told = mergeLayers(sorted.filter((each) => each.state !== "covered"), wording);
  const further = told.length === 0 ? "" : "further ";
  return { told, covered: covered === 0 ? null : `${sayCount(covered, `${further}act is`, `${further}acts are`)} covered: a basis is recorded for each` };
}
