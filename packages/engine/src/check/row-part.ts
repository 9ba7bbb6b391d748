import type { Interval } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import type { Decision, Finding, Obligation, Reason } from "../decision.js";
import { clashing, contractDuty } from "../explanation/outcome.js";
import type { Named, Ordered } from "../explanation/reasons.js";
import { type DriftSeeds, driftSeeds } from "./drift.js";
import { hasWord, renamed, unnamed } from "./marked-words.js";

/** A reason as far as rows read it. */
export interface PartReason extends Named, Ordered {
  readonly cite: string | null;
  readonly territories: string;
  readonly seeds: DriftSeeds | null;
  /** In marked words, where these are asked; else empty. */
  readonly says: string;
}

/** `says`: of what is undertaken all that is said of it but on what; else empty. `of`: by which norm of which text it is, as one name. `words`: what reasons say of duties of that norm, where words are asked; else empty. */
export type PartDuty = Pick<Obligation, "do" | "instrument" | "norm" | "creditor" | "object" | "trigger" | "state"> & { readonly says: string; readonly of: string; readonly words: string };

/** How a line of a report says the reasons of an answer, in marked words, and the duties of a norm of a text. */
export interface PartWords {
  readonly reason: (reason: Reason) => string;
  readonly duties: (instrument: string, norm: string) => string;
}

/** Where no words are asked. */
export const wordless: PartWords = { reason: () => "", duties: () => "" };

export const undertaking = "undertake";

/** What one group of sources brings to the row of a question. */
export interface RowPart {
  readonly interval: Interval;
  readonly reasons: readonly PartReason[];
  readonly duties: readonly PartDuty[];
  readonly findings: readonly Finding[];
}

/**
 * An answer that tells all of its reasons, as a part; null: it is no matter of one part. Acts of ours upstream are none, nor acts that were not judged, nor duties that clash, which are told of one source of many. With a declared license for the result
 * each term is kept or broken by itself; what a license that is broken comes to in a part that is blocked is told of the whole.
 */
export function partOf({ use, best, worst, reasons, exposure, cut, obligations, findings }: Decision, graph: TitleGraph, words: PartWords): RowPart | null {
  if (use.as !== null && best === "blocked") return null;
  if (cut || exposure.length > 0 || reasons.some(({ tense, outcome }) => tense === "past" || outcome.startsWith(clashing))) return null;
  return {
    interval: { best, worst },
    reasons: reasons.map((reason): PartReason => {
      const { decision, tense, party, asset, layer, action, instrument, norm, outcome, basisKind, bound, part, act, cite, territories, path } = reason;
      return { decision, tense, party, asset, layer, action, instrument, norm, outcome, basisKind, bound, part, act, cite, depth: path.length, territories: territories.join(" "), seeds: driftSeeds(reason, graph), says: decision === "cleared" ? "" : words.reason(reason) };
    }),
    duties: obligations.map((each): PartDuty => ({ do: each.do, instrument: each.instrument, norm: each.norm, creditor: each.creditor, object: each.object, trigger: each.trigger, state: each.state, says: each.do === undertaking ? JSON.stringify({ ...each, object: null }) : "", of: `${each.instrument}\u0000${each.norm}`, words: words.duties(each.instrument, each.norm) })),
    findings,
  };
}

/** A license of a source puts it on what the source went into. */
const isBrought = ({ layer, outcome }: PartReason): boolean => layer === "contract" && outcome.startsWith(contractDuty);

/** What sources bring to a thing; null: they bring more than duties on it. What is found of the thing itself is told by itself. */
export const broughtIn = (part: RowPart, of: string): RowPart | null =>
  part.reasons.some((each) => each.asset === of && !isBrought(each)) ? null : { ...part, findings: part.findings.filter(({ asset }) => asset !== of) };

/** Whether one of some names stands in a text that says more than the name: such a part is told of itself alone. `others`: names of parties, steps and the act, which words alone may say. `isRecorded`: what each thing has in its own words. */
export function namesSaid({ reasons, duties, findings }: RowPart, names: readonly string[], others: readonly string[], isRecorded: (finding: Finding) => boolean): boolean {
  const words = [...reasons.map(({ says }) => unnamed(says)), ...duties.map((duty) => duty.words)].filter((each) => each !== "");
  const texts = [
    ...words,
    ...reasons.flatMap(({ instrument, norm, outcome, cite, act, seeds }) => [instrument, norm, outcome, cite, act, seeds === null ? null : JSON.stringify(seeds)]), ...duties.flatMap(({ instrument, norm, says }) => [instrument, norm, says]),
    ...findings.filter((each) => !isRecorded(each)).flatMap(({ detail, settle }) => [detail, settle]),
  ];
  return names.some((name) => texts.some((text) => text?.includes(name) === true)) || others.some((name) => words.some((text) => hasWord(text, name)));
}

/** A part in other names. `findingOf`: a finding as it is of another thing. */
export function partRetold({ interval, reasons, duties, findings }: RowPart, named: (name: string) => string, findingOf: (finding: Finding, asset: string) => Finding): RowPart {
  return {
    interval,
    reasons: reasons.map((each) => ({ ...each, asset: named(each.asset), party: named(each.party), says: renamed(each.says, named) })),
    duties: duties.map((each) => ({ ...each, creditor: each.creditor === null ? null : named(each.creditor), object: named(each.object) })),
    findings: findings.map((each) => (each.asset === null ? each : findingOf(each, named(each.asset)))),
  };
}
