import { always, within } from "./calendar.js";
import type { Taxonomies } from "./taxonomy.js";
import { or, type Truth, truthOf } from "./truth.js";

/** The member of a group that stands for every place there is. */
const everywhere = "*";

/**
 * Answers where a name lies, over atoms: places that no law divides further.
 *
 * An undivided country is one atom, its code. A country with subdivisions that some law names is cut into those
 * subdivisions and the rest of it, and the rest goes by the country's own code: with `US-CA` divided off, `US` asked for as a
 * place is {`US`, `US-CA`}, and the atom `US` is the rest of the country. A known subdivision that no law names is told
 * apart by nothing, so it answers as the rest of its country.
 */
export class PlaceIndex {
  readonly #places: Taxonomies["places"];
  readonly #groups: Taxonomies["groups"];
  readonly #subdivisions: ReadonlyMap<string, readonly string[]>;
  readonly #divided: ReadonlySet<string>;
  /** All atoms, in order. */
  readonly atoms: readonly string[];

  /** `divided`: subdivisions (such as `US-CA`) that laws in the catalogue name; without it every known subdivision counts. */
  constructor(taxonomies: Pick<Taxonomies, "places" | "groups">, divided?: Iterable<string>) {
    this.#places = taxonomies.places;
    this.#groups = taxonomies.groups;
    const named = divided === undefined ? null : new Set(divided);
    const subdivisions = new Map<string, string[]>();
    const kept = new Set<string>();
    for (const [id, place] of taxonomies.places) {
      const country = place.isA?.[0];
      if (country === undefined || (named !== null && !named.has(id))) continue;
      kept.add(id);
      subdivisions.set(country, [...(subdivisions.get(country) ?? []), id]);
    }
    this.#divided = kept;
    this.#subdivisions = subdivisions;
    this.atoms = [...taxonomies.places].filter(([id, place]) => kept.has(id) || place.isA === undefined).map(([id]) => id).toSorted();
  }

  /** Whether the name is a place or a group that is known. */
  knows(name: string): boolean {
    return this.#places.has(name) || this.#groups.has(name);
  }

  /** Names of places and groups, for hints. */
  names(): readonly string[] {
    return [...this.#groups.keys(), ...this.#places.keys()];
  }

  /** Atoms of one place, not of a group. */
  #placeAtoms(place: string): readonly string[] {
    if (this.#divided.has(place)) return [place];
    const country = this.#places.get(place)?.isA?.[0];
    if (country !== undefined) return [country];
    return [place, ...(this.#subdivisions.get(place) ?? [])];
  }

  /** The atoms that a place or a group (as of a date) is made of, in order; null: no such name. */
  atomsOf(name: string, on: string): ReadonlySet<string> | null {
    if (this.#places.has(name)) return new Set(this.#placeAtoms(name).toSorted());
    if (!this.#groups.has(name)) return null;
    return new Set(this.atoms.filter((atom) => this.contains(name, atom, on) === "true"));
  }

  /** Whether an atom lies in a group or place on a date. Without a date a dated membership is `unknown`; so is a name nobody knows. */
  contains(group: string, atom: string, on: string | null): Truth {
    return this.#contains(group, atom, on, new Set());
  }

  #contains(name: string, atom: string, on: string | null, above: ReadonlySet<string>): Truth {
    if (!this.#places.has(atom)) return "unknown";
    if (this.#places.has(name)) return truthOf(this.#placeAtoms(name).includes(this.#placeAtoms(atom)[0]!));
    const group = this.#groups.get(name);
    if (group === undefined || above.has(name)) return "unknown";
    const seen = new Set([...above, name]);
    return or(
      group.members.map((member): Truth => {
        if (member === everywhere) return "true";
        const { place, from, to } = typeof member === "string" ? { place: member, ...always } : member;
        const inside = this.#contains(place, atom, on, seen);
        if (inside === "false" || (from ?? null) === null && (to ?? null) === null) return inside;
        if (on === null) return "unknown";
        return within(on, { from, to }) ? inside : "false";
      }),
    );
  }

  /** Classes of atoms that lie in exactly the same of the named groups, each class and the list in order. */
  partition(atoms: Iterable<string>, groups: Iterable<string>, on: string | null): readonly (readonly string[])[] {
    const names = [...new Set(groups)].toSorted();
    const classes = new Map<string, string[]>();
    for (const atom of [...new Set(atoms)].toSorted()) {
      const key = names.map((name) => this.contains(name, atom, on)[0]).join("");
      classes.set(key, [...(classes.get(key) ?? []), atom]);
    }
    return [...classes.values()];
  }
}
