import type { Taxonomies } from "@cleartitle/norms";
import type { FieldValue } from "../clause/field.js";
import type { SayValue, Values } from "../clause/template.js";
import type { Topic } from "../clause/topic.js";
import { type Deal, partyOf, type Taken } from "../deal/deal.js";

const units = ["year", "month", "week", "day"] as const;

/** P1Y6M → "1 year and 6 months". */
export function sayDuration(duration: string): string {
  const counts = (/^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration) ?? []).slice(1);
  return counts.flatMap((count, index) => (count === undefined ? [] : [`${count} ${units[index]!}${count === "1" ? "" : "s"}`])).join(" and ");
}

export const listed = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`);

/** English names of places that are words take an article within a sentence. */
const withArticle = /^(?:United|European|Isle of|Dominican Republic|Central African Republic)\b|\b(?:Islands|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Territories)$/;

/** A place as a sentence says it. */
export const saidPlace = (title: string): string => (withArticle.test(title) ? `the ${title}` : title);

/** Values of a topic's fields and of the deal itself, by name. */
export function valuesOf(deal: Deal, topic: Topic, taken: Taken, known: Values): Values {
  const fields = Object.entries(topic.fields).map(([name, field]): [string, FieldValue | null] => [name, taken.with?.[name] ?? field.default ?? null]);
  return new Map([...known, ["licensor", partyOf(deal, "licensor").id], ["licensee", partyOf(deal, "licensee").id], ["assets", deal.assets.map((asset) => asset.id)], ...fields]);
}

/** Values as the clause says them: names of the taxonomies by their titles, parties by their names. */
export function sayingOf(deal: Deal, topic: Topic, taxonomies: Taxonomies): SayValue {
  const titled: Readonly<Record<string, { get(id: string): { readonly title: string } | undefined }>> = {
    acts: taxonomies.actions, purposes: taxonomies.purposes, fields: taxonomies.fields, recipients: taxonomies.recipients,
    places: { get: (id) => {
      const place = taxonomies.groups.get(id) ?? taxonomies.places.get(id);
      return place === undefined ? undefined : { title: saidPlace(place.title) };
    } },
  };
  return (name, value) => {
    if (name === "licensor" || name === "licensee") return partyOf(deal, name).name ?? partyOf(deal, name).id;
    const type = topic.fields[name]?.type ?? "text";
    if (Array.isArray(value)) return listed(value.map((each) => titled[type]?.get(each)?.title ?? each));
    return type === "duration" ? sayDuration(String(value)) : String(value);
  };
}
