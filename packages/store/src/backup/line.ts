import { z } from "zod";

/** Tables that are backed up, in the order in which their rows can be put back, with how many columns tell rows apart. */
export const backedUp = {
  "cleartitle_catalogue.catalogues": 1,
  workspaces: 1, change_sets: 2, records: 4, evidence_files: 2, evidence_chunks: 3, imports: 2, decisions: 2, jobs: 2, job_steps: 3, job_parts: 3, schedules: 2, notices: 2, subscriptions: 2, request_names: 2, request_answers: 2,
  // Of people what they are and said. Sessions, codes and guesses are of the moment, and end with the database.
  "cleartitle_people.people": 1, memberships: 2, "cleartitle_people.logins": 1, "cleartitle_people.identities": 1, tokens: 2, proposals: 3, rulings: 3, "cleartitle_people.audit": 1,
  agreement_steps: 3, negotiation_steps: 3, reading_steps: 3,
  ledgers: 1, ledger_entries: 2, ledger_nodes: 3, ledger_states: 2, ledger_heads: 2,
} as const;
export type BackedUp = keyof typeof backedUp;

/** The column, of the tables that have it, whose bytes JSON has no letters for. */
export const bytesColumn = "content";
const bytesTables: ReadonlySet<BackedUp> = new Set(["evidence_chunks", "cleartitle_catalogue.catalogues"]);
export const hasBytes = (table: BackedUp): boolean => bytesTables.has(table);

/** First line: whose format this is, and the schema that the rows are of. */
export const BackupHead = z.strictObject({ format: z.literal("cleartitle-backup"), version: z.literal(1), schema: z.int().positive() });
export const BackupRow = z.strictObject({ table: z.enum(Object.keys(backedUp) as [BackedUp, ...BackedUp[]]), row: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,40}$/), z.union([z.string(), z.number(), z.null()])) });
/** Last line: without it, and with another digest of all that stands before it, a backup is not whole. */
export const BackupEnd = z.strictObject({ rows: z.int().min(0), sha256: z.string() });
