import type { Place } from "../document/place.js";
import type { Family } from "../family/family.js";
import type { TermDay } from "../family/term-days.js";

/** A day that counts in an agreement, or one that is not known. */
export interface PortfolioDay {
  readonly family: string;
  readonly kind: "begins" | "notice" | "ends" | "renewed-until" | "other";
  readonly what: string;
  /** null: not known; `why` says why. */
  readonly on: string | null;
  readonly counted: boolean;
  readonly state: "past" | "coming" | "unknown";
  readonly why: string | null;
  readonly places: readonly Place[];
}

const words = { begins: "it begins", notice: "last day to stop the renewal", ends: "last day of the term", "renewed-until": "last day of the first renewal, if nobody stops it" } as const;

/** Days without a word in any document are left out; those of which something is said and no day is known are told. */
function termDay(family: string, kind: keyof typeof words, { on, isNone, counted, places, why }: TermDay, asOf: string): PortfolioDay[] {
  if (isNone || (on === null && places.length === 0)) return [];
  return [{ family, kind, what: words[kind], on, counted, state: on === null ? "unknown" : on < asOf ? "past" : "coming", why, places }];
}

/** All days of all agreements, in their order; those that are not known come last. */
export function calendarOf(families: readonly Family[], asOf: string): readonly PortfolioDay[] {
  const known = new Set(["first-day", "last-day", "notice-by", "renewed-until"]);
  const days = families.flatMap((family): PortfolioDay[] => {
    const { id, days: { from, to, noticeBy, renewedUntil }, deal } = family;
    const others = (deal?.compiled.dates ?? []).filter((date) => !known.has(date.id)).map(({ topic, what, on, waitsFor }): PortfolioDay => ({
      family: id, kind: "other", what, on, counted: false, state: on === null ? "unknown" : on < asOf ? "past" : "coming", why: on === null ? `it waits for: ${waitsFor ?? ""}` : null, places: family.terms.flatMap((term) => (term.topic === topic && term.term !== null ? [term.term.place] : [])),
    }));
    return [...termDay(id, "begins", from, asOf), ...termDay(id, "notice", noticeBy, asOf), ...termDay(id, "ends", to, asOf), ...termDay(id, "renewed-until", renewedUntil, asOf), ...others];
  });
  return days.toSorted((a, b) => ((a.on ?? "9") < (b.on ?? "9") ? -1 : (a.on ?? "9") > (b.on ?? "9") ? 1 : a.family < b.family ? -1 : a.family > b.family ? 1 : a.what < b.what ? -1 : 1));
}

/** Something that an agreement asks of a party. */
export interface PortfolioDuty {
  readonly family: string;
  readonly who: readonly string[];
  readonly do: string;
  readonly what: string;
  readonly trigger: string;
  readonly within: string | null;
  readonly every: string | null;
  readonly place: Place | null;
}

/** Duties of the deals as they stand. Of documents that were read no duty is made: their clauses are searched. */
export function dutiesOfAll(families: readonly Family[]): readonly PortfolioDuty[] {
  return families.flatMap((family) => (family.deal?.compiled.duties ?? []).map(({ topic, who, do: act, text, trigger, within, every }): PortfolioDuty => ({
    family: family.id, who: family.parties.filter(({ role }) => (who === "both" ? role === "licensor" || role === "licensee" : role === who)).map(({ name }) => name),
    do: act, what: text, trigger, within: within ?? null, every: every ?? null, place: family.terms.find((term) => term.topic === topic)?.term?.place ?? null,
  })));
}
