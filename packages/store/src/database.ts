import type { Kysely, Transaction } from "kysely";

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

interface SchemaVersionRow {
  readonly version: number;
  readonly name: string;
}

export interface Tables {
  readonly schema_versions: SchemaVersionRow;
  readonly workspaces: WorkspaceRow;
  readonly change_sets: ChangeSetRow;
  readonly records: RecordRow;
}

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
