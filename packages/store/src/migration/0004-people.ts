import { guarded, type Migration, workspaceSetting } from "./migration.js";

/** The setting by which a transaction says whose own rows it may see. */
export const personSetting = "cleartitle.person";
/** The setting that holds what somebody presents: the digest of a secret, or the name of a login. A row that is found by it alone is seen by whoever has it. */
export const presentedSetting = "cleartitle.presented";

const here = `workspace = current_setting('${workspaceSetting}', true)`;
const own = (column = "person"): string => `${column} = current_setting('${personSetting}', true)`;
const presented = (column: string): string => `${column} = current_setting('${presentedSetting}', true)`;

/** Who may see rows of a table, and who may add or change them. Of nobody and with nothing presented there are none. */
const seenBy = (table: string, seen: string, added: string, grants: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy of_whom on ${table} to cleartitle_app using (${seen}) with check (${added})`,
  `create policy of_all on ${table} to cleartitle_keeper using (true) with check (true)`,
  `grant ${grants} on ${table} to cleartitle_app`,
  `grant select, insert on ${table} to cleartitle_keeper`,
];

/** A function that runs as the role that sees everything, since who asks is nobody yet, or sees their own rows alone; the right to make it is taken back at once. */
const asKeeper = (name: string, args: string, definition: string): readonly string[] => [
  `create function cleartitle_people.${name}(${args}) ${definition}`,
  `revoke all on function cleartitle_people.${name}(${args}) from public`,
  "grant create on schema cleartitle_people to cleartitle_keeper",
  `alter function cleartitle_people.${name}(${args}) owner to cleartitle_keeper`,
  "revoke create on schema cleartitle_people from cleartitle_keeper",
  `grant execute on function cleartitle_people.${name}(${args}) to cleartitle_app`,
];

/** Whether anybody can sign in. A person who was made and got no login, because the program ended in between, is in nobody's way to be the first. */
const canAnybodySignIn = asKeeper("can_anybody_sign_in", "", `returns boolean language sql stable security definer set search_path = cleartitle_people, pg_temp as $$
  select exists (select from cleartitle_people.logins) or exists (select from cleartitle_people.identities)
$$`);

/** What has passed of sessions, guesses, codes and sign-ins goes: it is no evidence, the audit has what is. */
const forgetBefore = [
  "grant delete on cleartitle_people.sessions, cleartitle_people.failures, cleartitle_people.invitations, cleartitle_people.sign_ins to cleartitle_keeper",
  ...asKeeper("forget_before", "text", `returns void language sql volatile security definer set search_path = cleartitle_people, pg_temp as $$
    delete from cleartitle_people.sessions where seen_at < $1;
    delete from cleartitle_people.failures where last_at < $1;
    delete from cleartitle_people.invitations where expires_at < $1;
    delete from cleartitle_people.sign_ins where expires_at < $1
  $$`),
];

/** People belong to no workspace, and stand in a schema of their own; what they are in a workspace stands with its rows. */
export const people: Migration = {
  version: 4,
  name: "people",
  statements: [
    "create schema cleartitle_people",
    "grant usage on schema cleartitle_people to cleartitle_app, cleartitle_keeper",
    `create table cleartitle_people.people (
      id text primary key,
      name text not null,
      email text,
      recorded_at text not null,
      by text not null
    )`,
    `create table cleartitle.memberships (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      person text not null references cleartitle_people.people (id),
      roles text not null,
      recorded_at text not null,
      by text not null,
      why text,
      primary key (workspace, number)
    )`,
    "create index memberships_of_person on cleartitle.memberships (person, workspace, number)",
    ...guarded("memberships"),
    `create policy of_person on cleartitle.memberships for select to cleartitle_app using (${own()})`,
    ...seenBy("cleartitle_people.people", `${own("id")} or exists (select from cleartitle.memberships m where m.person = people.id)`, own("id"), "select, insert"),
    `create table cleartitle_people.logins (
      login text primary key,
      person text not null references cleartitle_people.people (id),
      hash text not null,
      changed_at text not null
    )`,
    ...seenBy("cleartitle_people.logins", `${presented("login")} or ${own()}`, own(), "select, insert, update (hash, changed_at)"),
    `create table cleartitle_people.identities (
      kept text primary key,
      issuer text not null,
      subject text not null,
      person text not null references cleartitle_people.people (id),
      recorded_at text not null
    )`,
    ...seenBy("cleartitle_people.identities", `${presented("kept")} or ${own()}`, own(), "select, insert"),
    `create table cleartitle_people.invitations (
      kept text primary key,
      person text not null references cleartitle_people.people (id),
      expires_at text not null
    )`,
    ...seenBy("cleartitle_people.invitations", `${presented("kept")} or ${own()}`, own(), "select, insert, delete"),
    `create table cleartitle_people.sessions (
      kept text primary key,
      id text not null unique,
      person text not null references cleartitle_people.people (id),
      started_at text not null,
      seen_at text not null,
      ended_at text,
      address text not null
    )`,
    ...seenBy("cleartitle_people.sessions", `${presented("kept")} or ${own()}`, `${presented("kept")} or ${own()}`, "select, insert, update (seen_at, ended_at), delete"),
    `create table cleartitle_people.failures (
      key text primary key,
      count integer not null,
      last_at text not null,
      locked_until text
    )`,
    ...seenBy("cleartitle_people.failures", presented("key"), presented("key"), "select, insert, update (count, last_at, locked_until), delete"),
    `create table cleartitle_people.sign_ins (
      kept text primary key,
      nonce text not null,
      verifier text not null,
      return_to text not null,
      expires_at text not null
    )`,
    ...seenBy("cleartitle_people.sign_ins", presented("kept"), presented("kept"), "select, insert, delete"),
    `create table cleartitle.tokens (
      workspace text not null references cleartitle.workspaces (id),
      id text not null,
      kept text not null unique,
      person text not null references cleartitle_people.people (id),
      name text not null,
      scopes text not null,
      recorded_at text not null,
      expires_at text not null,
      ended_at text,
      ended_by text,
      primary key (workspace, id)
    )`,
    ...seenBy("cleartitle.tokens", `${here} or ${presented("kept")}`, here, "select, insert, update (ended_at, ended_by)"),
    `create table cleartitle.proposals (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      revision integer not null check (revision > 0),
      matter text not null,
      why text not null,
      changes text not null,
      recorded_at text not null,
      by text not null references cleartitle_people.people (id),
      primary key (workspace, number, revision)
    )`,
    ...guarded("proposals"),
    `create table cleartitle.rulings (
      workspace text not null,
      number integer not null,
      revision integer not null,
      sequence integer not null check (sequence > 0),
      verdict text not null,
      digest text not null,
      why text,
      recorded_at text not null,
      by text not null references cleartitle_people.people (id),
      primary key (workspace, number, sequence),
      foreign key (workspace, number, revision) references cleartitle.proposals (workspace, number, revision)
    )`,
    ...guarded("rulings"),
    `create table cleartitle_people.audit (
      id text primary key,
      recorded_at text not null,
      what text not null,
      person text references cleartitle_people.people (id),
      by text not null,
      workspace text references cleartitle.workspaces (id),
      address text,
      detail text
    )`,
    "create index audit_of_person on cleartitle_people.audit (person, recorded_at)",
    "create index audit_of_workspace on cleartitle_people.audit (workspace, recorded_at)",
    // Who tries in vain is nobody: anybody may add to it, and nobody changes it.
    ...seenBy("cleartitle_people.audit", `${here} or ${own()} or (workspace is null and exists (select from cleartitle.memberships m where m.person = audit.person))`, "true", "select, insert"),
    ...canAnybodySignIn,
    ...forgetBefore,
  ],
};
