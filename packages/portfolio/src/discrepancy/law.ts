import { canonicalJson } from "@cleartitle/norms";
import type { Place } from "../document/place.js";
import { valueIn } from "../document/term.js";
import { type Family, placeOn, termOn } from "../family/family.js";
import { shareDays } from "../family/term-days.js";
import { finding, type PortfolioFinding } from "./finding.js";
import type { PairFinding } from "./pair-finding.js";
import { isChain, isSamePair, partiesOfBoth, sharedAssets } from "./pairs.js";

interface Point {
  /** null: it is not known. */
  readonly value: readonly string[] | null;
  /** The same as text in which equal ones are equal. */
  readonly sign: string | null;
  readonly place: Place | null;
}

function pointOf(family: Family, name: "law" | "seat"): Point | null {
  const term = termOn(family, "governing-law");
  if (term === null) return null;
  const value = term.state === "open" ? null : valueIn(term.term, name);
  const known = Array.isArray(value) ? value : null;
  return { value: known, sign: known === null ? null : canonicalJson(known.toSorted()), place: term.term?.place ?? term.against[0] ?? null };
}

/** What of an agreement is held against others that are read together with it. */
interface Terms {
  readonly law: Point | null;
  readonly seat: Point | null;
  readonly transfer: Transfer | null;
}

/** A clause on handing an agreement on. */
interface Transfer {
  readonly place: Place | null;
  /** null: which version counts is not known, or it is in words. */
  readonly version: string | null;
  readonly words: string;
}

function transferOf(family: Family): Transfer | null {
  const term = termOn(family, "assignment") ?? termOn(family, "anti-assignment");
  if (term === null) return null;
  const version = term.state === "found" ? (term.term?.version ?? null) : null;
  const place = term.term?.place ?? term.against[0] ?? null;
  return { place, version: version === "own" ? null : version, words: (place?.quote ?? "").toLowerCase().replaceAll(/[^\p{L}\d]+/gu, " ") };
}

const kept = new WeakMap<Family, Terms>();

/** Of each agreement once: it is held against many. */
function termsOf(family: Family): Terms {
  const known = kept.get(family);
  if (known !== undefined) return known;
  const terms = { law: pointOf(family, "law"), seat: pointOf(family, "seat"), transfer: transferOf(family) };
  kept.set(family, terms);
  return terms;
}

/** Why two agreements have to be read together: they are of the same parties, or one passes on what the other gives. */
interface Reason {
  readonly why: string;
  readonly under: PairFinding["under"];
}

function together(a: Family, b: Family): Reason | null {
  if (shareDays(a.days, b.days) === false) return null;
  if (isSamePair(a, b)) return { why: "are between the same parties", under: partiesOfBoth(a, b) };
  const shared = sharedAssets(a, b);
  if (shared === null || shared.length === 0) return null;
  const into = isChain(a, b) === true ? a : isChain(b, a) === true ? b : null;
  return into === null ? null : { why: "follow each other in one chain of title", under: into };
}

const said = (value: readonly string[]): string => value.join(", ");

interface Found extends Pick<PairFinding, "kind" | "severity"> {
  readonly places: readonly (Place | null)[];
  /** A sentence after both of them, and the same without names. */
  readonly what: () => string;
  readonly alike: string;
}

const found = (a: Family, b: Family, { why, under }: Reason, { kind, severity, places, what, alike }: Found): PairFinding => ({ kind, severity, families: [a, b], message: () => `\`${a.id}\` and \`${b.id}\` ${why}, and ${what()}`, places: () => places, alike: `they ${why}, and ${alike}`, under });

/** Law and seat of two agreements that are read together. */
function lawFindings(a: Family, b: Family, why: Reason): PairFinding[] {
  return (["law", "seat"] as const).flatMap((name): PairFinding[] => {
    const [one, other] = [termsOf(a)[name], termsOf(b)[name]];
    if (one === null || other === null) return [];
    const [mine, theirs] = [one.value, other.value];
    const places = [one.place, other.place];
    if (mine !== null && theirs !== null) return one.sign === other.sign ? [] : [found(a, b, why, { kind: "law", severity: "look", places, what: () => `the ${name} is ${said(mine)} in one and ${said(theirs)} in the other`, alike: `the ${name} is not the same` })];
    // The licensee's version names no seat, and neither does what was read.
    return name === "seat" ? [] : [found(a, b, why, { kind: "law", severity: "open", places, what: () => `the law of ${mine === null ? `\`${a.id}\`` : `\`${b.id}\``} is not known`, alike: "the law of one is not known" })];
  });
}

/** Clauses on handing an agreement on, of two that are read together. */
function transferFindings(a: Family, b: Family, why: Reason): PairFinding[] {
  const [one, other] = [termsOf(a).transfer, termsOf(b).transfer];
  if (one === null || other === null) return [];
  const places = [one.place, other.place];
  if (one.version === null || other.version === null) {
    const unlike = "say in different words to whom each may be handed on: nobody compared them";
    return one.words === other.words ? [] : [found(a, b, why, { kind: "transfer", severity: "open", places, what: () => unlike, alike: unlike })];
  }
  return one.version === other.version ? [] : [found(a, b, why, { kind: "transfer", severity: "look", places, what: () => `may not be handed on alike: \`${one.version}\` and \`${other.version}\``, alike: "may not be handed on alike" })];
}

/** Law and seat, and handing on, of two agreements. */
export function clashingTerms(a: Family, b: Family): readonly PairFinding[] {
  const why = together(a, b);
  return why === null ? [] : [...lawFindings(a, b, why), ...transferFindings(a, b, why)];
}

/** What of an agreement is held against another one that is read together with it. Between two of which this is the same nothing is found; null: what it says is not known, and that is told of each. */
export function termsSign(family: Family): string | null {
  const { law, seat, transfer } = termsOf(family);
  return law !== null && law.sign === null ? null : JSON.stringify([law?.sign, seat?.sign, transfer?.version ?? null, transfer !== null && transfer.version === null ? transfer.words : null]);
}

/** Windows of notice that are past, or that close within some days. */
export function windowFindings(family: Family, asOf: string, soon: string): PortfolioFinding[] {
  const { noticeBy, to, renewedUntil, renews } = family.days;
  if (renews === false) return [];
  const places = [...noticeBy.places, ...placesOfRenewal(family)];
  const how = noticeBy.counted ? ", counted from what the documents say" : "";
  const speaks = termOn(family, "notice-period-to-terminate-renewal") ?? (renews === true ? termOn(family, "term-and-renewal") : null);
  if (noticeBy.on === null) return speaks === null ? [] : [finding("notice-window", "open", [family.id], `it renews or asks for notice, and the last day to say no is not known: ${noticeBy.why ?? ""}`, [...noticeBy.places, speaks.term?.place ?? null])];
  if (to.on !== null && to.on < asOf) return [finding("notice-window", "open", [family.id], `past its term, which ended on ${to.on}${how}; whether it renewed${renewedUntil.on === null ? "" : ` until ${renewedUntil.on}`} or somebody said no by ${noticeBy.on} is not recorded`, places)];
  if (noticeBy.on < asOf) return [finding("notice-window", "look", [family.id], `the window to stop the renewal closed on ${noticeBy.on}${how}${renewedUntil.on === null ? "" : `: unless somebody said no, it runs until ${renewedUntil.on}`}`, places)];
  return noticeBy.on <= soon ? [finding("notice-window", "look", [family.id], `the window to stop the renewal closes on ${noticeBy.on}${how}`, places)] : [];
}

const placesOfRenewal = (family: Family): readonly (Place | null)[] => [placeOn(family, "renewal-term")];
