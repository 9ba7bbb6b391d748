import { guarded, type Migration } from "./migration.js";

/** Open jobs by when they are due: what is finished, and that is nearly all of them, is not looked at. */
const open = "state in ('waiting', 'working')";

/** An instant as every program writes it, compared as text, whatever language the database sorts in. */
const instant = (column: string): string => `${column} text collate "C"`;

/** What a worker may change of a job. Whose it is, what is asked and who asked stay as they were. */
const changeable = "state, due_at, attempt, lease, cancel_at, result, problem, finished_at";

/**
 * Which workspaces have something to do: their names, and nothing of what it is. It runs as the role that sees everything, because a worker sees one workspace at a time and has to know which one to look
 * into; the right to make it is taken back at once.
 */
const workspacesWithWork = [
  `create function cleartitle.workspaces_with_work(now_at text) returns table (id text, due_at text) language sql stable security definer set search_path = cleartitle, pg_temp as $$
    select due.workspace, min(due.due_at) from (
      select workspace, due_at from cleartitle.jobs where ${open} and due_at <= now_at
      union all select workspace, next_at from cleartitle.schedules where next_at <= now_at
    ) due group by 1 order by 2, 1 limit 10000
  $$`,
  "revoke all on function cleartitle.workspaces_with_work(text) from public",
  "grant create on schema cleartitle to cleartitle_keeper",
  "alter function cleartitle.workspaces_with_work(text) owner to cleartitle_keeper",
  "revoke create on schema cleartitle from cleartitle_keeper",
  "grant execute on function cleartitle.workspaces_with_work(text) to cleartitle_app",
];

export const jobs: Migration = {
  version: 3,
  name: "jobs",
  statements: [
    `create table cleartitle.jobs (
      workspace text not null references cleartitle.workspaces (id),
      number integer not null check (number > 0),
      kind text not null,
      name text,
      payload text not null,
      ${instant("recorded_at")} not null,
      by text not null,
      most_attempts integer not null check (most_attempts > 0),
      state text not null check (state in ('waiting', 'working', 'done', 'dead', 'cancelled')),
      ${instant("due_at")} not null,
      attempt integer not null default 0,
      lease text,
      cancel_at text,
      result text,
      problem text,
      finished_at text,
      primary key (workspace, number),
      unique (workspace, kind, name),
      check ((lease is not null) = (state = 'working')),
      check ((finished_at is null) = (${open}))
    )`,
    `create index open_jobs on cleartitle.jobs (due_at, workspace) where ${open}`,
    ...guarded("jobs"),
    `grant update (${changeable}) on cleartitle.jobs to cleartitle_app`,
    `create table cleartitle.job_steps (
      workspace text not null,
      job integer not null,
      number integer not null check (number > 0),
      at text not null,
      what text not null,
      content text,
      primary key (workspace, job, number),
      foreign key (workspace, job) references cleartitle.jobs (workspace, number)
    )`,
    ...guarded("job_steps"),
    `create table cleartitle.schedules (
      workspace text not null references cleartitle.workspaces (id),
      kind text not null,
      at_time text not null,
      ${instant("next_at")} not null,
      recorded_at text not null,
      by text not null,
      primary key (workspace, kind)
    )`,
    ...guarded("schedules"),
    "grant update (at_time, next_at, recorded_at, by) on cleartitle.schedules to cleartitle_app",
    ...workspacesWithWork,
  ],
};
