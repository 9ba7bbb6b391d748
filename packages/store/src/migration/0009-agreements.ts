import { guarded, type Migration, workspaceSetting } from "./migration.js";

/** Steps of agreements, each with the text that it brought: versions, turns, amendments and ends are what the steps say. A redaction may blank who recorded one. */
export const agreements: Migration = {
  version: 9,
  name: "agreements",
  statements: [
    `create table cleartitle.agreement_steps (
      workspace text not null references cleartitle.workspaces (id),
      agreement text not null,
      step integer not null check (step > 0),
      content text not null,
      text text,
      change_set integer,
      recorded_at text not null,
      by text not null,
      request text,
      primary key (workspace, agreement, step),
      unique (workspace, request),
      foreign key (workspace, change_set) references cleartitle.change_sets (workspace, number)
    )`,
    ...guarded("agreement_steps"),
    `create policy of_erased on cleartitle.agreement_steps to cleartitle_eraser using (workspace = current_setting('${workspaceSetting}', true)) with check (workspace = current_setting('${workspaceSetting}', true))`,
    "grant select on cleartitle.agreement_steps to cleartitle_eraser",
    "grant update (by) on cleartitle.agreement_steps to cleartitle_eraser",
  ],
};
