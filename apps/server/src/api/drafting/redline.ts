import { z } from "@hono/zod-openapi";
import { type AgreementSide, alignClauses, clausesOfSides, draftFormats, openDeal, redlineOf } from "@cleartitle/agreements";
import { faultsAt, stopAtFaults } from "../agreement/faults.js";
import { agreementAsked, clausesOf, type FoundAgreement } from "../agreement/reading.js";
import { AgreementId, count } from "../agreement/schema.js";
import { versionNumber, versionOf } from "../agreement/version.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { ApiStop } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { Aligned, toldAligned } from "./aligned.js";
import { inComparing } from "./turn.js";

const { mediaType, extension } = draftFormats.docx;

/** A version as one of two sides. `at`: where the request names it. */
export async function versionSide(found: FoundAgreement, number: number, at: string, backing: Backing): Promise<AgreementSide> {
  const { file, problems } = versionOf(found, number, at, backing);
  stopAtFaults(problems, at);
  const opened = await openDeal(file!, `version ${number}`, clausesOf(backing));
  if ("problems" in opened) throw new ApiStop(faultsAt(opened.problems, at));
  return opened.side;
}

/** Both as documents, in one with the changes tracked. */
async function tracked(sides: readonly [AgreementSide, AgreementSide]): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly string[] }> {
  const made = await redlineOf(sides, inComparing);
  // INVARIANT: both sides are deals, which are written as documents.
  if ("wordsAlone" in made) throw new Error(`${made.wordsAlone.join(", ")} is no deal`);
  if ("problems" in made) throw new ApiStop(faultsAt(made.problems, "#query/to"));
  return made;
}

/** Two versions of an agreement, word by word. */
export function redlineRoutes(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/agreements/{id}/redline", needs: "agreements:read", feature: "agreements", summary: "Two versions word by word, or as one document with tracked changes",
      description: "`docx` is a document that accepts to the second version and rejects to the first; it was read again before it is given out. What one should know of it, as `diff --redline` tells it, is in the header `Redline-Notes`: notes separated by commas, each percent-encoded. One is made at a time.",
      params: inWorkspace.extend({ id: AgreementId }), query: z.strictObject({ from: versionNumber, to: versionNumber, format: z.enum(["json", "docx"]).default("json") }), answer: z.strictObject({ from: count, to: count, clauses: z.array(Aligned) }).openapi("AgreementRedline"), media: [mediaType],
    },
    async (asked) => {
      const { params: { id }, query: { from, to, format }, backing } = asked;
      const found = await agreementAsked(asked);
      const sides = [await versionSide(found, from, "#query/from", backing), await versionSide(found, to, "#query/to", backing)] as const;
      if (format === "json") return { body: { from, to, clauses: toldAligned(alignClauses(...clausesOfSides(...sides))) } };
      const { bytes, notes } = await tracked(sides);
      return new Response(Buffer.from(bytes), { headers: { ...(notes.length === 0 ? {} : { "Redline-Notes": notes.map(encodeURIComponent).join(", ") }), "Content-Type": mediaType, "Content-Disposition": `attachment; filename="${id}-${from}-to-${to}.${extension}"` } });
    },
  );
}
