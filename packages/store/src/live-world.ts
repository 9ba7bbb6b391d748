import type { Catalogue } from "@cleartitle/catalogue";
import { follow, type World } from "@cleartitle/engine";
import { StoreRefusal } from "./refusal.js";
import type { Store } from "./store.js";
import type { Step } from "./workspace/followed-graph.js";
import type { Workspace } from "./workspace/workspace.js";

/**
 * A workspace ready to be asked of: its newest graph with a catalogue. What is compiled of it follows each change set, of this process and of others, instead of being compiled
 * anew; what a question then costs is what the change touches.
 */
export class LiveWorld {
  readonly #workspace: Workspace;
  readonly #catalogue: Catalogue;
  readonly #ends: (() => void)[];
  #world: World | null = null;
  /** Of the world. A read that another one overtook is newer than the steps that were told, so whether one was told says too little. */
  #number = 0;

  private constructor(store: Store, workspace: Workspace, catalogue: Catalogue) {
    this.#workspace = workspace;
    this.#catalogue = catalogue;
    this.#ends = [
      workspace.follow((step) => this.#take(step)),
      store.listen((changed) => {
        if (changed === null || changed === workspace.id) void this.#catchUp();
      }),
    ];
  }

  static async open(store: Store, workspace: Workspace, catalogue: Catalogue): Promise<LiveWorld> {
    const live = new LiveWorld(store, workspace, catalogue);
    const { number, graph } = await workspace.graph();
    if (graph !== null && number > live.#number) live.#take({ before: null, after: graph, changes: null, number });
    return live;
  }

  /** As of the last change set that this process heard of; null: nothing was recorded yet. */
  get heard(): World | null {
    return this.#world;
  }

  /** The change set of what was heard; 0: none. */
  get number(): number {
    return this.#number;
  }

  /** With every change set that is kept by now. */
  async newest(): Promise<World | null> {
    await this.#workspace.graph();
    return this.#world;
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  #take({ before, after, changes, number }: Step): void {
    const earlier = this.#world;
    this.#world = { graph: after, catalogue: this.#catalogue };
    this.#number = number;
    if (earlier !== null && changes !== null && before === earlier.graph) follow(earlier, this.#world, changes);
  }

  /** Where the database is away, the connection tells when it is back, and this is done again. */
  async #catchUp(): Promise<void> {
    try {
      await this.#workspace.graph();
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
    }
  }
}
