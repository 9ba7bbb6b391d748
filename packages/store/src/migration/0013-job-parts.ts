import { guarded, type Migration, workspaceSetting } from "./migration.js";

const own = `workspace = current_setting('${workspaceSetting}', true)`;

/**
 * What a job has come to so far, part by part, so that it goes on from there. Parts are no evidence: they can be worked out again, and those of older jobs are let go. A redaction lets all of them go, since they may repeat
 * what is taken out.
 */
export const jobParts: Migration = {
  version: 13,
  name: "job-parts",
  statements: [
    `create table cleartitle.job_parts (
      workspace text not null,
      job integer not null,
      number integer not null check (number > 0),
      content text not null,
      primary key (workspace, job, number),
      foreign key (workspace, job) references cleartitle.jobs (workspace, number)
    )`,
    ...guarded("job_parts"),
    "grant delete on cleartitle.job_parts to cleartitle_app",
    `create policy of_erased on cleartitle.job_parts to cleartitle_eraser using (${own}) with check (${own})`,
    "grant select, delete on cleartitle.job_parts to cleartitle_eraser",
  ],
};
