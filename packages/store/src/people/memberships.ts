import type { Connection } from "../connection/connection.js";
import type { Tx } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { addAudit } from "./audit.js";
import type { Hand, Person } from "./people.js";
import { alone, seeing } from "./seeing.js";

export interface Member extends Person {
  readonly roles: readonly string[];
  readonly since: string;
}

/** Who has which roles in which workspace. Every change is a row of its own; the newest one counts. */
export class Memberships {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Roles of a person in a workspace; none: it is not his. */
  async rolesIn(workspace: string, person: string): Promise<readonly string[]> {
    return seeing(this.#connection, { workspace, person }, async (tx) => rolesIn(tx, workspace, person));
  }

  /** The workspaces that are a person's, with his roles. */
  async workspacesOf(person: string): Promise<readonly { readonly workspace: string; readonly roles: readonly string[] }[]> {
    const rows = await seeing(this.#connection, { person }, async (tx) =>
      tx.selectFrom("memberships").distinctOn("workspace").select(["workspace", "roles"]).where("person", "=", person).orderBy("workspace").orderBy("number", "desc").execute());
    return rows.map(({ workspace, roles }) => ({ workspace, roles: JSON.parse(roles) as string[] })).filter(({ roles }) => roles.length > 0);
  }

  async members(workspace: string): Promise<readonly Member[]> {
    return seeing(this.#connection, { workspace }, async (tx) => members(tx, workspace));
  }

  /**
   * Sets all roles of a person in a workspace; none takes him out. `keeping`: of these roles somebody has to be left, so that a workspace is not locked for good.
   * INVARIANT: the caller saw that `hand.by` may.
   */
  async set(workspace: string, person: string, roles: readonly string[], { by, at, address }: Hand, keeping: string): Promise<void> {
    await seeing(this.#connection, { workspace, person }, async (tx) => {
      await alone(tx, `members ${workspace}`);
      const before = await members(tx, workspace);
      const was = before.find(({ id }) => id === person)?.roles ?? [];
      if (was.join() === roles.join()) return;
      const left = before.some((member) => member.id !== person && member.roles.includes(keeping)) || roles.includes(keeping);
      if (!left && before.some((member) => member.roles.includes(keeping))) throw new StoreRefusal("conflict", `nobody would be left who is \`${keeping}\` here`, { hint: "give the role to somebody else first" });
      const newest = await tx.selectFrom("memberships").select(({ fn }) => fn.max("number").as("number")).where("workspace", "=", workspace).executeTakeFirst();
      await tx.insertInto("memberships").values({ workspace, number: (newest?.number ?? 0) + 1, person, roles: JSON.stringify(roles), recorded_at: at, by, why: null }).execute();
      if (was.length === 0) await voidCodes(tx, person);
      await addAudit(tx, { what: "roles-set", person, by, at, workspace, detail: { before: was, after: roles }, ...(address === undefined ? {} : { address }) });
    });
  }
}

/** Who gave somebody a code for a new password administered all of their workspaces then, and another one has come. Who cannot sign in yet has no other way in, and keeps it. */
async function voidCodes(tx: Tx, person: string): Promise<void> {
  const known = (["logins", "identities"] as const).map((table) => tx.selectFrom(`cleartitle_people.${table}`).select("person").where("person", "=", person));
  await tx.deleteFrom("cleartitle_people.invitations").where("person", "=", person).where((eb) => eb.or(known.map((each) => eb.exists(each)))).execute();
}

async function rolesIn(tx: Tx, workspace: string, person: string): Promise<readonly string[]> {
  const row = await tx.selectFrom("memberships").select("roles").where("workspace", "=", workspace).where("person", "=", person).orderBy("number", "desc").limit(1).executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.roles) as string[]);
}

async function members(tx: Tx, workspace: string): Promise<readonly Member[]> {
  const newest = tx.selectFrom("memberships").distinctOn("person").select(["person", "roles", "recorded_at"]).where("workspace", "=", workspace).orderBy("person").orderBy("number", "desc").as("m");
  const rows = await tx.selectFrom(newest).innerJoin("cleartitle_people.people as p", "p.id", "m.person").select(["p.id", "p.name", "p.email", "m.roles", "m.recorded_at"]).orderBy("p.id").execute();
  return rows.map(({ id, name, email, roles, recorded_at: since }) => ({ id, name, email, roles: JSON.parse(roles) as string[], since })).filter(({ roles }) => roles.length > 0);
}
