import { z } from "@hono/zod-openapi";
import { draftFormats, type DraftFormat, writeDraft } from "@cleartitle/agreements";
import { stopAtFaults } from "../agreement/faults.js";
import { agreementAsked } from "../agreement/reading.js";
import { AgreementId } from "../agreement/schema.js";
import { versionNumber, versionOf } from "../agreement/version.js";
import type { Api } from "../api.js";
import { inWorkspace } from "../workspace/name.js";
import { dealIn, DealText, draftingOf } from "./read-deal.js";

const formats = Object.keys(draftFormats) as [DraftFormat, ...DraftFormat[]];
const format = z.enum(formats).default("docx");
const of = { feature: "agreements", media: Object.values(draftFormats).map((each) => each.mediaType.split(";")[0]!), description: "Cover page, contents, definitions, numbered clauses, schedules, places to sign; the deal is inside. The same deal gives the same bytes as `cleartitle draft`." } as const;

async function documentAnswer(drafting: Parameters<typeof writeDraft>[0], as: DraftFormat, name: string): Promise<Response> {
  const { mediaType, extension } = draftFormats[as];
  return new Response(Buffer.from(await writeDraft(drafting, as)), { headers: { "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${name}.${extension}"` } });
}

/** Agreements as the documents that lawyers read. */
export function documentRoutes(api: Api): void {
  api.route(
    { ...of, method: "get", path: "/workspaces/{workspace}/agreements/{id}/versions/{number}/document", needs: "agreements:read", summary: "A version as a document", params: inWorkspace.extend({ id: AgreementId, number: versionNumber }), query: z.strictObject({ format }) },
    async (asked) => {
      const { params: { id, number }, query, backing } = asked;
      const { file, problems } = versionOf(await agreementAsked(asked), number, "#path/number", backing);
      stopAtFaults(problems, "#path/number");
      return documentAnswer(draftingOf(file!, "#path/number", backing), query.format, `${id}-${number}`);
    },
  );
  api.route(
    { ...of, method: "post", path: "/workspaces/{workspace}/drafts/document", needs: "catalogue:read", summary: "A deal as a document", params: inWorkspace, writes: false, body: z.strictObject({ deal: DealText, format }) },
    async ({ body, backing }) => {
      const file = dealIn(body.deal, "deal", backing);
      return documentAnswer(draftingOf(file, "/deal", backing), body.format, file.deal.id);
    },
  );
}
