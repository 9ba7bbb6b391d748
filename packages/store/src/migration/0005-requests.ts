import { guarded, type Migration } from "./migration.js";

export const requests: Migration = {
  version: 5,
  name: "requests",
  statements: [
    `create table cleartitle.request_names (
      workspace text not null references cleartitle.workspaces (id),
      name text not null,
      fingerprint text not null,
      recorded_at text not null,
      primary key (workspace, name)
    )`,
    ...guarded("request_names"),
    `create table cleartitle.request_answers (
      workspace text not null,
      name text not null,
      answer text not null,
      recorded_at text not null,
      primary key (workspace, name),
      foreign key (workspace, name) references cleartitle.request_names (workspace, name)
    )`,
    ...guarded("request_answers"),
  ],
};
