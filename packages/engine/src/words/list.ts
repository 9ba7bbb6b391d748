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

function wholeGroups(places: ReadonlySet<string>, options: PlaceOptions): { readonly id: string; readonly members: ReadonlySet<string> }[] {
  const groups = options.groups ?? new Map<string, PlaceGroup>();
  return [...groups.keys()]
    .map((id) => ({ id, members: membersOf(id, groups, options.on, new Set()) }))
    .filter(({ members }) => members.size > 2 && [...members].every((place) => places.has(place)))
    .toSorted((a, b) => b.members.size - a.members.size || (a.id < b.id ? -1 : 1));
}

/** `EU (27), GB, US`; the order is groups by size, then places as given. */
export function sayPlaces(places: readonly string[], options: PlaceOptions = {}): string {
  const left = new Set(places);
  const said: string[] = [];
  for (const { id, members } of wholeGroups(left, options)) {
    if (![...members].every((place) => left.has(place))) continue;
    for (const place of members) left.delete(place);
    said.push(`${id} (${members.size})`);
  }
  const rest = [...left];
  const most = options.most ?? 12;
  if (rest.length <= most) return [...said, ...rest].join(", ") || "no place";
  return `${[...said, ...rest.slice(0, most - 1)].join(", ")} and ${rest.length - most + 1} more`;
}
