import { guarded, type Migration } from "./migration.js";

/** Roles belong to the whole server, so another database may have brought them. */
const role = (name: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name} nologin noinherit; end if;
end $$`;

/** Backups read every workspace and restores write them; whoever migrates may take that role, and has to take it by name. */
const keeping = `do $$ begin
  if not pg_has_role(current_user, 'cleartitle_keeper', 'set') then execute format('grant cleartitle_keeper to %I', current_user); end if;
end $$`;

export const titleRecords: Migration = {
  version: 1,
  name: "title-records",
  statements: [
    role("cleartitle_app"),
    role("cleartitle_keeper"),
    keeping,
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
