import { sha256 } from "@cleartitle/norms";
import { sql } from "kysely";
import { StoreRefusal } from "../refusal.js";
import type { Recording } from "../workspace/recording.js";
import type { Scope } from "../workspace/scope.js";

/** How much evidence is kept: of one file, and of a workspace in all. */
export interface EvidenceLimits {
  readonly fileBytes: number;
  readonly workspaceBytes: number;
}

export const defaultLimits: EvidenceLimits = { fileBytes: 64_000_000, workspaceBytes: 20_000_000_000 };

export interface EvidenceFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string | null;
  readonly at: string;
  readonly by: string;
  /** Entry of the ledger by which it was redacted; left out: it was not. */
  readonly redacted?: number;
}

/** A row is never larger: neither database has to hold a whole file for one value of a row. */
const chunkBytes = 1_000_000;

export interface Keeping {
  readonly content: Uint8Array;
  readonly mediaType: string | null;
  readonly limits: EvidenceLimits;
}

/** Keeps a file under the digest of its bytes. What is there already stays as it was recorded first; what was redacted does not come back. */
export async function keepFile({ tx, workspace }: Scope, { content, mediaType, limits }: Keeping, { at, by }: Recording): Promise<{ readonly digest: string; readonly isNew: boolean }> {
  const bytes = content.byteLength;
  if (bytes > limits.fileBytes) throw new StoreRefusal("too-large", `the file has ${bytes} bytes; ${limits.fileBytes} are kept at most`, { hint: "record where it lies and its digest instead" });
  const digest = sha256(content);
  const there = await tx.selectFrom("evidence_files").select("erased").where("workspace", "=", workspace).where("sha256", "=", digest).executeTakeFirst();
  if (there !== undefined && there.erased !== null) throw new StoreRefusal("not-allowed", "this very file was kept and redacted, and is not kept again", { offending: digest, hint: `entry ${there.erased} of the ledger says by whom and why` });
  if (there !== undefined) return { digest, isNew: false };
  const kept = await tx.selectFrom("evidence_files").select(sql<number>`coalesce(sum(bytes), 0)::float8`.as("bytes")).where("workspace", "=", workspace).executeTakeFirstOrThrow();
  if (kept.bytes + bytes > limits.workspaceBytes) throw new StoreRefusal("too-large", `the workspace keeps ${kept.bytes} bytes of evidence, and ${limits.workspaceBytes} at most`, { hint: "allow more, or record where the file lies and its digest instead" });
  await tx.insertInto("evidence_files").values({ workspace, sha256: digest, bytes, media_type: mediaType, recorded_at: at, by }).execute();
  for (let part = 0; part * chunkBytes < bytes; part++) {
    await tx.insertInto("evidence_chunks").values({ workspace, sha256: digest, part, content: content.slice(part * chunkBytes, (part + 1) * chunkBytes) }).execute();
  }
  return { digest, isNew: true };
}

/** The bytes of a file, held to its digest: what was tampered with is not given out. */
export async function readFile({ tx, workspace }: Scope, digest: string): Promise<Uint8Array> {
  const file = await tx.selectFrom("evidence_files").select("erased").where("workspace", "=", workspace).where("sha256", "=", digest).executeTakeFirst();
  if (file === undefined) throw new StoreRefusal("not-found", `there is no evidence \`${digest}\``, { offending: digest });
  if (file.erased !== null) throw new StoreRefusal("not-found", `the evidence \`${digest}\` was redacted`, { offending: digest, hint: `entry ${file.erased} of the ledger says by whom and why` });
  const chunks = await tx.selectFrom("evidence_chunks").select("content").where("workspace", "=", workspace).where("sha256", "=", digest).orderBy("part").execute();
  const content = Buffer.concat(chunks.map((each) => each.content));
  if (sha256(content) !== digest) throw new StoreRefusal("contradiction", `the evidence \`${digest}\` is not what was recorded: its bytes have another digest`, { offending: digest, hint: "restore it from a backup, and find out who changed the database" });
  return content;
}

/** Files in the order of their digests. */
export async function filesAfter({ tx, workspace }: Scope, digest: string, most: number): Promise<EvidenceFile[]> {
  const rows = await tx.selectFrom("evidence_files").selectAll().where("workspace", "=", workspace).where("sha256", ">", digest).orderBy("sha256").limit(most).execute();
  return rows.map((row) => ({ sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type, at: row.recorded_at, by: row.by, ...(row.erased === null ? {} : { redacted: row.erased }) }));
}
