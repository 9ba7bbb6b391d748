import { blocksOf, readingLimits, readingText, weightsDigest } from "@cleartitle/agreements";
import { z } from "@hono/zod-openapi";
import { stepTag } from "../agreement/reading.js";
import type { Api } from "../api.js";
import { listName, ordered, pageOf, readCursor, writeCursor } from "../cursor.js";
import { fileName } from "../import/source.js";
import { Run, runAddress, runOf } from "../run/routes.js";
import { stopWith } from "../stop.js";
import { wordsAsked, wordsIn } from "../words-asked.js";
import { inWorkspace } from "../workspace/name.js";
import { begunWith } from "./begun.js";
import { dealRoutes } from "./deal-routes.js";
import { anewAskedOf, readingAskedOf } from "./job.js";
import { openReading, readingAsked, readingsIn, textOf } from "./kept.js";
import { opinionRoutes, opinionTold } from "./opinion-routes.js";
import { reviewRoutes } from "./review-routes.js";
import { count } from "../agreement/schema.js";
import { ReadingDetail, readingNumber, ReadingRow, TextBlock } from "./schema.js";
import { blockTold, detailOf, rowOf } from "./told.js";

const feature = "readings";
const root = "/workspaces/{workspace}/readings";
const one = inWorkspace.extend({ number: readingNumber });
const mediaType = /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/;

function uploadRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: root, needs: "agreements:write", feature, summary: "Read a contract that others wrote", status: 202, params: inWorkspace, answer: Run,
      description: `DOCX, PDF with text, Markdown or plain text, in English; ${readingLimits.pages} pages and ${readingLimits.characters} characters at most. It is kept as evidence, and read by a run, whose result names the reading. One that cannot be read is kept as well, with the reason. The same bytes are read once.`,
      query: z.strictObject({ name: fileName.openapi({ description: "Name of the file." }) }), raw: { mediaTypes: ["*/*"], most: readingLimits.bytes, says: "The document." },
    },
    async ({ bytes, query: { name }, c, workspace, caller, backing, requestName }) => {
      if (bytes.byteLength === 0) throw stopWith("bad-value", "the body is empty", { pointer: "", hint: "send the bytes of the document" });
      const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
      const { job, file } = readingAskedOf(name, bytes, mediaType.test(type) ? type : null);
      const { number } = await backing.queue.enqueue(workspace, { ...job, ...(requestName === undefined ? {} : { name: requestName }) }, { by: caller.actor, at: backing.now() }, [file]);
      return { body: runOf(await backing.queue.job(workspace, number)), headers: { Location: runAddress(workspace, number) } };
    },
  );
}

function anewRoutes(api: Api): void {
  api.route(
    {
      method: "post", path: `${root}/{number}/again`, needs: "agreements:write", feature, summary: "Read a contract anew, with the weights of this program", status: 202, params: one, answer: Run,
      description: "What persons said is carried over where the same words stand as a clause of the same kind that states the same, and a value that they set right holds; what they confirmed and the program does not find any more stays as a clause that they found. The rest is asked again (`askedAgain`). What was read before stays in the ledger and among the evidence.",
    },
    async (asked) => {
      const { workspace, caller, backing, requestName } = asked;
      const reading = await readingAsked(asked);
      if (reading.document === null) throw stopWith("conflict", "the document was redacted", { pointer: "#path/number" });
      if (reading.read !== null && (await openReading(asked, reading)).weights === weightsDigest()) throw stopWith("conflict", "it was read with the weights of this program, and would be read alike", { pointer: "#path/number", hint: "there is nothing newer" });
      const { number } = await backing.queue.enqueue(workspace, { ...anewAskedOf(reading.name, reading.document), ...(requestName === undefined ? {} : { name: requestName }) }, { by: caller.actor, at: backing.now() });
      return { body: runOf(await backing.queue.job(workspace, number)), headers: { Location: runAddress(workspace, number) } };
    },
  );
}

/** Contracts of others, as they were read and as persons left them. */
export function readingRoutes(api: Api): void {
  uploadRoutes(api);
  anewRoutes(api);
  api.route(
    { method: "get", path: root, needs: "agreements:read", feature, summary: "Contracts that were read", params: inWorkspace, query: z.strictObject({ ...ordered, q: wordsAsked }), answer: pageOf(ReadingRow).extend({ total: count }) },
    async (asked) => {
      const { workspace, query: { limit, cursor, order, q } } = asked;
      const name = listName(`${workspace}/readings`, { order, q });
      const after = Number(readCursor(cursor, name)?.after ?? 0);
      const hasWords = wordsIn(q);
      const all = (await readingsIn(asked)).filter(({ name: file, read }) => hasWords([file, read?.title, ...(read?.parties ?? [])]));
      const left = order === "oldest" ? all.filter(({ number }) => number > after) : all.filter(({ number }) => after === 0 || number < after).toReversed();
      const items = left.slice(0, limit);
      const agreementOf = await begunWith(asked, items);
      return { body: { items: items.map((each) => rowOf(each, agreementOf(each))), next: left.length > limit ? writeCursor({ after: items.at(-1)!.number, at: null, of: name }) : null, total: all.length } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{number}`, needs: "agreements:read", feature, summary: "What was read of a contract, and what persons said of it", params: one, answer: ReadingDetail },
    async (asked) => {
      const reading = await readingAsked(asked);
      const agreementOf = await begunWith(asked, [reading]);
      const open = reading.read === null ? null : { ...(await openReading(asked, reading)), text: await textOf(asked, reading) };
      const said = { agreement: agreementOf(reading), opinion: await opinionTold(asked, reading), mayAsk: reading.read === null ? null : (asked.backing.model?.name ?? null) };
      return { body: detailOf(reading, said, open), headers: { ETag: stepTag(reading.steps) } };
    },
  );
  api.route(
    { method: "get", path: `${root}/{number}/text/{block}`, needs: "agreements:read", feature, summary: "A part of the text of a contract", params: one.extend({ block: z.coerce.number().int().min(0).max(1_000_000) }), answer: TextBlock },
    async (asked) => {
      const text = await textOf(asked, await readingAsked(asked));
      const block = blocksOf(text.paragraphs)[asked.params.block];
      if (block === undefined) throw stopWith("not-found", `the text has no part ${asked.params.block}`, { pointer: "#path/block", offending: String(asked.params.block) });
      return { body: blockTold(asked.params.block, block, text) };
    },
  );
  api.route(
    { method: "get", path: `${root}/{number}/file`, needs: "agreements:read", feature, summary: "A reading as the command line takes it", description: "As `cleartitle read --out` writes it, with what persons said.", params: one, media: ["application/json"] },
    async (asked) => {
      const { number } = asked.params;
      const { document, weights } = await openReading(asked, await readingAsked(asked));
      return new Response(readingText([document], weights, []), { headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="reading-${number}.json"` } });
    },
  );
  opinionRoutes(api);
  reviewRoutes(api);
  dealRoutes(api);
}
