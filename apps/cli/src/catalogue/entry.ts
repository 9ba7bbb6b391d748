import { placeIndex, type Catalogue } from "@cleartitle/catalogue";
import { nameHint, type Instrument, type Law, type Position, type Verified } from "@cleartitle/norms";
import { usageStop } from "../stop.js";

/** One record of the catalogue as a list shows it. */
export interface CatalogueEntry {
  readonly id: string;
  /** `license`, `terms`, …, `law`, `position`. */
  readonly kind: string;
  readonly title: string;
  /** Folder that it is kept in (`models`, `law`), and the named families that it belongs to. */
  readonly families: readonly string[];
  /** Of a rule of law: where it holds; of others `null`. */
  readonly place: string | null;
  readonly verified: Verified;
  readonly reviewed: string;
  readonly reviewBy: string | null;
  readonly norms: number;
  readonly file: string | null;
}

/** `licenses/models/x.yaml` → `models`, `terms/x.yaml` → `terms`, `law/de/x.yaml` → `law`. */
function folderOf(file: string | undefined): string[] {
  const [first, second] = (file ?? "").split("/");
  if (first === undefined || first === "") return [];
  return [first === "licenses" && second !== undefined && !second.endsWith(".yaml") ? second : first];
}

function entryOf(kind: string, record: Instrument | Law | Position, place: string | null, file: string | undefined, named: readonly string[]): CatalogueEntry {
  const title = "title" in record ? record.title : record.question;
  const reviewBy = "reviewBy" in record ? (record.reviewBy ?? null) : null;
  return { id: record.id, kind, title, families: [...folderOf(file), ...named], place, verified: record.verified, reviewed: record.reviewed, reviewBy, norms: "norms" in record ? record.norms.length : 0, file: file ?? null };
}

/** Every record, instruments first, then law, then positions, each in order of id. */
function entriesOf({ instruments, laws, positions, families, files }: Catalogue): CatalogueEntry[] {
  const named = (id: string): string[] => [...(families ?? [])].filter(([, members]) => members.includes(id)).map(([name]) => name);
  return [
    ...[...instruments.values()].map((each) => entryOf(each.kind, each, null, files?.instruments.get(each.id), named(each.id))),
    ...[...laws.values()].map((each) => entryOf("law", each, each.jurisdiction, files?.laws.get(each.id), [])),
    ...[...positions.values()].map((each) => entryOf("position", each, null, files?.positions.get(each.id), [])),
  ];
}

export interface Filters {
  readonly kind?: string;
  readonly family?: string;
  readonly place?: string;
  readonly verified?: string;
  /** Only what is overdue on the day. */
  readonly overdue?: boolean;
}

const known = (name: string, value: string, among: Iterable<string>): string => {
  const all = [...new Set(among)];
  if (all.includes(value)) return value;
  throw usageStop(`${name}: there is no \`${value}\``, nameHint(value, all) ?? `such as ${all.slice(0, 12).map((each) => `\`${each}\``).join(", ")}`);
};

/** A rule of law that holds in a place on a day, or a record that is kept out of the question by no place. */
function holdsIn(catalogue: Catalogue, place: string, on: string): (entry: CatalogueEntry) => boolean {
  const places = placeIndex(catalogue);
  const atoms = [...(places.atomsOf(place, on) ?? [])];
  return (entry) => entry.place !== null && (entry.place === place || atoms.some((atom) => places.contains(entry.place!, atom, on) === "true"));
}

const isOverdue = (entry: Pick<CatalogueEntry, "reviewBy">, on: string): boolean => entry.reviewBy !== null && entry.reviewBy < on;

/** The entries that a list is asked for; a name that is none stops with the nearest one. */
export function filtered(catalogue: Catalogue, filters: Filters, on: string): CatalogueEntry[] {
  const all = entriesOf(catalogue);
  const { kind, family, place, verified, overdue } = filters;
  const tests: ((entry: CatalogueEntry) => boolean)[] = [];
  if (kind !== undefined) tests.push((entry) => entry.kind === known("--kind", kind, all.map((each) => each.kind)));
  if (family !== undefined) {
    const name = known("--family", family.toLowerCase(), all.flatMap((each) => each.families));
    tests.push((entry) => entry.families.includes(name));
  }
  if (place !== undefined) tests.push(holdsIn(catalogue, known("--place", place, [...catalogue.taxonomies.groups.keys(), ...catalogue.taxonomies.places.keys()]), on));
  if (verified !== undefined) tests.push((entry) => entry.verified === verified);
  if (overdue === true) tests.push((entry) => isOverdue(entry, on));
  return all.filter((entry) => tests.every((test) => test(entry)));
}

/** How often each value comes, the most frequent first. */
export const counted = (values: Iterable<string>): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
};

export interface Counts {
  readonly records: number;
  readonly byKind: Record<string, number>;
  readonly byFolder: Record<string, number>;
  readonly byPlace: Record<string, number>;
  readonly byVerification: Record<string, number>;
  readonly overdue: number;
}

export const countsOf = (entries: readonly CatalogueEntry[], on: string): Counts => ({
  records: entries.length, byKind: counted(entries.map((each) => each.kind)), byFolder: counted(entries.map((each) => each.families[0] ?? "none")), byPlace: counted(entries.flatMap((each) => each.place ?? [])),
  byVerification: counted(entries.map((each) => each.verified)), overdue: entries.filter((each) => isOverdue(each, on)).length,
});
