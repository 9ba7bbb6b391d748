import { canonicalJson } from "@cleartitle/norms";
import type { Place } from "../document/place.js";
import { valueIn } from "../document/term.js";
import { type Family, placeOn, termOn } from "../family/family.js";
import { shareDays } from "../family/term-days.js";
import { finding, type PortfolioFinding } from "./finding.js";
import { isChain, isSamePair, sharedAssets } from "./pairs.js";

interface Point {
  readonly value: readonly string[] | null;
  readonly place: Place | null;
}

function pointOf(family: Family, name: "law" | "seat"): Point | null {
  const term = termOn(family, "governing-law");
  if (term === null) return null;
  const value = term.state === "open" ? null : valueIn(term.term, name);
  return { value: Array.isArray(value) ? value : null, place: term.term?.place ?? term.against[0] ?? null };
}

/** Whether two agreements have to be read together, and why: of the same parties, or one passes on what the other gives. */
function together(a: Family, b: Family): string | null {
  if (shareDays(a.days, b.days) === false) return null;
  if (isSamePair(a, b)) return "are between the same parties";
  const shared = sharedAssets(a, b);
  return shared !== null && shared.length > 0 && (isChain(a, b) === true || isChain(b, a) === true) ? "follow each other in one chain of title" : null;
}

const said = (value: readonly string[]): string => value.join(", ");

/** Law and seat of two agreements that are read together. */
export function lawFindings([a, b]: readonly [Family, Family]): PortfolioFinding[] {
  const why = together(a, b);
  if (why === null) return [];
  return (["law", "seat"] as const).flatMap((name): PortfolioFinding[] => {
    const [one, other] = [pointOf(a, name), pointOf(b, name)];
    if (one === null || other === null) return [];
    // The licensee's version names no seat, and neither does what was read.
    if (name === "seat" && (one.value === null || other.value === null)) return [];
    if (one.value === null || other.value === null) return [finding("law", "open", [a.id, b.id], `\`${a.id}\` and \`${b.id}\` ${why}, and the law of ${one.value === null ? `\`${a.id}\`` : `\`${b.id}\``} is not known`, [one.place, other.place])];
    return canonicalJson(one.value.toSorted()) === canonicalJson(other.value.toSorted()) ? [] : [finding("law", "look", [a.id, b.id], `\`${a.id}\` and \`${b.id}\` ${why}, and the ${name === "law" ? "law" : "seat"} is ${said(one.value)} in one and ${said(other.value)} in the other`, [one.place, other.place])];
  });
}

const words = (place: Place | null): string => (place?.quote ?? "").toLowerCase().replaceAll(/[^\p{L}\d]+/gu, " ");

/** Clauses on handing an agreement on, of two that are read together. */
export function transferFindings([a, b]: readonly [Family, Family]): PortfolioFinding[] {
  const why = together(a, b);
  if (why === null) return [];
  const ids = [a.id, b.id];
  const [one, other] = [a, b].map((family) => termOn(family, "assignment") ?? termOn(family, "anti-assignment"));
  if (one == null || other == null) return [];
  const places = [one.term?.place ?? one.against[0] ?? null, other.term?.place ?? other.against[0] ?? null];
  const [v, w] = [one.term?.version ?? null, other.term?.version ?? null];
  const isClear = one.state === "found" && other.state === "found" && v !== null && w !== null && v !== "own" && w !== "own";
  if (!isClear) return words(places[0] ?? null) === words(places[1] ?? null) ? [] : [finding("transfer", "open", ids, `\`${a.id}\` and \`${b.id}\` ${why}, and say in different words to whom each may be handed on: nobody compared them`, places)];
  return v === w ? [] : [finding("transfer", "look", ids, `\`${a.id}\` and \`${b.id}\` ${why}, and may not be handed on alike: \`${v}\` and \`${w}\``, places)];
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
