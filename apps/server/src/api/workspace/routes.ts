import { z } from "@hono/zod-openapi";
import { roleNames } from "@cleartitle/access";
import { lookDaily } from "@cleartitle/jobs";
import { Profile } from "@cleartitle/norms";
import { isNotRead } from "@cleartitle/title";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import type { Caller } from "../caller.js";
import { listName, numberedPage, pageOf, paging, readCursor } from "../cursor.js";
import { etagOf } from "../moment.js";
import { inWorkspace, WorkspaceName } from "./name.js";

const count = z.int().nonnegative();

const Workspace = z
  .strictObject({
    id: WorkspaceName, changeSet: count.openapi({ description: "The newest change set; 0: nothing was recorded yet." }), us: z.string().nullable(), profile: Profile.nullable(),
    counts: z.strictObject({ assets: count, derivations: count, statements: count, parties: count, uses: count, instruments: count, notRead: count.openapi({ description: "What of the evidence could not be read when it was imported, and so has no part in any answer." }) }),
  })
  .openapi("Workspace");

const Listed = z.strictObject({ id: WorkspaceName, roles: z.array(z.string()).openapi({ description: "What the caller is in it." }) }).openapi("ListedWorkspace");

/** The workspaces that a caller may see after one, in order: one's own, of a token the one that it is for, and all where nobody signs in. */
async function seenBy({ access, store }: Backing, { actor, heldTo }: Caller, after: string, most: number): Promise<z.infer<typeof Listed>[]> {
  if (access === null) return (await store.names(after, most)).map((id) => ({ id, roles: [...roleNames] }));
  const own = (await access.memberships.workspacesOf(actor)).filter(({ workspace }) => workspace > after && (heldTo === null || workspace === heldTo));
  return own.map(({ workspace, roles }) => ({ id: workspace, roles: [...roles] })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export function workspaceRoutes(api: Api): void {
  api.route(
    { method: "get", path: "/workspaces", needs: "signed-in", feature: "workspaces", summary: "The workspaces that one may see", query: z.strictObject(paging), answer: pageOf(Listed) },
    async ({ query: { limit, cursor }, caller, backing }) => {
      const name = listName("workspaces", { actor: caller.actor });
      const after = String(readCursor(cursor, name)?.after ?? "");
      return { body: numberedPage(await seenBy(backing, caller, after, limit + 1), limit, name, (each) => each.id) as never };
    },
  );
  api.route(
    { method: "post", path: "/workspaces", needs: "workspace:write", feature: "workspaces", summary: "Make a workspace", body: z.strictObject({ id: WorkspaceName }), answer: z.strictObject({ id: WorkspaceName }), status: 201 },
    async ({ body, caller, backing }) => {
      const hand = { by: caller.actor, at: backing.now() };
      await backing.store.create(body.id, hand);
      // Nobody else could take people in.
      await backing.access?.memberships.set(body.id, caller.actor, ["admin"], hand, "admin");
      await lookDaily(backing.queue, body.id, hand);
      return { body: { id: body.id }, headers: { Location: `/api/v1/workspaces/${body.id}` } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}", needs: "records:read", feature: "workspaces", summary: "A workspace in brief", params: inWorkspace, answer: Workspace },
    async ({ workspace, backing }) => {
      const { number, world } = await backing.states.newest(workspace);
      const graph = world?.graph;
      const counts = {
        assets: graph?.assets.size ?? 0, derivations: graph?.derivations.size ?? 0, statements: graph?.statements.length ?? 0, parties: graph?.parties.size ?? 0, uses: graph?.uses.size ?? 0, instruments: graph?.instruments.size ?? 0,
        notRead: graph?.findings.filter(isNotRead).length ?? 0,
      };
      return { body: { id: workspace, changeSet: number, us: graph?.us ?? null, profile: graph?.profile ?? null, counts }, headers: { ETag: etagOf(number) } };
    },
  );
}
