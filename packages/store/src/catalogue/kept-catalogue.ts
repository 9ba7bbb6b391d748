import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { type Catalogue, keptCatalogue } from "@cleartitle/catalogue";
import { sha256 } from "@cleartitle/norms";
import type { Database } from "../database.js";
import { StoreRefusal } from "../refusal.js";

type Digests = Catalogue["digests"];
/** A database, or a transaction of it: a catalogue is of no workspace. */
type In = Pick<Database, "selectFrom" | "insertInto">;

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);
/** Above this the program packs for seconds and saves a tenth. */
const quality = 9;
/** Bytes of a text, as many as one that is read may have at most. */
const mostBytes = 64_000_000;

const table = "cleartitle_catalogue.catalogues";

const rowOf = (db: In, { catalogue, taxonomies, groups }: Digests) => db.selectFrom(table).select(["sha256", "content"]).where("catalogue", "=", catalogue).where("taxonomies", "=", taxonomies).where("groups", "=", groups);

/** Keeps the text of a catalogue, once for all workspaces; gives its digest. What is there already stays. */
export async function keepCatalogue(db: In, catalogue: Catalogue, at: string): Promise<string> {
  const { digests } = catalogue;
  const there = await rowOf(db, digests).clearSelect().select("sha256").executeTakeFirst();
  if (there !== undefined) return there.sha256;
  const { sha256: digest, text } = keptCatalogue(catalogue);
  const content = await pack(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  await db.insertInto(table).values({ sha256: digest, ...digests, content, recorded_at: at }).onConflict((on) => on.doNothing()).execute();
  // Another process may have kept one with the same content meanwhile, in other words.
  return (await rowOf(db, digests).clearSelect().select("sha256").executeTakeFirstOrThrow()).sha256;
}

/** The text of a kept catalogue with its digest, held to it; null: none of these digests is kept. */
export async function catalogueText(db: In, digests: Digests): Promise<{ readonly sha256: string; readonly text: string } | null> {
  const row = await rowOf(db, digests).executeTakeFirst();
  if (row === undefined) return null;
  const text = await unpack(row.content, { maxOutputLength: mostBytes }).then((bytes) => bytes.toString("utf8"), () => "");
  if (sha256(text) !== row.sha256) throw new StoreRefusal("contradiction", `the catalogue \`${row.sha256}\` is not what was kept: its text has another digest`, { offending: row.sha256, hint: "restore it from a backup, and find out who changed the database" });
  return { sha256: row.sha256, text };
}
