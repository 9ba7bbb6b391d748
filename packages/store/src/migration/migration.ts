/** One step of the schema. It is never changed once it is on main: what is wrong with it is mended by a later one. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** The setting by which a transaction says whose rows it may see. Without it there are none. */
export const workspaceSetting = "cleartitle.workspace";

/** The role that policies bind, which every login of a program has. */
export const appRole = "cleartitle_app";

/** Rows of a table belong to workspaces: who works sees those of one, and adds to them; nobody changes or deletes any. `column` names the workspace. */
export const guarded = (table: string, column = "workspace"): readonly string[] => [
  `alter table cleartitle.${table} enable row level security`,
  `alter table cleartitle.${table} force row level security`,
  `create policy of_workspace on cleartitle.${table} to cleartitle_app using (${column} = current_setting('${workspaceSetting}', true)) with check (${column} = current_setting('${workspaceSetting}', true))`,
  `create policy of_all on cleartitle.${table} to cleartitle_keeper using (true) with check (true)`,
  `grant select, insert on cleartitle.${table} to cleartitle_app, cleartitle_keeper`,
];

/** Roles belong to the whole server, so another database may have brought them. */
export const role = (name: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name} nologin noinherit; end if;
end $$`;

/** Lets whoever migrates take a role, which has to be taken by name: that of backups, which reads and writes every workspace, or that of redactions. */
export const taking = (name: string): string => `do $$ begin
  if not pg_has_role(current_user, '${name}', 'set') then execute format('grant ${name} to %I', current_user); end if;
end $$`;
