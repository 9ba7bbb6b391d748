import type { Premise } from "../decision.js";
import { sayAmount } from "./amount.js";
import { plainWords, sayFact, sayInstrument, sayOf, sayPosition, sayQuantity, sayStand, type Wording } from "./names.js";
import { sayPlaces } from "./list.js";

const positionOf = (premise: Premise): string | null => (premise.reads.startsWith("position ") && premise.needs === "as the position says" ? premise.reads.slice("position ".length) : null);

const answers: Readonly<Record<string, string>> = { true: "yes", false: "no", "not true": "anything but yes", "not false": "anything but no" };
const answer = (value: string): string => answers[value] ?? sayAmount(value.replaceAll("_", " "));

function sayPositionPremise(id: string, premise: Premise, wording: Wording): string {
  const stand = sayStand(id, premise.is, wording);
  return wording.names?.positions?.has(id) === true ? `position taken: ${sayPosition(id, wording)} — ${stand}` : `position ${id} is taken as ${premise.is ?? "open"}`;
}

/** What is not a fact of the catalogue: attributes of the use and the asset, lives of instruments, chains of title. */
function sayOther(premise: Premise, wording: Wording): string {
  const { reads, of, is, result } = premise;
  const needs = result === "true" ? "" : `, needs ${answer(premise.needs)}`;
  const whose = wording.past === true ? "act" : "use";
  if (reads === "use.actor.kind") return `the actor is ${is === null ? "of a kind that is not recorded" : `a ${plainWords(is)}`}${needs}`;
  if (reads.startsWith("use.")) return `the ${plainWords(reads.slice("use.".length).replaceAll(".", " "))} of the ${whose} is ${is === null ? "not recorded" : sayAmount(is)}${needs}`;
  if (reads.startsWith("kind of ")) return `${of ?? reads} is ${is === null ? "of a kind that is not recorded" : `a ${is}`}${needs}`;
  const instrument = /^(life|text|verification) of (.+)$/.exec(reads);
  if (instrument?.[1] === "life") return `${sayInstrument(instrument[2]!, wording)} ${is ?? "may have ended"}`;
  if (reads === "chain of title" && of !== null) return result === "true" ? `an unbroken chain of title leads to ${of} (${is ?? "whole"})` : `the chain of title of ${of} has a gap or a rival claim (recorded: ${is ?? "nothing"})`;
  if (reads === "rival claims" && of !== null) return `somebody else claims the right in ${of}, and nothing settled it`;
  if (reads === "licensor" && of !== null) return is === "another" ? `another than ${premise.needs} is recorded as licensing ${of}` : `${is ?? "nobody"} is recorded as licensing ${of}${needs}`;
  if (reads.startsWith("somebody speaks of ")) return `${is === "true" ? "somebody" : "nobody"} speaks of ${plainWords(reads.slice("somebody speaks of ".length))}${of === null ? "" : ` ${sayOf(of, wording)}`}`;
  if (instrument?.[1] === "text") return `${sayInstrument(instrument[2]!, wording)}${of === null ? "" : `, ${of}`}: ${premise.needs}`;
  if (instrument?.[1] === "verification") return `${sayInstrument(instrument[2]!, wording)} is verified only as ${is ?? "unverified"}`;
  const quantity = sayQuantity(reads, wording);
  const what = quantity ?? (wording.names === undefined ? reads : plainWords(reads));
  const about = of === null ? "" : ` ${sayOf(of, wording)}`;
  if (quantity !== null) return `${what}${about}: ${is === null ? "not recorded" : sayAmount(is)}${result === "true" ? `; asked: ${sayAmount(premise.needs)}` : needs}`;
  return is === null ? `${what}${about} is not recorded${needs}` : `${what}${about}: ${answer(is)}${needs}`;
}

/** One test and how it came out, as a question where the catalogue has one; what holds is told without what was needed. */
export function sayPremise(premise: Premise, wording: Wording = {}): string {
  const position = positionOf(premise);
  if (position !== null) return sayPositionPremise(position, premise, wording);
  const ask = sayFact(premise.reads, wording);
  if (ask === null) return sayOther(premise, wording);
  const about = premise.of === null || premise.of === wording.about ? "" : ` (${sayOf(premise.of, wording)})`;
  const is = premise.is === null ? "not recorded" : answer(premise.is);
  return `${ask} — ${is}${premise.result === "true" ? "" : `, needs ${answer(premise.needs)}`}${about}`;
}

/**
 * What carries an outcome first: recorded facts that fail, then what is not known, positions, what fails only because nobody recorded it,
 * kinds of asset, and last what holds.
 */
function weight(premise: Premise): number {
  if (premise.reads.startsWith("kind of ")) return premise.result === "true" ? 6 : 4;
  if (positionOf(premise) !== null) return 2;
  if (premise.result === "true") return 5;
  if (premise.result === "unknown") return 1;
  if (premise.is !== null) return 0;
  return /^(work|output)\./.test(premise.reads) ? 4 : 3;
}

const taken = (premises: readonly Premise[], reads: string): number => new Set(premises.filter((p) => p.reads === reads).map((p) => p.is)).size;

/** Tests that only say that a rule is about this kind of thing at all, and hold: a short text needs none of them. */
export const isPlain = (premise: Premise): boolean => premise.result === "true" && (/^(kind of |somebody speaks of |maker of the recorded derivation$)/.test(premise.reads) || (premise.reads === "derivation" && premise.of === null));

/** Tests in words, each once, what carries the outcome first. Of a position the places are told only where it is taken differently in some. */
export function sayPremises(premises: readonly Premise[], wording: Wording = {}): string[] {
  const said = new Map<string, { readonly at: number; readonly places: Set<string> }>();
  for (const premise of premises) {
    const text = sayPremise(premise, wording);
    const known = said.get(text) ?? { at: weight(premise), places: new Set<string>() };
    if (positionOf(premise) !== null && premise.of !== null && taken(premises, premise.reads) > 1) known.places.add(premise.of);
    said.set(text, known);
  }
  return [...said].toSorted(([, a], [, b]) => a.at - b.at).map(([text, { places }]) => (places.size === 0 ? text : `${text} (in ${sayPlaces([...places], wording)})`));
}
