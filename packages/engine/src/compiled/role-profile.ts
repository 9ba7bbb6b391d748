import { type DerivationKind, type Instrument, type ReachCell, type Role } from "@cleartitle/norms";

/** The part that a node plays for a text, with the last one in which the matter itself stood. */
export interface RolePlayed {
  readonly role: Role | "silent";
  readonly inner: Role;
}

/** Which part follows which along each kind of derivation: all that roles turn on. Two texts with one profile play the same roles everywhere. */
export interface RoleProfile {
  /** Parts that can be reached from the materials, the materials first. */
  readonly states: readonly RolePlayed[];
  /** State after state `s` by derivation of kind `k`: `after[s * kinds + k]`. */
  readonly after: Uint8Array;
  readonly kinds: number;
}

/** A kind of derivation, as far as parts turn on it. */
export type KindPassed = Pick<DerivationKind, "id" | "unsaid">;

/** Kinds of a graph as a taxonomy tells them; of one that it does not know no text says anything. */
export const kindsPassed = (ids: readonly string[], kinds: ReadonlyMap<string, DerivationKind>): KindPassed[] => ids.map((id) => kinds.get(id) ?? { id });

export const partName = ({ role, inner }: RolePlayed): string => `${role}/${inner}`;

/** Parts in the order in which they are met, the materials first. */
export class PartNumbers {
  readonly states: RolePlayed[] = [];
  readonly #numbers = new Map<string, number>();
  /** The number of a part; a new one is put at the end. */
  readonly numberOf = (played: RolePlayed): number => {
    const name = partName(played);
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.states.push(played) - 1));
    return number;
  };

  constructor() {
    this.numberOf({ role: "materials", inner: "materials" });
  }
}

/** Compiles the reach of texts; texts with equal tables share one profile. */
export class RoleProfiles {
  readonly #kinds: readonly KindPassed[];
  readonly #known = new Map<string, RoleProfile>();

  /** `kinds`: the kinds of derivation of the graph, in its order. */
  constructor(kinds: readonly KindPassed[]) {
    this.#kinds = kinds;
  }

  /** How many different profiles were met. */
  get size(): number {
    return this.#known.size;
  }

  /** `option`: the option taken for a contested cell in the place that is asked. */
  of(reach: Instrument["reach"], option: (position: string) => string | null): RoleProfile {
    const { states, numberOf } = new PartNumbers();
    // The list grows while it is walked, until every part that can follow has its row.
    const after: number[] = [];
    for (const played of states) for (const kind of this.#kinds) after.push(numberOf(following(played, kind, reach, option)));
    const key = `${states.map(partName).join(" ")}:${after.join(" ")}`;
    let profile = this.#known.get(key);
    if (profile === undefined) this.#known.set(key, (profile = { states, after: Uint8Array.from(after), kinds: this.#kinds.length }));
    return profile;
  }
}

type Reach = Instrument["reach"];
const own = (row: Readonly<Record<string, ReachCell | undefined>> | undefined, kind: string): ReachCell | undefined => (row !== undefined && Object.hasOwn(row, kind) ? row[kind] : undefined);

/** The part that is played after one more derivation. */
export function following(played: RolePlayed, { id, unsaid }: KindPassed, reach: Reach, option: (position: string) => string | null): RolePlayed {
  const cell = cellOf(played.role === "silent" ? played.inner : played.role, id, reach);
  if (cell === undefined) {
    if (unsaid === "same") return played;
    return { role: unsaid === "product" && played.role !== "silent" ? "product" : "silent", inner: played.inner };
  }
  const role = typeof cell === "string" ? cell : takenOf(cell, option);
  // A product and what is set free hold the matter as it was.
  const holds = role === "silent" || role === "product" || role === "free";
  return { role, inner: holds ? played.inner : role };
}

function takenOf({ position, options }: Exclude<ReachCell, string>, option: (position: string) => string | null): Role | "silent" {
  const taken = option(position);
  return taken !== null && Object.hasOwn(options, taken) ? options[taken]! : "silent";
}

/** A text that has no row for what was made from its materials lets it behave as these do, but never come closer to them again. */
function cellOf(role: Role, kind: string, reach: Reach): ReachCell | undefined {
  const row = reach[role];
  if (row !== undefined || (role !== "modification" && role !== "derivative")) return own(row, kind);
  const cell = own(reach.materials, kind);
  return cell === "modification" || cell === "materials" ? role : cell;
}
