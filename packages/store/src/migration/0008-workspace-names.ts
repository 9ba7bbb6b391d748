import type { Migration } from "./migration.js";

/**
 * The names of all workspaces, and nothing of what is in them. It runs as the role that sees everything, because whoever works sees one workspace at a time; the right to make it is taken back
 * at once. Whom the names are told is for the entrance to say: where people sign in they are told only their own.
 */
export const workspaceNames: Migration = {
  version: 8,
  name: "workspace-names",
  statements: [
    `create function cleartitle.workspace_names(later text, most integer) returns table (id text) language sql stable security definer set search_path = cleartitle, pg_temp as $$
      select w.id from cleartitle.workspaces w where w.id collate "C" > later order by w.id collate "C" limit least(greatest(most, 0), 1001)
    $$`,
    "revoke all on function cleartitle.workspace_names(text, integer) from public",
    "grant create on schema cleartitle to cleartitle_keeper",
    "alter function cleartitle.workspace_names(text, integer) owner to cleartitle_keeper",
    "revoke create on schema cleartitle from cleartitle_keeper",
    "grant execute on function cleartitle.workspace_names(text, integer) to cleartitle_app",
  ],
};
