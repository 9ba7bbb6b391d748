import { z } from "@hono/zod-openapi";
import { type AgreementSide, alignClauses, clausesOfSides, dealText, draftFormats, ofAnother, openSide } from "@cleartitle/agreements";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { agreementAsked, clausesOf } from "../agreement/reading.js";
import { AgreementId } from "../agreement/schema.js";
import { versionNumber } from "../agreement/version.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { fileName } from "../import/source.js";
import { ApiStop } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { Aligned, toldAligned } from "./aligned.js";
import { maybe, orNull, text, texts } from "./clause-schema.js";
import { ReadDeal, toldDeal } from "./read-deal.js";
import { versionSide } from "./redline.js";
import { inComparing, inReading } from "./turn.js";

const DifferenceRow = z
  .strictObject({
    kind: z.enum(["value", "edited", "added", "removed", "filled-in", "open", "untold"]).openapi({ description: "`value`: another value of a field; `open`: a change that nobody accepted; `untold`: what is in no text, or cannot be read." }),
    where: text.openapi({ description: "Topic, or part of the document." }), before: maybe, after: maybe, note: text,
  })
  .openapi("DraftDifference");

const Returned = z
  .strictObject({
    carries: z.enum(["deal", "damage", "nothing"]).openapi({ description: "What the document has beside its text. Without a deal its words alone are compared." }), compared: z.boolean().openapi({ description: "Whether its text was compared with the deal inside; of a PDF it is not." }),
    text: maybe.openapi({ description: "The deal that the document says, as a deal file: what a person records as the other side’s version. null: it carries none." }), read: orNull(ReadDeal), differences: z.array(DifferenceRow).openapi({ description: "What its text says otherwise than the deal inside, with the words." }),
    version: z.int().nullable().openapi({ description: "The version with which `clauses` compares it." }), clauses: z.array(Aligned), openChanges: z.boolean(), notes: texts,
  })
  .openapi("ReturnedDocument");

/** No agreement is larger; the command line takes no larger document either. */
const most = 20_000_000;
const raw = { mediaTypes: [draftFormats.docx.mediaType, "text/markdown", "text/plain", draftFormats.pdf.mediaType, "application/octet-stream"], most, says: "A DOCX, Markdown or plain text; of a PDF that was drafted here the deal inside." };
const query = {
  name: fileName.default("document").openapi({ description: "Name of the file." }),
  changes: z.enum(["told", "made"]).default("told").openapi({ description: "Changes that are open in a DOCX: told beside the text, which is read without them, or made, as they are proposed." }),
};

type Asking = { readonly bytes: Uint8Array; readonly query: { readonly name: string; readonly changes: "told" | "made" }; readonly backing: Backing };

async function sideOf({ bytes, query: { name, changes }, backing }: Asking, against: AgreementSide | null): Promise<AgreementSide> {
  const known = against?.terms?.deal;
  // A document is read by what it is: a name may say that a text is a deal file, which is no document that came back.
  const open = () => openSide(bytes, name.replace(/\.(?:ya?ml|json)$/i, ""), { ...clausesOf(backing), openChanges: changes, pdfByDeal: true, ...(known === undefined ? {} : { known }) });
  const opened = await (changes === "made" ? inComparing : inReading)(open);
  if ("problems" in opened) throw new ApiStop(faultsAt(opened.problems, ""));
  return opened.side;
}

function told(side: AgreementSide, against: { readonly side: AgreementSide; readonly version: number } | null, backing: Backing): z.input<typeof Returned> {
  const { terms, read, notes } = side;
  const { carries, isCompared, differences } = read!;
  return {
    carries: carries === "unread" ? "nothing" : carries, compared: isCompared, text: terms === null ? null : dealText(terms.deal.deal), read: terms === null ? null : toldDeal(terms.deal, "", backing), differences: differences.map((each) => ({ ...each })),
    version: against?.version ?? null, clauses: against === null ? [] : toldAligned(alignClauses(...clausesOfSides(against.side, side))), openChanges: side.openChanges, notes: [...notes],
  };
}

/** Documents that came back: what they say now. Nothing of them is recorded before a person does so. */
export function returnedRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: "/workspaces/{workspace}/agreements/{id}/returned", needs: "agreements:read", feature: "agreements", summary: "Read a document that came back from the other side, beside a version", writes: false, raw, params: inWorkspace.extend({ id: AgreementId }), query: z.strictObject({ ...query, version: versionNumber.optional().openapi({ description: "Default: the newest one." }) }), answer: Returned,
      description: "Its text wins over the deal that it carries. Nothing is recorded: whoever takes it for the other side’s version records its `text` by `versions`, with the document kept as evidence.",
    },
    async (asked) => {
      const found = await agreementAsked(asked);
      const version = asked.query.version ?? found.agreement.life.versions.length;
      const against = await versionSide(found, version, asked.query.version === undefined ? "#path/id" : "#query/version", asked.backing);
      const side = await sideOf(asked, against);
      if (side.terms !== null) stopAtFaults(ofAnother(asked.params.id, side.terms.deal.deal), "");
      return { body: told(side, { side: against, version }, asked.backing) };
    },
  );
  api.route(
    { method: "post", path: "/workspaces/{workspace}/drafts/returned", needs: "catalogue:read", feature: "agreements", summary: "Read a drafted document back to its deal", description: "Its text wins over the deal that it carries. Nothing is recorded.", writes: false, raw, params: inWorkspace, query: z.strictObject(query), answer: Returned },
    async (asked) => ({ body: told(await sideOf(asked, null), null, asked.backing) }),
  );
}
