import { guarded, type Migration } from "./migration.js";

export const evidenceAndDecisions: Migration = {
  version: 2,
  name: "evidence-and-decisions",
  statements: [
    `create table cleartitle.evidence_files (
      workspace text not null references cleartitle.workspaces (id),
      sha256 text not null check (sha256 ~ '^sha256:[0-9a-f]{64}$'),
      bytes integer not null check (bytes >= 0),
      media_type text,
      recorded_at text not null,
      by text not null,
      primary key (workspace, sha256)
    )`,
    ...guarded("evidence_files"),
    `create table cleartitle.evidence_chunks (
      workspace text not null,
      sha256 text not null,
      part integer not null check (part >= 0),
      content bytea not null,
      primary key (workspace, sha256, part),
      foreign key (workspace, sha256) references cleartitle.evidence_files (workspace, sha256)
    )`,
    ...guarded("evidence_chunks"),
    `create table cleartitle.imports (
      workspace text not null,
      number integer not null,
      source text not null,
      files text not null,
      primary key (workspace, number),
      foreign key (workspace, number) references cleartitle.change_sets (workspace, number)
    )`,
    ...guarded("imports"),
    `create table cleartitle.decisions (
      workspace text not null,
      number integer not null check (number > 0),
      change_set integer not null,
      use text not null,
      status text not null,
      basis text not null,
      question text not null,
      decision text not null,
      recorded_at text not null,
      by text not null,
      request text,
      primary key (workspace, number),
      unique (workspace, request),
      foreign key (workspace, change_set) references cleartitle.change_sets (workspace, number),
      foreign key (workspace, decision) references cleartitle.evidence_files (workspace, sha256)
    )`,
    ...guarded("decisions"),
  ],
};
