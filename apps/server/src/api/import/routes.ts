import { z } from "@hono/zod-openapi";
import { sha256 } from "@cleartitle/norms";
import { readTitleFile } from "@cleartitle/title";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { listName, numberedPage, ordered, pageOf, readCursor } from "../cursor.js";
import { mostBytes } from "../evidence/routes.js";
import type { Asked } from "../route.js";
import { Run, runAddress, runOf } from "../run/routes.js";
import { ApiStop } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { Connection, fileName, format, persons, type ImportSource } from "./source.js";

const Imported = z.strictObject({ number: z.int().openapi({ description: "The change set that it became." }), source: z.string(), files: z.array(z.strictObject({ file: z.string(), format: z.string().nullable(), sha256: z.string().nullable() })) }).openapi("Import");

/** Asks for the work; what was uploaded is kept with it or not at all. */
async function begun({ workspace, caller, backing, requestName }: Pick<Asked<never, never, never>, "workspace" | "caller" | "backing" | "requestName">, source: ImportSource, file: { readonly content: Uint8Array; readonly mediaType: string | null } | null) {
  const job = { kind: "import", payload: { source, mayGovern: caller.by === "local" }, ...(requestName === undefined ? {} : { name: requestName }) };
  const { number } = await backing.queue.enqueue(workspace, job, { by: caller.actor, at: backing.now() }, file === null ? [] : [file]);
  return { body: runOf(await backing.queue.job(workspace, number)) as never, headers: { Location: runAddress(workspace, number) } };
}

/** Longer ones are read by the job alone: others are not to wait for it. */
const mostChecked = 1_000_000;

/** Tells all that is wrong with a title file at once; a job would tell the first. */
function checkTitle(bytes: Uint8Array, file: string, { catalogue }: Backing): void {
  if (bytes.byteLength > mostChecked) return;
  const { problems } = readTitleFile(Buffer.from(bytes).toString("utf8"), { file, taxonomies: catalogue.taxonomies, catalogue });
  if (problems.length > 0) throw new ApiStop(problems);
}

export function importRoutes(api: Api): void {
  const of = { method: "post", needs: "imports:write", feature: "imports", params: inWorkspace, answer: Run, status: 202 } as const;
  api.route(
    {
      ...of, path: "/workspaces/{workspace}/imports/file", summary: "Import a file, or a folder as an archive", description: "A title file (`application/yaml`), an archive of a folder (`application/zip`), or one file of any format that is read. What is there stays; what is new is added as one change set.",
      query: z.strictObject({ name: fileName.openapi({ description: "Name of the file, by which formats are recognized and statements cite it." }), format, persons }), raw: { mediaTypes: ["*/*"], most: mostBytes, says: "The file." },
    },
    async (asked) => {
      const { bytes, query: { name, format: reader, persons: mode }, c } = asked;
      const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
      const from = type === "application/zip" ? "archive" : type === "application/yaml" || /(^|\/)cleartitle\.ya?ml$/.test(name) ? "title" : "file";
      if (from === "title") checkTitle(bytes, name, asked.backing);
      return begun(asked, { from, name, sha256: sha256(bytes), format: reader, persons: mode }, { content: bytes, mediaType: from === "archive" ? "application/zip" : null });
    },
  );
  api.route(
    { ...of, path: "/workspaces/{workspace}/imports/server", summary: "Import what a server answers", description: "Asked through a guard: no private network, unless an administrator allowed it. Without tokens.", body: Connection },
    async (asked) => begun(asked, { from: "server", ...asked.body }, null),
  );
  api.route(
    { method: "get", needs: "records:read", feature: "imports", params: inWorkspace, path: "/workspaces/{workspace}/imports", summary: "What was imported, by the change set that it became", query: z.strictObject(ordered), answer: pageOf(Imported) },
    async ({ query: { limit, cursor, order }, workspace, backing }) => {
      const name = listName(`${workspace}/imports`, { order });
      return { body: numberedPage(await (await backing.states.workspace(workspace)).imports(Number(readCursor(cursor, name)?.after ?? 0), limit + 1, order), limit, name, (each) => each.number) as never };
    },
  );
}
