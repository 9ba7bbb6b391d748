import { z } from "@hono/zod-openapi";
import { type Effect, effectOf } from "@cleartitle/agreements";
import type { World } from "@cleartitle/engine";
import { digestOf } from "@cleartitle/norms";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { etagOf, stateAsked } from "../moment.js";
import { shelves } from "../shelf.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { EffectAnswer } from "./effect-answer.js";
import { dealIn, DealText, ReadDeal, toldDeal } from "./read-deal.js";

const EffectBody = z
  .strictObject({
    before: DealText, after: DealText, budget: z.int().min(1).max(1000).default(100).openapi({ description: "Uses that are decided at most." }),
    clauseBudget: z.int().min(0).max(5000).default(400).openapi({ description: "Decisions at most that tell which clause does what." }),
  })
  .openapi("EffectBody");

/** Effects that were told of a state of the records: whoever goes on with a draft, or comes back to it, asks for the same again. */
const shelfOf = shelves<Effect>(20);

/** Agreements that are being written: read, checked, and asked what they would do. Nothing of it is recorded. */
export function draftRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/drafts/read", needs: "catalogue:read", feature: "agreements", summary: "Read a deal: its clauses in words, and what does not fit together", description: "Nothing is recorded.",
      params: inWorkspace, writes: false, body: z.strictObject({ deal: DealText }).openapi("DraftBody"), answer: ReadDeal,
    },
    ({ body, backing }) => ({ body: toldDeal(dealIn(body.deal, "deal", backing), "/deal", backing) }),
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/drafts/effect", needs: "decisions:ask", feature: "agreements", summary: "What another state of a deal does to the releases", description: "Both are asked as if they were signed as they stand. Nothing is recorded.",
      params: inWorkspace, writes: false, body: EffectBody, answer: EffectAnswer,
    },
    async (asked) => {
      const state = await stateAsked(asked, {});
      const [world, key] = [worldOf(state, asked.workspace), digestOf(asked.body)];
      const effect = shelfOf(world).get(key) ?? shelfOf(world).put(key, effectIn(world, asked.workspace, asked.body, asked.backing));
      return { body: effect, headers: { ETag: etagOf(state.number) } };
    },
  );
}

/** Stops with all that is wrong with either deal. */
function effectIn(world: World, workspace: string, { before, after, budget, clauseBudget }: z.output<typeof EffectBody>, backing: Backing): Effect {
  const [was, is] = [dealIn(before, "before", backing), dealIn(after, "after", backing)];
  const { effect, problems } = effectOf(was, is, world, { library: clausesOf(backing).library, file: workspace, decide: backing.decide, budget, clauseBudget });
  const faultsOf = (name: "before" | "after") => faultsAt(problems.filter(({ file }) => (file === "before") === (name === "before")), `/${name}`);
  stopAtFaults([...faultsOf("before"), ...faultsOf("after")], "/after");
  const { basis, ...rest } = effect!;
  // Told here, so that what is kept holds on to no world in which the deal was tried.
  return { ...rest, basis: { before: basis.before && { ...basis.before }, after: basis.after && { ...basis.after } } };
}
