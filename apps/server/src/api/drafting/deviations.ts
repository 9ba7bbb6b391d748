import { z } from "@hono/zod-openapi";
import { type Deviation, deviationsOf, readPlaybook } from "@cleartitle/agreements";
import { stopAtFaults } from "../agreement/faults.js";
import { clausesOf } from "../agreement/reading.js";
import type { Api } from "../api.js";
import type { Caller } from "../caller.js";
import type { Backing } from "../backing.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { FieldValue, maybe, orNull, Stance, text, texts } from "./clause-schema.js";
import { dealIn, DealText } from "./read-deal.js";

const Proposal = z.strictObject({ version: Stance, with: z.record(text, FieldValue), says: text.openapi({ description: "Why one goes there." }), text: texts }).openapi("PlaybookProposal");
const DeviationRow = z
  .strictObject({
    topic: text, number: z.int(), title: text, severity: z.enum(["fallback", "ask", "stop"]).openapi({ description: "`fallback`: the playbook goes that far." }), kind: z.enum(["version", "values", "own", "silent"]), wanted: Stance, found: z.enum([...Stance.options, "own"]).nullable(),
    message: text, why: text, risk: maybe, proposals: z.array(Proposal).openapi({ description: "What is wanted, then each step down that is still taken." }), beyond: orNull(Proposal).openapi({ description: "The next step, to be asked for." }),
    isNew: z.boolean().nullable().openapi({ description: "`before` does not have it; null: there is no `before`." }),
  })
  .openapi("PlaybookDeviation");
type Row = z.input<typeof DeviationRow>;

const digest = /^sha256:[0-9a-f]{64}$/;

/** A playbook that is sent along, or the digest of one that is kept in the workspace. */
async function playbookIn(asked: { readonly body: { readonly playbook: string }; readonly caller: Caller; readonly workspace: string; readonly backing: Backing }): Promise<NonNullable<ReturnType<typeof readPlaybook>["playbook"]>> {
  const { body: { playbook: given }, caller, workspace, backing } = asked;
  const isKept = digest.test(given.trim());
  if (isKept && !caller.permissions.has("evidence:read")) throw stopWith("forbidden", "a kept file is read with the permission `evidence:read`", { pointer: "/playbook", offending: "evidence:read", hint: "send the playbook itself" });
  const written = isKept ? Buffer.from(await (await backing.states.workspace(workspace)).file(given.trim())).toString("utf8") : given;
  const { playbook, problems } = readPlaybook(written, { file: "playbook", ...clausesOf(backing) });
  stopAtFaults(problems, "/playbook");
  return playbook!;
}

const keyOf = ({ topic, found, message }: Deviation): string => JSON.stringify([topic, found, message]);

/** Where a deal is not what a house wants. */
export function deviationRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/drafts/deviations", needs: "catalogue:read", feature: "agreements", summary: "Where a deal is not what a playbook wants, the gravest first, and what to propose in its place",
      description: "The playbook is sent along, or named by the digest under which it is kept as evidence. Of a version of an agreement its text is sent. Nothing is recorded.",
      params: inWorkspace, writes: false, body: z.strictObject({ deal: DealText, before: DealText.optional(), playbook: text.min(1).max(1_000_000).openapi({ description: "A playbook, as `cleartitle diff --playbook` takes it, or `sha256:…`." }) }),
      answer: z.strictObject({ playbook: z.strictObject({ id: text, title: text, side: z.enum(["licensor", "licensee"]) }), items: z.array(DeviationRow) }),
    },
    async (asked) => {
      const { body, backing } = asked;
      const { deal } = dealIn(body.deal, "deal", backing);
      const was = body.before === undefined ? null : dealIn(body.before, "before", backing).deal;
      const options = { playbook: await playbookIn(asked), ...clausesOf(backing) };
      const known = was === null ? null : new Set(deviationsOf(was, options).map(keyOf));
      const { id, title, side } = options.playbook;
      const items = deviationsOf(deal, options).map((each) => ({ ...each, isNew: known === null ? null : !known.has(keyOf(each)) }) as Row);
      return { body: { playbook: { id, title, side }, items } };
    },
  );
}
