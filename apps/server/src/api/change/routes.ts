import { z } from "@hono/zod-openapi";
import { impactOf, impactSchema, type Impact as ImpactRecord } from "@cleartitle/engine";
import { unmetChanges } from "@cleartitle/title";
import type { Api } from "../api.js";
import { listName, numberedPage, ordered, pageOf, readCursor } from "../cursor.js";
import { askingFields, decideOptions } from "../decision/question.js";
import { etagOf } from "../moment.js";
import { described } from "../described.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { stopWith } from "../stop.js";
import { ChangeFile, readChanges } from "./change-text.js";
import { RecordedChange } from "./recorded-change.js";
import { recordChanges } from "./record-changes.js";

const count = z.int().nonnegative();

const Change = z
  .strictObject({
    number: count, at: z.string(), by: z.string(), why: z.string().nullable(),
    changes: z.array(RecordedChange).nullable().openapi({ description: "As they were asked for; null: a whole graph was written." }),
  })
  .openapi("ChangeSet");

export const Impact = described<ImpactRecord>("Impact", impactSchema);

export function changeRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/changes", needs: "records:write", feature: "changes", summary: "Record a change set",
      description: "On the newest records, or with `If-Match` on those of one change set alone. Positions, conclusions and waivers are not changed this way, not even by the way: one person proposes them and another approves.",
      params: inWorkspace, body: z.strictObject({ changes: ChangeFile, why: z.string().max(20_000).optional() }), status: 201,
      answer: z.strictObject({ changeSet: count, unmet: z.array(count).openapi({ description: "Changes, by their place, that changed nothing because it was so already." }) }),
    },
    async (asked) => {
      const { changeSet, told } = await recordChanges(asked as never, {
        why: asked.body.why,
        make: (world) => {
          const changes = readChanges(asked.body.changes, world, "/changes");
          return { changes, told: unmetChanges(world.graph, changes) };
        },
      });
      return { body: { changeSet, unmet: told }, headers: { ETag: etagOf(changeSet), Location: `/api/v1/workspaces/${asked.workspace}/changes/${changeSet}` } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/changes", needs: "records:read", feature: "changes", summary: "The history: change sets in order", params: inWorkspace, query: z.strictObject(ordered), answer: pageOf(Change) },
    async ({ query: { limit, cursor, order }, workspace, backing }) => {
      const name = listName(`${workspace}/changes`, { order });
      const kept = await backing.states.workspace(workspace);
      const page = numberedPage(await kept.history(Number(readCursor(cursor, name)?.after ?? 0), limit + 1, order), limit, name, (each) => each.number);
      return { body: page as never };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/changes/{number}", needs: "records:read", feature: "changes", summary: "One change set", params: inWorkspace.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647) }), answer: Change },
    async ({ params: { number }, workspace, backing }) => {
      const [change] = await (await backing.states.workspace(workspace)).history(number - 1, 1);
      if (change === undefined) throw stopWith("not-found", `there is no change set ${number}`, { pointer: "#path/number" });
      return { body: change as never };
    },
  );
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/impact", needs: "decisions:ask", feature: "changes", summary: "What a change set would do to every answer", description: "Nothing is recorded: the same records with the changes applied, decided again, and the two compared.",
      params: inWorkspace, writes: false, body: z.strictObject({ changes: ChangeFile, ...askingFields, most: z.int().min(1).max(500).default(100).openapi({ description: "Uses that are decided at most; the others are named in `cut`." }) }), answer: Impact,
    },
    async ({ body, workspace, backing }) => {
      const state = await backing.states.newest(workspace);
      const before = worldOf(state, workspace);
      const changes = readChanges(body.changes, before, "/changes");
      const after = backing.states.changed(before, changes);
      return { body: impactOf(before, after, changes, { decide: backing.decide, options: { ...decideOptions(body), withoutRange: true }, budget: body.most }), headers: { ETag: etagOf(state.number) } };
    },
  );
}
