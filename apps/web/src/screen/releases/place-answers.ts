import { statusOrder, type Status } from "@cleartitle/norms";

/** What a country comes to: the worst of its parts, where the law divides it. */
export interface CountryAnswer {
  readonly status: Status;
  /** Places of it that were answered, with what each comes to. */
  readonly parts: readonly (readonly [place: string, status: Status])[];
}

interface ByTerritory {
  readonly territories: readonly string[];
  readonly decision: Status;
}

/** Answers by country. `US-CA` is a part of `US`. */
export function answersByCountry(byTerritory: readonly ByTerritory[]): ReadonlyMap<string, CountryAnswer> {
  const answers = new Map<string, CountryAnswer>();
  for (const { territories, decision } of byTerritory) {
    for (const place of territories) {
      const country = place.slice(0, 2);
      const known = answers.get(country);
      const status = known === undefined || statusOrder(decision, known.status) > 0 ? decision : known.status;
      answers.set(country, { status, parts: [...(known?.parts ?? []), [place, decision]] });
    }
  }
  return answers;
}

const statuses: readonly Status[] = ["blocked", "unresolved", "conditional", "cleared"];

/** How many of some answers come to what, the worst first. */
export function tallied(all: Iterable<Status>): readonly (readonly [Status, number])[] {
  const counts = new Map<Status, number>();
  for (const status of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  return statuses.flatMap((status) => (counts.has(status) ? [[status, counts.get(status)!] as const] : []));
}
