import { LiveWorld, type Store, type Workspace } from "@cleartitle/store";
import type { Catalogue } from "@cleartitle/catalogue";
import type { World } from "@cleartitle/engine";
import { catalogueIn, type KeptCatalogue, otherDigests } from "@cleartitle/ledger";
import { applyChanges, type ChangeSet, mayContradict, type TitleGraph } from "@cleartitle/title";
import { withContradictionsTold } from "@cleartitle/intake";
import { stopWith } from "./stop.js";

/** The records of a workspace at one of its change sets. */
export interface State {
  readonly number: number;
  /** As it is asked of. null: nothing was recorded yet. */
  readonly world: World | null;
}

interface Opened {
  readonly workspace: Workspace;
  readonly live: Promise<LiveWorld>;
  /** Earlier states that were read lately, the latest read last. */
  readonly earlier: Map<number, World>;
}

/** Earlier states that are kept in memory for a workspace: a cursor over an old state asks for the same again. */
const mostEarlier = 3;
/** Kept catalogues of earlier programs in memory. */
const mostKept = 2;

/** The workspaces of a store as they are asked of: each newest state in memory once, and followed. */
export class States {
  readonly #store: Store;
  readonly #catalogue: Catalogue;
  readonly #opened = new Map<string, Opened>();
  readonly #told = new WeakMap<World, World>();
  readonly #kept = new Map<string, Catalogue>();

  constructor(store: Store, catalogue: Catalogue) {
    this.#store = store;
    this.#catalogue = catalogue;
  }

  async workspace(id: string): Promise<Workspace> {
    return (await this.#open(id)).workspace;
  }

  /** With every change set that is kept by now. */
  async newest(id: string): Promise<State> {
    const live = await (await this.#open(id)).live;
    await live.newest();
    // Read together, since nothing else runs in between: of another moment one would be newer than the other.
    return { number: live.number, world: this.#asked(live.heard) };
  }

  async at(id: string, number: number): Promise<State> {
    const opened = await this.#open(id);
    const live = await opened.live;
    if (number === live.number) return { number, world: this.#asked(live.heard) };
    const known = opened.earlier.get(number);
    const world = known ?? (await this.#read(opened.workspace, number));
    if (world === null) return { number, world };
    opened.earlier.delete(number);
    opened.earlier.set(number, world);
    for (const oldest of opened.earlier.keys()) if (opened.earlier.size > mostEarlier) opened.earlier.delete(oldest);
    return { number, world: this.#asked(world) };
  }

  /** The catalogue of these digests: the one here, or one that was kept with what was decided by it; null: it is not kept. */
  async catalogueOf(digests: Catalogue["digests"]): Promise<KeptCatalogue | null> {
    if (otherDigests(digests, this.#catalogue).length === 0) return { catalogue: this.#catalogue };
    const name = `${digests.catalogue} ${digests.taxonomies} ${digests.groups}`;
    const known = this.#kept.get(name);
    if (known !== undefined) return { catalogue: known };
    const text = await this.#store.catalogueText(digests);
    const read = text === null ? null : catalogueIn(text, digests);
    if (read === null || "why" in read) return read;
    for (const oldest of this.#kept.keys()) if (this.#kept.size >= mostKept) this.#kept.delete(oldest);
    this.#kept.set(name, read.catalogue);
    return read;
  }

  /** The records at a change set, as they are asked of by a catalogue. */
  async worldBy(id: string, number: number, catalogue: Catalogue): Promise<World> {
    const { graph, ...world } = worldOf(await this.at(id, number), id);
    if (catalogue === this.#catalogue) return { graph, ...world };
    const { graph: kept } = await (await this.workspace(id)).graphAt(number);
    return { graph: this.told(kept!, catalogue), catalogue };
  }

  async close(): Promise<void> {
    for (const { live } of this.#opened.values()) (await live.catch(() => null))?.close();
    this.#opened.clear();
  }

  async #read(workspace: Workspace, number: number): Promise<World | null> {
    const { graph } = await workspace.graphAt(number);
    return graph === null ? null : { graph, catalogue: this.#catalogue };
  }

  async #open(id: string): Promise<Opened> {
    let opened = this.#opened.get(id);
    if (opened === undefined) {
      const workspace = await this.#store.workspace(id);
      // Another request may have opened it meanwhile.
      opened = this.#opened.get(id) ?? { workspace, live: LiveWorld.open(this.#store, workspace, this.#catalogue), earlier: new Map() };
      this.#opened.set(id, opened);
      opened.live.catch(() => this.#opened.delete(id));
    }
    return opened;
  }

  /** A graph of the records as it is asked: records that speak against each other are told, as the command line reads a title file. */
  told(graph: TitleGraph, catalogue: Catalogue = this.#catalogue): TitleGraph {
    return withContradictionsTold(graph, catalogue);
  }

  /** A world after changes, as it would be asked if they were recorded. */
  changed(world: World, changes: ChangeSet): World {
    const { graph, catalogue } = world;
    return changes.length === 0 ? world : { ...world, graph: this.told(applyChanges(graph, changes), catalogue) };
  }

  #asked(world: World | null): World | null {
    if (world === null || !mayContradict(world.graph)) return world;
    let told = this.#told.get(world);
    if (told === undefined) this.#told.set(world, (told = { ...world, graph: this.told(world.graph) }));
    return told;
  }
}

/** The world of a state, where something was recorded. */
export function worldOf({ world }: State, workspace: string): World {
  if (world === null) throw stopWith("not-found", `the workspace \`${workspace}\` has no title records yet`, { hint: "import a title file first" });
  return world;
}
