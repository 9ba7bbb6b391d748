import { z } from "@hono/zod-openapi";
import { effectOf } from "@cleartitle/agreements";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import { etagOf, stateAsked } from "../moment.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { EffectAnswer } from "./effect-answer.js";
import { dealIn, DealText, ReadDeal, toldDeal } from "./read-deal.js";

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
      params: inWorkspace, writes: false, body: z.strictObject({ before: DealText, after: DealText, budget: z.int().min(1).max(1000).default(100).openapi({ description: "Uses that are decided at most." }), clauseBudget: z.int().min(0).max(5000).default(400).openapi({ description: "Decisions at most that tell which clause does what." }) }).openapi("EffectBody"),
      answer: EffectAnswer,
    },
    async (asked) => {
      const { before, after, budget, clauseBudget } = asked.body;
      const [was, is] = [dealIn(before, "before", asked.backing), dealIn(after, "after", asked.backing)];
      const state = await stateAsked(asked, {});
      const { effect, problems } = effectOf(was, is, worldOf(state, asked.workspace), { library: clausesOf(asked.backing).library, file: asked.workspace, decide: asked.backing.decide, budget, clauseBudget });
      const faultsOf = (name: "before" | "after") => faultsAt(problems.filter(({ file }) => (file === "before") === (name === "before")), `/${name}`);
      stopAtFaults([...faultsOf("before"), ...faultsOf("after")], "/after");
      return { body: { ...effect!, basis: { ...effect!.basis } }, headers: { ETag: etagOf(state.number) } };
    },
  );
}
