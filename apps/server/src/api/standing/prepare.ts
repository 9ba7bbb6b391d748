import { digesting } from "@cleartitle/title";
import type { Backing } from "../backing.js";
import { inSteps } from "../in-steps.js";

/** Workspaces that are prepared at most: each stays in memory. */
const most = 10;

/**
 * Reads and compiles workspaces, decides their uses for today, and makes the digests that decisions name, one after another, so that whoever comes first waits for none of it. What cannot be read is left to
 * whoever asks for it, who is told why.
 */
export async function prepare({ store, states, standings, now, isEnding }: Pick<Backing, "store" | "states" | "standings" | "now" | "isEnding">): Promise<void> {
  const ids = await store.names("", most).catch(() => []);
  for (const id of ids) {
    if (isEnding()) return;
    try {
      const state = await states.newest(id);
      if (state.world === null) continue;
      await standings.of(id, state, state.world, now().slice(0, 10));
      await inSteps(digesting(state.world.graph));
    } catch {
      // Told to whoever asks.
    }
  }
}
