import { z } from "@hono/zod-openapi";
import { checkDeal, compileDeal, type DealFile, effectOf, readDeal, stances } from "@cleartitle/agreements";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { etagOf, stateAsked } from "../moment.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { EffectAnswer } from "./effect-answer.js";

const text = z.string();
const maybe = text.nullable();
const texts = z.array(text);
/** A deal file is no book. */
const DealText = z.string().min(1).max(1_000_000).openapi({ description: "A deal file, as YAML or JSON." });

const Clause = z.strictObject({ topic: text, number: z.int(), title: text, version: z.enum([...stances, "own"]), text: texts }).openapi("DealClause");
const Finding = z.strictObject({ code: text, rule: z.int().nullable(), severity: z.enum(["contradiction", "look"]), topics: texts, cite: maybe, message: text, remedy: text }).openapi("DealFinding");
const Unread = z.strictObject({ topic: text, cite: text, text, why: text }).openapi("UnreadSentence", { description: "A sentence that no norm carries, and why." });
const Read = z
  .strictObject({ deal: z.record(text, z.unknown()).openapi({ description: "The deal as it was read." }), clauses: z.array(Clause), unread: z.array(Unread), findings: z.array(Finding), silentOn: texts.openapi({ description: "Topics on which the deal says nothing." }) })
  .openapi("ReadDeal");

function dealIn(written: string, name: string, backing: Backing): DealFile {
  const { file, problems } = readDeal(written, { file: name, ...clausesOf(backing) });
  stopAtFaults(problems, `/${name}`);
  return file!;
}

/** Agreements that are being written: read, checked, and asked what they would do. Nothing of it is recorded. */
export function draftRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/drafts/read", needs: "catalogue:read", feature: "agreements", summary: "Read a deal: its clauses in words, and what does not fit together", description: "Nothing is recorded.",
      params: inWorkspace, writes: false, body: z.strictObject({ deal: DealText }).openapi("DraftBody"), answer: Read,
    },
    ({ body, backing }) => {
      const house = clausesOf(backing);
      const file = dealIn(body.deal, "deal", backing);
      const { compiled, problems } = compileDeal(file, { ...house, asSigned: true });
      stopAtFaults(problems, "/deal");
      const { findings, silentOn } = checkDeal({ deal: file.deal, library: house.library, compiled: compiled!, on: backing.now().slice(0, 10) });
      const unread = compiled!.notCompiled.map(({ topic, cite, text: sentence, why }) => ({ topic, cite, text: sentence, why }));
      return { body: { deal: file.deal, clauses: compiled!.clauses, unread, findings, silentOn } };
    },
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
