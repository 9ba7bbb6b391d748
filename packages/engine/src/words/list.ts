import type { PlaceGroup } from "@cleartitle/norms";

/** `a`, `a and b`, `a, b and c`. */
export function sayList(words: readonly string[], conjunction = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)!}`;
}

export const sayCount = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Places as they are said: whole groups by name and size, then the rest, shortened after `most`. */
export interface PlaceOptions {
  /** Named groups with dated members; without them every place is said by itself. */
  readonly groups?: ReadonlyMap<string, PlaceGroup>;
  /** Date at which membership is read. */
  readonly on?: string;
  readonly most?: number;
  /** Every place in play, so that a group or a federation can be said with what is left out of it. */
  readonly all?: readonly string[];
}

function membersOf(id: string, groups: ReadonlyMap<string, PlaceGroup>, on: string | undefined, open: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const group = groups.get(id);
  if (group === undefined || open.has(id)) return found;
  for (const member of group.members) {
    const { place, from, to } = typeof member === "string" ? { place: member, from: undefined, to: undefined } : member;
    if (on !== undefined && ((from !== undefined && on < from) || (to !== undefined && on > to))) continue;
    if (!groups.has(place)) found.add(place);
    else for (const inner of membersOf(place, groups, on, new Set([...open, id]))) found.add(inner);
  }
  return found;
}

interface Named {
  readonly id: string;
  readonly members: ReadonlySet<string>;
  readonly missing: readonly string[];
}

/** Groups that are whole come first, larger before smaller; then those of which at most a quarter is missing, if that is in play too. */
function groupsIn(places: ReadonlySet<string>, options: PlaceOptions): Named[] {
  const groups = options.groups ?? new Map<string, PlaceGroup>();
  const all = new Set(options.all ?? []);
  return [...groups.keys()]
    .map((id) => {
      const members = membersOf(id, groups, options.on, new Set());
      return { id, members, missing: [...members].filter((place) => !places.has(place)) };
    })
    .filter(({ members, missing }) => members.size > 2 && (missing.length === 0 || (missing.length * 4 <= members.size && missing.every((place) => all.has(place)))))
    .toSorted((a, b) => a.missing.length - b.missing.length || b.members.size - a.members.size || (a.id < b.id ? -1 : 1));
}

/** A country whose law divides, with its parts: `US (with its states)`, `US except US-CA`. Nothing where it is not divided here. */
function sayDivided(place: string, left: Set<string>, options: PlaceOptions): string | null {
  const within = (each: string): boolean => each.startsWith(`${place}-`);
  const parts = [...left].filter(within);
  const missing = (options.all ?? []).filter((each) => within(each) && !left.has(each));
  if (parts.length === 0 && missing.length === 0) return null;
  for (const part of parts) left.delete(part);
  return missing.length === 0 ? `${place} (with its states)` : `${place} except ${sayList(missing)}`;
}

/** `EU (27), GB, US (with its states)`; the order is groups by size, then places as given. */
export function sayPlaces(places: readonly string[], options: PlaceOptions = {}): string {
  const left = new Set(places);
  const said: string[] = [];
  for (const { id, members, missing } of groupsIn(left, options)) {
    if (![...members].every((place) => left.has(place) || missing.includes(place))) continue;
    for (const place of members) left.delete(place);
    said.push(`${id} (${members.size}${missing.length === 0 ? ")" : `) except ${sayList(missing)}`}`);
  }
  for (const place of places.filter((each) => !each.includes("-"))) {
    const divided = left.has(place) ? sayDivided(place, left, options) : null;
    if (divided === null) continue;
    left.delete(place);
    said.push(divided);
  }
  const rest = [...left];
  const most = options.most ?? 12;
  // What is said with an exception ends where the next begins.
  const between = said.some((each) => each.includes(" except ")) ? "; " : ", ";
  if (rest.length <= most) return [...said, ...(rest.length === 0 ? [] : [rest.join(", ")])].join(between) || "no place";
  return `${[...said, rest.slice(0, most - 1).join(", ")].join(between)} and ${rest.length - most + 1} more`;
}
