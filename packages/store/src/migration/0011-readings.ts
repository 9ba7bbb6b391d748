import { guarded, type Migration, workspaceSetting } from "./migration.js";

/** Steps of readings: that a document was read, and what persons said of it. What was read are kept files that a step names. A redaction may blank who recorded a step, and what it says. */
export const readings: Migration = {
  version: 11,
  name: "readings",
  statements: [
    `create table cleartitle.reading_steps (
      workspace text not null references cleartitle.workspaces (id),
      reading integer not null check (reading > 0),
      step integer not null check (step > 0),
      content text,
      recorded_at text not null,
      by text not null,
      request text,
      primary key (workspace, reading, step),
      unique (workspace, request)
    )`,
    ...guarded("reading_steps"),
    `create policy of_erased on cleartitle.reading_steps to cleartitle_eraser using (workspace = current_setting('${workspaceSetting}', true)) with check (workspace = current_setting('${workspaceSetting}', true))`,
    "grant select on cleartitle.reading_steps to cleartitle_eraser",
    "grant update (by, content) on cleartitle.reading_steps to cleartitle_eraser",
  ],
};
