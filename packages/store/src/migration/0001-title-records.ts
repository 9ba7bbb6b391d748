import { guarded, type Migration, role, taking } from "./migration.js";

export const titleRecords: Migration = {
  version: 1,
  name: "title-records",
  statements: [
    role("cleartitle_app"),
    role("cleartitle_keeper"),
    taking("cleartitle_keeper"),
    "grant usage on schema cleartitle to cleartitle_app, cleartitle_keeper",
    "grant select on cleartitle.schema_versions to cleartitle_app, cleartitle_keeper",
    `create table cleartitle.workspaces (
      id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
      created_at text not null
    )`,
    ...guarded("workspaces", "id"),
    `create table cleartitle.change_sets (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      recorded_at text not null,
      by text not null,
      why text,
      changes text,
      request text,
      primary key (workspace, number),
      unique (workspace, request)
    )`,
    ...guarded("change_sets"),
    `create table cleartitle.records (
      workspace text not null,
      number integer not null,
      section text not null,
      key text not null,
      content text,
      primary key (workspace, section, key, number),
      foreign key (workspace, number) references cleartitle.change_sets (workspace, number)
    )`,
    "create index records_by_change_set on cleartitle.records (workspace, number)",
    ...guarded("records"),
  ],
};
