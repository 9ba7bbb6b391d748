import { guarded, type Migration, workspaceSetting } from "./migration.js";

/** Steps of negotiations, each with the text that it brought: the versions of a file, and what was said in sessions, are what the steps say. A redaction may blank who recorded one. */
export const negotiations: Migration = {
  version: 10,
  name: "negotiations",
  statements: [
    `create table cleartitle.negotiation_steps (
      workspace text not null references cleartitle.workspaces (id),
      negotiation text not null,
      step integer not null check (step > 0),
      content text not null,
      text text,
      recorded_at text not null,
      by text not null,
      request text,
      primary key (workspace, negotiation, step),
      unique (workspace, request)
    )`,
    ...guarded("negotiation_steps"),
    `create policy of_erased on cleartitle.negotiation_steps to cleartitle_eraser using (workspace = current_setting('${workspaceSetting}', true)) with check (workspace = current_setting('${workspaceSetting}', true))`,
    "grant select on cleartitle.negotiation_steps to cleartitle_eraser",
    "grant update (by) on cleartitle.negotiation_steps to cleartitle_eraser",
  ],
};
