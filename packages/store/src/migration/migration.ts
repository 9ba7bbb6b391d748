/** One step of the schema. It is never changed once it is on main: what is wrong with it is mended by a later one. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** The setting by which a transaction says whose rows it may see. Without it there are none. */
export const workspaceSetting = "cleartitle.workspace";

/** Rows of a table belong to workspaces: who works sees those of one, and adds to them; nobody changes or deletes any. `column` names the workspace. */
export const guarded = (table: string, column = "workspace"): readonly string[] => [
  `alter table cleartitle.${table} enable row level security`,
  `alter table cleartitle.${table} force row level security`,
  `create policy of_workspace on cleartitle.${table} to cleartitle_app using (${column} = current_setting('${workspaceSetting}', true)) with check (${column} = current_setting('${workspaceSetting}', true))`,
  `create policy of_all on cleartitle.${table} to cleartitle_keeper using (true) with check (true)`,
  `grant select, insert on cleartitle.${table} to cleartitle_app, cleartitle_keeper`,
];
