import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { listName, numberedPage, pageOf, paging, readCursor } from "../cursor.js";
import { inWorkspace } from "../workspace/name.js";

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, { message: "a digest is `sha256:` and 64 hexadecimal digits" });

const mediaType = /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/;

const File = z.strictObject({ sha256: Digest, bytes: z.int().nonnegative(), mediaType: z.string().nullable(), at: z.string(), by: z.string() }).openapi("EvidenceFile");

/** Of one file; what the store keeps of a workspace in all it bounds itself. */
export const mostBytes = 64_000_000;

/** Files of evidence, each found under the digest of its bytes. */
export function evidenceRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/evidence", needs: "evidence:write", feature: "evidence", summary: "Keep a file", description: "Its digest is its name: the same bytes are kept once.",
      params: inWorkspace, raw: { mediaTypes: ["*/*"], most: mostBytes, says: "The bytes of the file." }, answer: z.strictObject({ sha256: Digest, bytes: z.int() }), status: 201,
    },
    async ({ bytes, c, caller, workspace, backing }) => {
      const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
      const sha256 = await (await backing.states.workspace(workspace)).keepFile(bytes, mediaType.test(type) ? type : null, { by: caller.actor, at: backing.now() });
      return { body: { sha256, bytes: bytes.byteLength }, headers: { Location: `/api/v1/workspaces/${workspace}/evidence/${sha256}` } };
    },
  );
  api.route(
    { method: "get", path: "/workspaces/{workspace}/evidence", needs: "evidence:read", feature: "evidence", summary: "List files by digest", params: inWorkspace, query: z.strictObject(paging), answer: pageOf(File) },
    async ({ query: { limit, cursor }, workspace, backing }) => {
      const name = listName(`${workspace}/evidence`, {});
      const files = await (await backing.states.workspace(workspace)).files(String(readCursor(cursor, name)?.after ?? ""), limit + 1);
      return { body: numberedPage(files, limit, name, (each) => each.sha256) };
    },
  );
  api.route(
    { exact: true, method: "get", path: "/workspaces/{workspace}/evidence/{sha256}", needs: "evidence:read", feature: "evidence", summary: "The bytes of a file", description: "Held to their digest. Never shown by a browser in place: a file may be anything.", params: inWorkspace.extend({ sha256: Digest }), media: ["application/octet-stream"] },
    async ({ params: { sha256 }, workspace, backing }) => {
      const bytes = await (await backing.states.workspace(workspace)).file(sha256);
      return new Response(Buffer.from(bytes), { headers: { "Content-Type": "application/octet-stream", "Content-Disposition": `attachment; filename="${sha256.slice(7, 23)}"`, ETag: `"${sha256}"` } });
    },
  );
}
