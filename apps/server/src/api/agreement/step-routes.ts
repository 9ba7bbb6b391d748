import { CalendarDate } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { inWorkspace } from "../workspace/name.js";
import { AgreementId, Side, text } from "./schema.js";
import { takeStep, Taken } from "./take-step.js";

const feature = "agreements";
const words = text.trim().min(1).max(2_000);
const Evidence = words.openapi({ description: "What shows it, in words, or the digest of a kept file: `sha256:…`." });
const Text = text.min(1).max(1_000_000).openapi({ description: "A deal file, as `cleartitle deal check` takes it." });
const one = inWorkspace.extend({ id: AgreementId });
const root = "/workspaces/{workspace}/agreements";
const on = CalendarDate;

/** Texts that go back and forth. */
function textRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: root, needs: "agreements:write", feature, summary: "Begin an agreement with a text", status: 201, params: inWorkspace, answer: Taken,
      description: "Its name is the `id` of the deal. A text of ours is a draft; one that came from the other side is frozen at once. The party for whom the records are kept is on one of its sides.",
      body: z.union([z.strictObject({ text: Text, side: z.literal("ours").default("ours"), note: words.optional() }), z.strictObject({ text: Text, side: z.literal("theirs"), on, evidence: Evidence.optional() })]),
    },
    async (asked) => takeStep(asked as never, null, asVersion(asked.body)),
  );
  api.route(
    {
      method: "post", path: `${root}/{id}/versions`, needs: "agreements:write", feature, summary: "Record another version: ours, or one that came from the other side", status: 201, params: one, answer: Taken,
      description: "A version of ours is a draft until it is sent. What was sent or came is frozen: another text is another version, and signatures on the one before are void.",
      body: z.union([z.strictObject({ text: Text, side: z.literal("ours").default("ours"), note: words.optional() }), z.strictObject({ text: Text, side: z.literal("theirs"), on, evidence: Evidence.optional() })]),
    },
    async (asked) => takeStep(asked as never, asked.params.id, asVersion(asked.body)),
  );
  api.route(
    { method: "post", path: `${root}/{id}/sending`, needs: "agreements:write", feature, summary: "Record that the newest version went to the other side; it is frozen", status: 201, params: one, body: z.strictObject({ on, evidence: Evidence.optional() }), answer: Taken },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "send", ...said(asked.body) } as never),
  );
  api.route(
    { method: "post", path: `${root}/{id}/withdrawal`, needs: "agreements:write", feature, summary: "Record that one side gave it up before it was signed", status: 201, params: one, body: z.strictObject({ on, side: Side, why: words }), answer: Taken },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "withdraw", ...asked.body }),
  );
  api.route(
    {
      method: "post", path: `${root}/{id}/amendments`, needs: "agreements:write", feature, summary: "Record an amendment; it binds once both sides have signed it", status: 201, params: one, answer: Taken,
      description: "A file that names the agreement, a day and topics: `agreement`, `id`, `from`, `topics`. `null` takes a topic out. Of two on one topic the later one counts; two that differ from one day on are refused.",
      body: z.strictObject({ text: text.min(1).max(500_000) }),
    },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "amend", text: asked.body.text }),
  );
}

type VersionBody = { readonly text: string; readonly side: "ours"; readonly note?: string | undefined } | { readonly text: string; readonly side: "theirs"; readonly on: string; readonly evidence?: string | undefined };

function asVersion(body: VersionBody) {
  if (body.side === "theirs") return { step: "receive" as const, text: body.text, on: body.on, ...(body.evidence === undefined ? {} : { evidence: body.evidence }) };
  return { step: "draft" as const, text: body.text, ...(body.note === undefined ? {} : { note: body.note }) };
}

/** Without keys that say nothing. */
const said = <T extends object>(body: T): T => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;

/** Steps by which an agreement comes to count in every answer, and ceases to. */
function bindingRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: `${root}/{id}/signatures`, needs: "agreements:sign", feature, summary: "Record the signature of one side", status: 201, params: one, answer: Taken,
      description: "With the second one the agreement, or the amendment, stands in the title records, by a change set of its own. Who recorded the text does not record a signature on it.",
      body: z.strictObject({ side: Side, on, evidence: Evidence, amendment: AgreementId.optional(), digest: text.regex(/^sha256:[0-9a-f]{64}$/).optional().openapi({ description: "Of the text that was signed; default: the newest one." }) }),
    },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "sign", ...said(asked.body) } as never),
  );
  api.route(
    {
      method: "post", path: `${root}/{id}/notices`, needs: "agreements:write", feature, summary: "Record a notice of a side", status: 201, params: one, answer: Taken,
      description: "That it does not want a renewal: in time that stops it; after the last day for it it is recorded and stops nothing, `notes` say so, and whether it counts for the next term stays open until it is settled. Of a breach or of its exit: it sets days and ends nothing by itself.",
      body: z.strictObject({ on, side: Side, of: z.enum(["renewal", "breach", "exit"]).default("renewal").openapi({ description: "What it is a notice of." }), evidence: Evidence.optional() }),
    },
    async (asked) => {
      const { of, ...rest } = asked.body;
      return takeStep(asked, asked.params.id, { step: "notice", ...said(rest), ...(of === "renewal" ? {} : { of }) } as never);
    },
  );
  api.route(
    {
      method: "post", path: `${root}/{id}/settlements`, needs: "agreements:write", feature, summary: "Record whether a notice that came too late counts for the next term, and who says so", status: 201, params: one, answer: Taken,
      description: "`notice` is the number of the step by which the notice was recorded. Of two words on one notice the later one holds.",
      body: z.strictObject({ on, notice: z.int().positive(), counts: z.boolean(), who: words, why: words.optional(), evidence: Evidence.optional() }),
    },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "settle", ...said(asked.body) } as never),
  );
  api.route(
    { method: "post", path: `${root}/{id}/renewals`, needs: "agreements:write", feature, summary: "Record a renewal that came by itself", status: 201, params: one, body: z.strictObject({ on, until: on }), answer: Taken, description: "Until the day that the agreement says, once nobody can say no any more. What the parties sign for it is an amendment." },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "renew", ...asked.body }),
  );
  api.route(
    {
      method: "post", path: `${root}/{id}/end`, needs: "agreements:sign", feature, summary: "Record that it ends before its term", status: 201, params: one, answer: Taken,
      description: "From `on`, which may be to come, the rights are over, in the title records as well. Of an end by its term nothing is recorded: it is in the terms.",
      body: z.strictObject({ on, how: z.enum(["termination", "withdrawal"]), side: Side, why: words, evidence: Evidence.optional() }),
    },
    async (asked) => takeStep(asked as never, asked.params.id, { step: "end", ...said(asked.body) } as never),
  );
}

export function stepRoutes(api: Api): void {
  textRoutes(api);
  bindingRoutes(api);
}
