import type { Migration } from "./migration.js";

/**
 * Catalogues by which decisions were recorded. A catalogue comes with the program and is of no workspace: it stands in a schema of its own, once for all. The program may read and add, and change or delete nothing.
 * The first part of a job says by what it was made, so that no answer of another catalogue follows it.
 */
export const catalogues: Migration = {
  version: 14,
  name: "catalogues",
  statements: [
    "create schema cleartitle_catalogue",
    "grant usage on schema cleartitle_catalogue to cleartitle_app, cleartitle_keeper",
    `create table cleartitle_catalogue.catalogues (
      sha256 text primary key check (sha256 ~ '^sha256:[0-9a-f]{64}$'),
      catalogue text not null,
      taxonomies text not null,
      groups text not null,
      content bytea not null,
      recorded_at text not null,
      unique (catalogue, taxonomies, groups)
    )`,
    "grant select, insert on cleartitle_catalogue.catalogues to cleartitle_app, cleartitle_keeper",
    "alter table cleartitle.job_parts add column basis text",
  ],
};
