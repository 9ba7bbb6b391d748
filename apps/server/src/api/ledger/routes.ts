import { z } from "@hono/zod-openapi";
import type { Entry as EntryRecord, ProofFile } from "@cleartitle/ledger";
import type { Api } from "../api.js";
import { listName, numberedPage, pageOf, paging, readCursor } from "../cursor.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { ledgerBundle } from "./bundle.js";

const feature = "ledger";
const text = z.string();
const count = z.int().nonnegative();
const maybe = text.nullable();

const Standing = z
  .strictObject({
    name: text, size: count, signed: count.openapi({ description: "Entries under the last signed head: nobody has signed for those after it." }), signer: maybe.openapi({ description: "The public key that signs, as it says itself: a verifier is told it by another way." }),
    head: maybe.openapi({ description: "The last signed head, a checkpoint of a transparency log in a signed note." }),
  })
  .openapi("Ledger");

const Entry = z
  .strictObject({
    event: z.strictObject({ version: z.literal(1), ledger: text, index: count, at: text, kind: text, fields: z.record(text, text).openapi({ description: "Of each field the commitment: SHA-256, in base64, of the canonical JSON of `[salt, name, value]`." }) }),
    leaf: text.openapi({ description: "Base64 of the SHA-256 of a zero byte and the canonical JSON of `event`." }),
    open: z.record(text, z.strictObject({ salt: text, value: z.unknown() })).openapi({ description: "What the fields say, as far as it was not redacted." }),
  })
  .openapi("LedgerEntry");

const schema = z.literal("urn:cleartitle:schema:ledger-proof:1");
const path = z.array(text).openapi({ description: "Hashes in base64 along the path, after RFC 9162." });
const EntryProof = z.strictObject({ $schema: schema, version: z.literal(1), entry: Entry, proof: path, head: text }).openapi("LedgerEntryProof", { description: "Shows that an entry is under a head: with a public key it is checked by itself, and by `cleartitle ledger check-proof`." });
const SinceProof = z.strictObject({ $schema: schema, version: z.literal(1), from: text, proof: path, head: text }).openapi("LedgerSinceProof", { description: "Shows that the ledger goes on from an earlier head." });

const numbered = inWorkspace.extend({ index: z.coerce.number().int().min(0).max(2_147_483_647) });

function reading(api: Api): void {
  const of = { method: "get", needs: "ledger:read", feature } as const;
  api.route({ ...of, path: "/workspaces/{workspace}/ledger", summary: "What the ledger is, how much of it is signed, and its last head", params: inWorkspace, answer: Standing }, async ({ workspace, backing }) => {
    const { ledger } = await backing.states.workspace(workspace);
    const standing = await ledger.standing();
    if (standing === null) throw stopWith("not-found", `the workspace \`${workspace}\` has no ledger yet`, { hint: "it is begun by what is recorded next" });
    return { body: { ...standing, head: await ledger.head() } };
  });
  api.route(
    { ...of, path: "/workspaces/{workspace}/ledger/entries", summary: "Entries of the ledger, in order", params: inWorkspace, query: z.strictObject({ ...paging, from: z.coerce.number().int().min(0).max(2_147_483_647).default(0).openapi({ description: "Index of the first one." }) }), answer: pageOf(Entry) },
    async ({ query: { limit, cursor, from }, workspace, backing }) => {
      const name = listName(`${workspace}/ledger/entries`, { from });
      const place = readCursor(cursor, name);
      const entries = await (await backing.states.workspace(workspace)).ledger.entries(place === null ? from : Number(place.after) + 1, limit + 1);
      return { body: numberedPage(entries, limit, name, (each: EntryRecord) => each.event.index) as never };
    },
  );
  api.route({ ...of, path: "/workspaces/{workspace}/ledger/entries/{index}", summary: "One entry", params: numbered, answer: Entry }, async ({ params: { index }, workspace, backing }) => {
    const [entry] = await (await backing.states.workspace(workspace)).ledger.entries(index, 1);
    if (entry === undefined) throw stopWith("not-found", `the ledger has no entry ${index}`, { pointer: "#path/index", hint: "entries are counted from 0" });
    return { body: entry as never };
  });
}

function proving(api: Api): void {
  api.route({ method: "get", needs: "ledger:read", feature, path: "/workspaces/{workspace}/ledger/entries/{index}/proof", summary: "What shows that an entry is under the last signed head", params: numbered, answer: EntryProof }, async ({ params: { index }, workspace, backing }) => ({
    body: (await (await backing.states.workspace(workspace)).ledger.proveEntry(index)) satisfies ProofFile as never,
  }));
  api.route(
    {
      method: "post", needs: "ledger:read", feature, writes: false, path: "/workspaces/{workspace}/ledger/consistency", summary: "What shows that the ledger goes on from an earlier head", description: "A head that somebody kept. Refused where the ledger does not go on from it: then it was rolled back, or is another one.",
      params: inWorkspace, body: z.strictObject({ head: text.min(1).max(40_000) }), answer: SinceProof,
    },
    async ({ body: { head }, workspace, backing }) => ({ body: (await (await backing.states.workspace(workspace)).ledger.proveSince(head)) satisfies ProofFile as never }),
  );
}

/** The evidence ledger: read, proved and taken along, to be verified without trusting whoever keeps it. */
export function ledgerRoutes(api: Api): void {
  reading(api);
  proving(api);
  api.route(
    {
      method: "get", needs: "ledger:read", feature, path: "/workspaces/{workspace}/ledger/bundle", summary: "The whole ledger with its evidence, as an archive", description: "Unpacked it is the folder that `cleartitle ledger verify` reads. Of one instant; the same ledger gives the same bytes.",
      params: inWorkspace, media: ["application/zip"],
    },
    async ({ workspace, backing }) => {
      const { body, bytes } = await ledgerBundle(await backing.states.workspace(workspace));
      return new Response(body, { headers: { "Content-Type": "application/zip", "Content-Length": String(bytes), "Content-Disposition": `attachment; filename="${workspace}-ledger.zip"` } });
    },
  );
}
