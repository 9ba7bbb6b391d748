import type { Instrument } from "@cleartitle/norms";
import { kindsPassed, partName, type RolePlayed } from "../role-profile.js";
import { followingIn, reachTable, type ReachTable } from "../judge/reach-table.js";
import type { PartsPlayed } from "../judge/parts.js";
import { Roles } from "../judge/roles.js";
import type { Core } from "../judge/spot.js";
import type { Standpoint } from "../judge/standpoint.js";
import type { Point } from "../judge/turning.js";
import { PartsAt } from "./parts-at.js";
import { UpstreamOrder } from "./upstream-order.js";

type Reach = Instrument["reach"];

/** Parts for texts of one reach in a place, and the contested questions on which they turned. */
interface Found {
  readonly parts: PartsAt;
  readonly points: readonly Point[];
}

/** Parts that what is acted on plays, for all that it came from at once; those of things between are found one by one, where somebody asks. */
export class RolesAtObject extends Roles {
  readonly #core: Core;
  readonly #standpoint: Standpoint;
  readonly #tables = new Map<Reach, ReachTable>();
  readonly #found = new Map<ReachTable, Map<string, Found>>();
  /** By what follows each part: texts and places of which the same follows have the same parts. */
  readonly #parts = new Map<string, PartsAt>();
  #order: UpstreamOrder | null = null;
  /** Each thing is asked about once: what was found of it is hardly asked again. */
  protected override readonly mostHeld = 4_000_000;

  constructor(core: Core, standpoint: Standpoint, object: number) {
    super(core, standpoint, object, null);
    this.#core = core;
    this.#standpoint = standpoint;
  }

  get #upstream(): UpstreamOrder {
    return (this.#order ??= new UpstreamOrder(this.#core.graph.edges, this.object));
  }

  override from(asset: number, reach: Reach, atom: string): PartsPlayed {
    const { parts, points } = this.#foundIn(reach, atom);
    for (const point of points) this.#standpoint.turning.ask(point);
    let others: PartsPlayed | null = null;
    const between = (node: number): readonly RolePlayed[] | undefined => (others ??= super.from(asset, reach, atom)).get(node);
    return { size: 0, get: (node) => (node === this.object ? parts.of(asset) : between(node)) };
  }

  /** Lets go of the room in which parts are found: hardly any are found from here on. */
  rest(): void {
    this.#order?.rest();
  }

  /** Parts of all that is upstream, for texts of one reach in a place. */
  partsIn(reach: Reach, atom: string): PartsAt {
    return this.#foundIn(reach, atom).parts;
  }

  #foundIn(reach: Reach, atom: string): Found {
    const { graph, of: { taxonomies } } = this.#core;
    let table = this.#tables.get(reach);
    if (table === undefined) this.#tables.set(reach, (table = reachTable(reach, kindsPassed(graph.derivationKinds, taxonomies.derivationKinds))));
    let byPlace = this.#found.get(table);
    if (byPlace === undefined) this.#found.set(table, (byPlace = new Map()));
    const key = table.contested.length === 0 ? "" : atom;
    let found = byPlace.get(key);
    if (found === undefined) byPlace.set(key, (found = this.#find(table, atom)));
    return found;
  }

  #find(table: ReachTable, atom: string): Found {
    const { states, kinds } = table;
    const following = followingIn(table, (position) => this.#standpoint.option(position, atom));
    const { value: after, points } = this.#standpoint.turning.watch(() => Int32Array.from({ length: states.length * kinds }, (_, at) => following(at % states.length, Math.floor(at / states.length))));
    const key = `${states.map(partName).join(" ")}:${after.join(" ")}`;
    let parts = this.#parts.get(key);
    if (parts === undefined) this.#parts.set(key, (parts = new PartsAt(this.#upstream, states, after)));
    return { parts, points: [...points] };
  }
}
