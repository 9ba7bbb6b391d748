import { isCalendarDate, type Taxonomies } from "@cleartitle/norms";
import { type Field, fieldFault, type FieldValue } from "../clause/field.js";
import { saidPlace, sayingOf, valuesOf } from "../compile/wording.js";
import { fillText } from "../clause/template.js";
import type { Topic } from "../clause/topic.js";
import type { Deal, Taken } from "../deal/deal.js";
import { evened } from "../document/part.js";

const units: Readonly<Record<string, string>> = { year: "Y", month: "M", week: "W", day: "D" };

/** "1 year and 6 months" → P1Y6M */
function durationOf(words: string): string | null {
  const parts = words.split(" and ").map((part) => /^(\d{1,5}) (year|month|week|day)s?$/.exec(part));
  return parts.every((part) => part !== null) ? `P${parts.map((part) => `${part[1]}${units[part[2]!]}`).join("")}` : null;
}

/** Words that bind: in a free value they could make a sentence say anything. */
const binding = /\b(?:not?|never|only|unless|except|provided|may|must|shall|will|can|if|where|subject|without|any|all|every)\b/i;
export const binds = (words: string): boolean => binding.test(words);
const freeText = (words: string): boolean => words.length <= 80 && !/[.;:()[\]]/.test(words) && !binds(words);

/** A list as it is said, "a, b and c", of names that each have one id. */
function listOf(words: string, names: ReadonlyMap<string, string | null>): string[] | null {
  const found: string[] = [];
  let rest = words;
  while (rest !== "") {
    const title = [...names.keys()].filter((each) => rest === each || rest.startsWith(`${each}, `) || rest.startsWith(`${each} and `)).toSorted((a, b) => b.length - a.length)[0];
    const id = title === undefined ? null : names.get(title)!;
    if (title === undefined || id === null) return null;
    found.push(id);
    rest = rest.slice(title.length).replace(/^, | ^and /, "").replace(/^ and /, "");
  }
  return found.length === 0 ? null : found;
}

/** Names by their titles; null: two have the same. */
function titlesOf(field: Field, deal: Deal, taxonomies: Taxonomies): ReadonlyMap<string, string | null> | null {
  const titles = new Map<string, string | null>();
  const add = (list: Iterable<readonly [string, { readonly title: string }]>): void => {
    for (const [id, { title }] of list) titles.set(evened(title), titles.has(evened(title)) ? null : id);
  };
  switch (field.type) {
    case "acts": add(taxonomies.actions); break;
    case "purposes": add(taxonomies.purposes); break;
    case "fields": add(taxonomies.fields); break;
    case "recipients": add(taxonomies.recipients); break;
    case "places": for (const [id, { title }] of [...taxonomies.groups, ...taxonomies.places]) add([[id, { title: saidPlace(title) }]]); break;
    case "assets": for (const { id } of deal.assets) titles.set(id, id); break;
    default: return null;
  }
  return titles;
}

function valueOf(field: Field, words: string, deal: Deal, taxonomies: Taxonomies): FieldValue | null {
  switch (field.type) {
    case "duration": return durationOf(words);
    case "number": return /^\d{1,12}(?:\.\d{1,6})?$/.test(words) ? Number(words) : null;
    case "date": return isCalendarDate(words) ? words : null;
    case "money": case "choice": return words;
    case "text": return freeText(words) ? words : null;
    case "words": return words.split(/, | and /).every(freeText) ? words.split(/, | and /) : null;
    default: return listOf(words, titlesOf(field, deal, taxonomies)!);
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * New values of the fields of a clause whose sentences still are those of its version; null: they are not, or a value is none, is out of range, or is
 * free text that could bind. What is read is said again, and must come out as it was written.
 */
export function valuesRead(lines: readonly string[], topic: Topic, taken: Taken & { readonly version: NonNullable<Taken["version"]> }, { deal, taxonomies }: { readonly deal: Deal; readonly taxonomies: Taxonomies }): Taken["with"] | null {
  const { text } = topic.versions[taken.version];
  if (text.length !== lines.length) return null;
  const assets = new Set(deal.assets.map((asset) => asset.id));
  const say = sayingOf(deal, topic, taxonomies);
  const read: Record<string, FieldValue> = {};
  for (const [at, sentence] of text.entries()) {
    const names: string[] = [];
    const marked = fillText(sentence, new Map([...valuesOf(deal, topic, taken, new Map()), ...Object.keys(topic.fields).map((name) => [name, name] as const)]), (name, value) => (topic.fields[name] === undefined ? say(name, value) : `\uE000${name}\uE001`));
    const pattern = escaped(evened(marked)).replaceAll(/\uE000([a-z0-9-]+)\uE001/g, (_found, name: string) => {
      const before = names.indexOf(name);
      if (before >= 0) return `\\${before + 1}`;
      names.push(name);
      return "(.+?)";
    });
    const found = new RegExp(`^${pattern}$`, "u").exec(lines[at]!);
    if (found === null) return null;
    for (const [index, name] of names.entries()) {
      const field = topic.fields[name]!;
      const value = valueOf(field, found[index + 1]!, deal, taxonomies);
      if (value === null || fieldFault(field, value, taxonomies, assets) !== null || (read[name] !== undefined && JSON.stringify(read[name]) !== JSON.stringify(value))) return null;
      read[name] = value;
    }
  }
  const known = { ...taken.with };
  const changed = Object.fromEntries(Object.entries(read).filter(([name, value]) => say(name, value) !== say(name, known[name] ?? topic.fields[name]!.default ?? "")));
  const next: Taken = { ...taken, with: { ...known, ...changed } };
  const again = text.map((sentence) => evened(fillText(sentence, valuesOf(deal, topic, next, new Map()), say)));
  return again.every((sentence, at) => sentence === lines[at]) ? next.with : null;
}
