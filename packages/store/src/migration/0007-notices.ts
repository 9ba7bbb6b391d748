import { guarded, type Migration } from "./migration.js";

export const notices: Migration = {
  version: 7,
  name: "notices",
  statements: [
    `create table cleartitle.notices (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      fingerprint text not null,
      content text not null,
      recorded_at text not null,
      primary key (workspace, number),
      unique (workspace, fingerprint)
    )`,
    ...guarded("notices"),
    `create table cleartitle.subscriptions (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      person text not null,
      channel text not null check (channel in ('webhook', 'mail', 'calendar')),
      address text,
      secret text,
      earlier_secret text,
      earlier_until text collate "C",
      kinds text,
      recorded_at text not null,
      by text not null,
      ended_at text,
      primary key (workspace, number)
    )`,
    ...guarded("subscriptions"),
    "grant update (secret, earlier_secret, earlier_until, ended_at) on cleartitle.subscriptions to cleartitle_app",
  ],
};
