import type { Instrument } from "@cleartitle/norms";
import { kindsPassed, type KindPassed, type RolePlayed } from "../role-profile.js";
import { Cone } from "./cone.js";
import { Parts, type PartsPlayed } from "./parts.js";
import { reachTable } from "./reach-table.js";
import type { Core } from "./spot.js";
import type { Standpoint } from "./standpoint.js";
import { Kept } from "./turning.js";

type Reach = Instrument["reach"];
const unspoken: readonly RolePlayed[] = [{ role: "silent", inner: "materials" }];

const turning = new WeakMap<Reach, boolean>();

/** Whether what comes after a part turns on a contested question: which are asked is to be told, and none that is met only beyond the object. */
function turnsOnPositions(reach: Reach): boolean {
  let turns = turning.get(reach);
  if (turns === undefined) turning.set(reach, (turns = Object.values(reach).some((row) => Object.values(row).some((cell) => typeof cell !== "string"))));
  return turns;
}

/** Texts of one reach: what comes of their materials, by asset and, where it turns on contested questions, place. */
interface OfReach {
  readonly parts: Parts;
  readonly kept: Map<string | number, Kept<PartsPlayed>>;
}

/** Parts that the things between an asset and what is acted on play for texts, each kept by what it turned on. */
export class Roles {
  readonly #core: Core;
  readonly #standpoint: Standpoint;
  readonly object: number;
  readonly #wider: Roles | null;
  #cone: Cone | null = null;
  readonly #kinds: readonly KindPassed[];
  readonly #of = new Map<Reach, OfReach>();
  #held = 0;
  /** Numbers that are held of all parts: beyond, they are found again. */
  protected readonly mostHeld: number = 16_000_000;

  /** `wider`: of something that the object went into. Parts on which no contested question bears are the same from there, and known for all that went into it. */
  constructor(core: Core, standpoint: Standpoint, object: number, wider: Roles | null) {
    this.#core = core;
    this.#standpoint = standpoint;
    this.object = object;
    this.#wider = wider;
    this.#kinds = kindsPassed(core.graph.derivationKinds, core.of.taxonomies.derivationKinds);
  }

  get cone(): Cone {
    return (this.#cone ??= new Cone(this.#core, this.object));
  }

  /** Parts of every node that the matter of an asset may be in, for texts of one reach in a place. */
  from(asset: number, reach: Reach, atom: string): PartsPlayed {
    const turns = turnsOnPositions(reach);
    if (this.#wider !== null && !turns) return this.#wider.from(asset, reach, atom);
    const { parts, kept: all } = this.#ofReach(reach);
    const key = turns ? `${asset} ${atom}` : asset;
    let kept = all.get(key);
    if (kept === undefined) all.set(key, (kept = new Kept()));
    return this.#standpoint.turning.once(kept, () => {
      const played = parts.from(asset, (position) => this.#standpoint.option(position, atom));
      this.#hold(played.size);
      return played;
    });
  }

  #ofReach(reach: Reach): OfReach {
    let of = this.#of.get(reach);
    if (of === undefined) this.#of.set(reach, (of = { parts: new Parts(this.#core.graph.edges, this.cone, reachTable(reach, this.#kinds)), kept: new Map() }));
    return of;
  }

  #hold(more: number): void {
    this.#held += more;
    if (this.#held <= this.mostHeld) return;
    for (const { kept } of this.#of.values()) kept.clear();
    this.#held = more;
  }

  /** Whether of what came of a thing nothing but one leads to what is acted on. */
  isAlong(source: number, result: number): boolean {
    const { place, start, edge } = this.cone;
    const [node, next] = [place.of(source), place.of(result)];
    if (node >= 0) for (let i = start[node]!; i < start[node + 1]!; i++) if (this.cone.to(edge[i]!) !== next) return false;
    return true;
  }

  static of(parts: PartsPlayed, node: number): readonly RolePlayed[] {
    return parts.get(node) ?? unspoken;
  }
}
