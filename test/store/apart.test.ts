import { canonicalJson } from "@cleartitle/norms";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { column, seen, tables, within } from "./bare-sql.js";
import { bothKinds, serverOfFile } from "./databases.js";
import { keptStore } from "./kept-store.js";
import { at, drafted, prepared, recording, small } from "./small-title.js";

const server = serverOfFile();

describe.each(bothKinds(server))("workspaces are kept apart: $name", ({ open }) => {
  const { database, fresh, anew } = keptStore(open);

  it("by a policy on every table that no login is free of", async () => {
    const { rows } = await sql<{ readonly name: string; readonly bound: boolean }>`select relname::text as name, relrowsecurity and relforcerowsecurity as bound from pg_class where relnamespace = 'cleartitle'::regnamespace and relkind = 'r'`.execute(database().connection.db);
    expect(rows.filter((each) => !each.bound).map((each) => each.name)).toEqual(["schema_versions"]);
    expect(rows.length).toBeGreaterThan(3);
  });

  it("so that one sees its own rows, and nobody's without a workspace", async () => {
    const [mine, other] = [await fresh(), await fresh()];
    for (const each of [mine, other]) await each.write(small(), recording);
    for (const each of [mine, other]) await each.takeStep(drafted, null, 1, recording);
    for (const each of [mine, other]) await each.negotiate(prepared, recording);
    for (const each of [mine, other]) await each.takeReadingStep({ reading: null, after: 0, content: {}, evidence: [] }, [], recording);
    for (const table of ["workspaces", "change_sets", "records", "agreement_steps", "negotiation_steps", "reading_steps"]) expect(await seen(database(), mine.id, table)).toEqual([mine.id]);
    for (const table of await tables(database())) {
      for (const nobody of [null, "", "nobody", `${mine.id}' or '1'='1`]) expect(await seen(database(), nobody, table)).toEqual([]);
      expect((await seen(database(), mine.id, table)).filter((each) => each !== mine.id)).toEqual([]);
    }
  });

  it("so that nobody writes for another, and nobody changes or deletes", async () => {
    const [mine, other] = [await fresh(), await fresh()];
    for (const each of [mine, other]) await each.write(small(), recording);
    for (const each of [mine, other]) await each.takeStep(drafted, null, 1, recording);
    for (const each of [mine, other]) await each.negotiate(prepared, recording);
    const trial = (statement: string) => within(database(), mine.id, async (tx) => sql.raw(statement).execute(tx)).then(() => "done", (error: { readonly code: string }) => error.code);
    const notAllowed = "42501";
    expect(await trial(`insert into cleartitle.change_sets (workspace, number, recorded_at, by) values ('${other.id}', 2, '${at}', 'me')`)).toBe(notAllowed);
    expect(await trial(`insert into cleartitle.workspaces (id, created_at) values ('stolen', '${at}')`)).toBe(notAllowed);
    expect(await trial(`insert into cleartitle.records (workspace, number, section, key) values ('${other.id}', 1, 'assets', 'base2')`)).toBe(notAllowed);
    for (const table of await tables(database())) {
      // What a job came to can be worked out again, and is let go.
      const mayGo = table === "job_parts";
      for (const statement of [`update cleartitle.${table} set ${column(table)} = '${other.id}'`, `delete from cleartitle.${table}`, `truncate cleartitle.${table} cascade`, `drop table cleartitle.${table} cascade`]) expect([statement, await trial(statement)]).toEqual([statement, mayGo && statement.startsWith("delete") ? "done" : notAllowed]);
    }
    // A catalogue is of no workspace: whoever works may read one, and nobody alters what others decided by.
    for (const statement of ["update cleartitle_catalogue.catalogues set content = ''", "delete from cleartitle_catalogue.catalogues", "truncate cleartitle_catalogue.catalogues"]) expect([statement, await trial(statement)]).toEqual([statement, notAllowed]);
    expect(canonicalJson((await (await anew(other.id)).graph()).graph)).toBe(canonicalJson(small()));
  });
});
