import type { Kysely, Transaction } from "kysely";
import type { AgreementTables } from "./agreement/agreement-row.js";
import type { CatalogueTables } from "./catalogue/catalogue-row.js";
import type { JobTables } from "./job/job-row.js";
import type { NegotiationTables } from "./negotiation/negotiation-row.js";
import type { NoticeTables } from "./notice/notice-row.js";
import type { PeopleTables } from "./people/people-row.js";
import type { ReadingTables } from "./reading/reading-row.js";
import type { RequestTables } from "./request/request-row.js";

interface WorkspaceRow {
  readonly id: string;
  readonly created_at: string;
}

interface ChangeSetRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly recorded_at: string;
  readonly by: string;
  readonly why: string | null;
  /** The changes as they were asked for, as canonical JSON; null: a whole graph was written. */
  readonly changes: string | null;
  /** Entry of the ledger by which the changes were redacted; null: they were not. */
  readonly erased: number | null;
  /** Who repeats a request names it again, and it is carried out once. */
  readonly request: string | null;
}

interface RecordRow {
  readonly workspace: string;
  readonly number: number;
  readonly section: string;
  readonly key: string;
  /** Canonical JSON; null: from this change set on the record is gone. */
  readonly content: string | null;
  /** Entry of the ledger by which it was redacted, so that it is whole no more; null: it was not. */
  readonly erased: number | null;
}

interface EvidenceFileRow {
  readonly workspace: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string | null;
  readonly recorded_at: string;
  readonly by: string;
  /** Entry of the ledger by which it was redacted: its bytes are gone; null: they are not. */
  readonly erased: number | null;
}

interface EvidenceChunkRow {
  readonly workspace: string;
  readonly sha256: string;
  /** From 0. */
  readonly part: number;
  readonly content: Uint8Array;
}

interface ImportRow {
  readonly workspace: string;
  /** Of the change set that it became. */
  readonly number: number;
  readonly source: string;
  readonly files: string;
}

interface DecisionRow {
  readonly workspace: string;
  /** From 1, without gaps. */
  readonly number: number;
  /** The state of the records that was decided on. */
  readonly change_set: number;
  readonly use: string;
  readonly status: string;
  readonly basis: string;
  readonly question: string;
  /** Digest of the evidence that holds its text. */
  readonly decision: string;
  readonly recorded_at: string;
  readonly by: string;
  readonly request: string | null;
}

interface LedgerRow {
  readonly workspace: string;
  /** Of the ledger: no two of a database have the same. */
  readonly name: string;
}

interface LedgerEntryRow {
  readonly workspace: string;
  /** Its index, from 0, without gaps. */
  readonly entry: number;
  readonly kind: string;
  /** What is hashed, as canonical JSON. */
  readonly event: string;
  readonly leaf: string;
  /** Salt by field, as canonical JSON; what has none was redacted. */
  readonly salts: string;
  /** Value by field, as canonical JSON, save what stands in the row of the record that the entry speaks of. */
  readonly told: string;
  /** Of the record that the entry speaks of; null: of none. */
  readonly number: number | null;
  readonly section: string | null;
  readonly key: string | null;
  readonly request: string | null;
}

interface LedgerNodeRow {
  readonly workspace: string;
  /** From 1: the leaves stand with their entries. */
  readonly level: number;
  readonly place: number;
  readonly hash: string;
}

interface LedgerStateRow {
  readonly workspace: string;
  readonly size: number;
  /** Roots of the whole subtrees, from the largest to the smallest: all that appending needs. */
  readonly peaks: string;
  /** The public key that signs from here on; null: none does yet. */
  readonly signer: string | null;
}

interface LedgerHeadRow {
  readonly workspace: string;
  readonly size: number;
  readonly head: string;
}

interface SchemaVersionRow {
  readonly version: number;
  readonly name: string;
}

export interface Tables extends AgreementTables, CatalogueTables, JobTables, NegotiationTables, NoticeTables, PeopleTables, ReadingTables, RequestTables {
  readonly schema_versions: SchemaVersionRow;
  readonly workspaces: WorkspaceRow;
  readonly change_sets: ChangeSetRow;
  readonly records: RecordRow;
  readonly evidence_files: EvidenceFileRow;
  readonly evidence_chunks: EvidenceChunkRow;
  readonly imports: ImportRow;
  readonly decisions: DecisionRow;
  readonly ledgers: LedgerRow;
  readonly ledger_entries: LedgerEntryRow;
  readonly ledger_nodes: LedgerNodeRow;
  readonly ledger_states: LedgerStateRow;
  readonly ledger_heads: LedgerHeadRow;
}

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
