import type { Kysely, Transaction } from "kysely";
import type { JobTables } from "./job/job-row.js";
import type { PeopleTables } from "./people/people-row.js";
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
}

interface EvidenceFileRow {
  readonly workspace: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string | null;
  readonly recorded_at: string;
  readonly by: string;
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

interface SchemaVersionRow {
  readonly version: number;
  readonly name: string;
}

export interface Tables extends JobTables, PeopleTables, RequestTables {
  readonly schema_versions: SchemaVersionRow;
  readonly workspaces: WorkspaceRow;
  readonly change_sets: ChangeSetRow;
  readonly records: RecordRow;
  readonly evidence_files: EvidenceFileRow;
  readonly evidence_chunks: EvidenceChunkRow;
  readonly imports: ImportRow;
  readonly decisions: DecisionRow;
}

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
