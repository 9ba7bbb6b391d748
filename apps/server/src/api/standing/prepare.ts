import { usesReached } from "@cleartitle/engine";
import { digesting } from "@cleartitle/title";
import { agreementsIn } from "../agreement/reading.js";
import type { Backing } from "../backing.js";
import { assetRows } from "../asset/row.js";
import { inSteps } from "../in-steps.js";
import { portfolioOf } from "../portfolio/kept.js";

/** Workspaces that are prepared at most: each stays in memory. */
const most = 10;

/**
 * Reads and compiles workspaces, decides their uses for today, makes the digests that decisions name, lists their assets, finds who relies on what, and holds their agreements against each other, one after another, so that whoever comes first waits for none of it.
 * What cannot be read is left to whoever asks for it, who is told why.
 */
export async function prepare(backing: Backing): Promise<void> {
  const { store, states, standings, now, isEnding } = backing;
  const today = now().slice(0, 10);
  const ids = await store.names("", most).catch(() => []);
  for (const id of ids) {
    if (isEnding()) return;
    try {
      const state = await states.newest(id);
      if (state.world === null) continue;
      assetRows(await standings.of(id, state, state.world, today));
      await inSteps(digesting(state.world.graph), isEnding);
      // A change that is tried, as in a draft, is held against this state.
      usesReached(state.world, state.world, []);
      const place = { backing, workspace: id };
      // Without agreements nobody has to read the clauses.
      if (!isEnding() && (await agreementsIn(place)).length > 0) await portfolioOf(place, today, today);
    } catch {
      // Told to whoever asks.
    }
  }
}
