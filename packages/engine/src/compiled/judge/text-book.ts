import { ancestors, type Hierarchy, type Instrument, type Law, type Layer, type Norm, type NormOf, type Role, type Scope, type Truth } from "@cleartitle/norms";
import { kept } from "../../kept.js";
import type { RolePlayed } from "../role-profile.js";

type Of<K extends Norm["kind"]> = NormOf<K> & Norm;

const ofKind = <K extends Norm["kind"]>(norms: readonly Norm[], kind: K): readonly Of<K>[] => norms.filter((norm): norm is Of<K> => norm.kind === kind);
const rolesIn = (norms: readonly Norm[]): ReadonlySet<Role> => new Set(norms.flatMap((norm) => norm.on ?? []));
const unnamed: readonly Role[] = ["materials"];

/** The norms of one text by what they speak of, found once. */
export class IndexedText {
  readonly #actions: Hierarchy;
  readonly #permits: readonly Of<"permit">[];
  readonly #bans: readonly Of<"prohibit">[];
  readonly #duties: readonly Of<"oblige">[];
  readonly #exceptions: readonly Of<"except">[];
  readonly #unsupported: NonNullable<Instrument["unsupported"]>;
  readonly #named: { readonly permit: ReadonlySet<Role>; readonly except: ReadonlySet<Role> };
  readonly #permitting = new Map<Layer, Map<string, readonly Of<"permit">[]>>();
  readonly #forbidding = new Map<string, readonly Of<"prohibit">[]>();
  readonly #obliging = new Map<string, readonly Of<"oblige">[]>();
  readonly #excepting = new Map<string, readonly Of<"except">[]>();

  constructor(text: Instrument | Law, actions: Hierarchy) {
    this.#actions = actions;
    this.#permits = ofKind(text.norms, "permit");
    this.#bans = ofKind(text.norms, "prohibit");
    this.#duties = ofKind(text.norms, "oblige");
    this.#exceptions = ofKind(text.norms, "except");
    this.#unsupported = ("unsupported" in text ? text.unsupported : undefined) ?? [];
    this.#named = { permit: rolesIn(this.#permits), except: rolesIn(this.#exceptions) };
  }

  permits(action: string, layer: Layer): readonly Of<"permit">[] {
    const ofLayer = kept(this.#permitting, layer, () => new Map<string, readonly Of<"permit">[]>());
    return kept(ofLayer, action, () => this.#permits.filter(({ permit }) => (permit.layers ?? ["copyright"]).includes(layer) && this.isAny(action, permit.actions)));
  }

  bans(action: string): readonly Of<"prohibit">[] {
    return kept(this.#forbidding, action, () => this.#bans.filter(({ prohibit }) => this.isAny(action, prohibit.actions)));
  }

  duties(action: string): readonly Of<"oblige">[] {
    return kept(this.#obliging, action, () => this.#duties.filter(({ when }) => this.isAny(action, when ?? [])));
  }

  /** Whether the text speaks of such matter at all: one that grants nothing is said of whatever it is attached to. */
  speaksOf(scope: Scope | null, played: readonly RolePlayed[]): boolean {
    return this.#permits.length === 0 || this.#permits.some(({ permit }) => isOfScope(permit.scope, scope, played));
  }

  /** Un-grants that take a permit back. */
  exceptionsFrom(permit: string): readonly Of<"except">[] {
    return kept(this.#excepting, permit, () => this.#exceptions.filter(({ except }) => except.from.includes(permit)));
  }

  /** Whether the text binds anybody to anything. */
  get binds(): boolean {
    return this.#bans.length + this.#duties.length + this.#unsupported.length > 0;
  }

  /** Is an action one of the named ones, or a kind of one? */
  isAny(action: string, named: readonly string[]): boolean {
    const kinds = ancestors(this.#actions, action);
    return named.some((name) => kinds.has(name));
  }

  /** Whether a permit or an exception covers a thing in a part: by its name, or by the matter inside where no such clause names the part. */
  covers(norm: Norm, kind: "permit" | "except", { role, inner }: RolePlayed): boolean {
    const on = norm.on ?? unnamed;
    if (role !== "silent" && on.includes(role)) return true;
    return (role === "silent" || !this.#named[kind].has(role)) && on.includes(inner);
  }
}

/** A grant covers the scopes that it names; what came out of a thing is output besides, whatever the thing is. */
export function isOfScope(named: readonly Scope[] | undefined, scope: Scope | null, played: readonly RolePlayed[]): boolean {
  if (named === undefined || scope === null || named.includes(scope)) return true;
  return named.includes("output") && played.length > 0 && played.every(({ role }) => role === "output" || role === "output-set");
}

/** A prohibition or duty reaches what is inside a product, and what the text is silent of only where the matter itself is there. */
export function reaches(norm: Norm, played: readonly RolePlayed[], persists: Truth): Truth {
  const on = norm.on ?? unnamed;
  let reached: Truth = "false";
  for (const { role, inner } of played) {
    if (role !== "silent" && on.includes(role)) return "true";
    const by: Truth = !on.includes(inner) ? "false" : role === "product" ? "true" : role === "silent" ? persists : "false";
    if (by === "true") return by;
    if (by === "unknown") reached = by;
  }
  return reached;
}

/** Texts with their indexes. */
export class TextBook {
  readonly #actions: Hierarchy;
  readonly #known = new WeakMap<Instrument | Law, IndexedText>();

  constructor(actions: Hierarchy) {
    this.#actions = actions;
  }

  of(text: Instrument | Law): IndexedText {
    let indexed = this.#known.get(text);
    if (indexed === undefined) this.#known.set(text, (indexed = new IndexedText(text, this.#actions)));
    return indexed;
  }
}
