import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Connection } from "../connection/connection.js";
import type { Tx } from "../database.js";
import { StoreRefusal } from "../refusal.js";
import { type Audited, addAudit } from "./audit.js";
import { alone, see, seeing } from "./seeing.js";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** Who records something, and when: a person, or `setup` where there is nobody yet. */
export interface Hand {
  readonly by: string;
  readonly at: string;
  readonly address?: string;
}

/** How somebody is known who signs in elsewhere. `kept`: the digest of issuer and subject. */
export interface Identity {
  readonly kept: string;
  readonly issuer: string;
  readonly subject: string;
}

/** The people of a server: who they are, and how they are known. What they may do in a workspace is a membership. */
export class People {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether anybody can sign in. Where nobody can, a server has a code for the first one. */
  async canAnybodySignIn(): Promise<boolean> {
    return seeing(this.#connection, {}, canAnybodySignIn);
  }

  async add({ name, email }: Omit<Person, "id">, { by, at, address }: Hand): Promise<Person> {
    const person: Person = { id: randomUUID(), name, email };
    await seeing(this.#connection, { person: person.id }, async (tx) => {
      await tx.insertInto("cleartitle_people.people").values({ ...person, recorded_at: at, by }).execute();
      await addAudit(tx, { what: "person-added", person: person.id, by, at, ...(address === undefined ? {} : { address }) });
    });
    return person;
  }

  /** A person as that person, or as a member of a workspace sees him; null: not to be seen. */
  async person(id: string, workspace?: string): Promise<Person | null> {
    return seeing(this.#connection, workspace === undefined ? { person: id } : { workspace }, async (tx) => (await tx.selectFrom("cleartitle_people.people").select(["id", "name", "email"]).where("id", "=", id).executeTakeFirst()) ?? null);
  }

  /** Whose login it is, with what is kept of the password. */
  async login(login: string): Promise<{ readonly person: string; readonly hash: string } | null> {
    return seeing(this.#connection, { presented: login }, async (tx) => (await tx.selectFrom("cleartitle_people.logins").select(["person", "hash"]).where("login", "=", login).executeTakeFirst()) ?? null);
  }

  /** Gives a person a login, or the one that they have another password; others that they have open with the new one alone. A login of somebody else is refused; with `onlyFirst` also where anybody can sign in, who came at this moment too. */
  async setPassword(person: string, login: string, hash: string, hand: Hand, onlyFirst = false): Promise<void> {
    await seeing(this.#connection, { person, presented: login }, async (tx) => {
      if (onlyFirst) {
        await alone(tx, "first");
        if (await canAnybodySignIn(tx)) throw new StoreRefusal("conflict", "somebody is there already", { hint: "sign in, or ask to be taken in" });
      }
      await giveLogin(tx, { person, login, hash }, hand);
    });
  }

  /** The same password, hashed at today's cost. */
  async rehash(login: string, person: string, before: string, hash: string): Promise<void> {
    await seeing(this.#connection, { person, presented: login }, async (tx) => tx.updateTable("cleartitle_people.logins").set({ hash }).where("login", "=", login).where("person", "=", person).where("hash", "=", before).execute());
  }

  async identified(kept: string): Promise<string | null> {
    return seeing(this.#connection, { presented: kept }, async (tx) => (await tx.selectFrom("cleartitle_people.identities").select("person").where("kept", "=", kept).executeTakeFirst())?.person ?? null);
  }

  /** Who is known elsewhere under an identity; made where nobody is. Two that come at once are one. */
  async identify({ kept, issuer, subject }: Identity, who: Omit<Person, "id">, { at, address }: Omit<Hand, "by">): Promise<string> {
    const known = await this.identified(kept);
    if (known !== null) return known;
    const id = randomUUID();
    return seeing(this.#connection, { person: id, presented: kept }, async (tx) => {
      await alone(tx, kept);
      const meanwhile = await tx.selectFrom("cleartitle_people.identities").select("person").where("kept", "=", kept).executeTakeFirst();
      if (meanwhile !== undefined) return meanwhile.person;
      await tx.insertInto("cleartitle_people.people").values({ id, ...who, recorded_at: at, by: id }).execute();
      await tx.insertInto("cleartitle_people.identities").values({ kept, issuer, subject, person: id, recorded_at: at }).execute();
      await addAudit(tx, { what: "person-added", person: id, by: id, at, detail: { issuer }, ...(address === undefined ? {} : { address }) });
      return id;
    });
  }

  /** A code by which a person chooses a password, once. Codes given before are void. */
  async invite(person: string, kept: string, expiresAt: string, hand: Hand): Promise<void> {
    await seeing(this.#connection, { person }, async (tx) => {
      await tx.deleteFrom("cleartitle_people.invitations").where("person", "=", person).execute();
      await tx.insertInto("cleartitle_people.invitations").values({ kept, person, expires_at: expiresAt }).execute();
      await addAudit(tx, { what: "invited", person, ...hand });
    });
  }

  /** Gives whom a code is for the login and password that they chose, and uses the code up, both or neither: whose login is taken chooses another one. null: there is no such code, or it is over. */
  async redeem(kept: string, { login, hash }: { readonly login: string; readonly hash: string }, { at, address }: Omit<Hand, "by">): Promise<string | null> {
    return seeing(this.#connection, { presented: kept }, async (tx) => {
      const row = await tx.deleteFrom("cleartitle_people.invitations").where("kept", "=", kept).returning(["person", "expires_at"]).executeTakeFirst();
      if (row === undefined || row.expires_at <= at) return null;
      const { person } = row;
      await see(tx, { person, presented: login });
      await giveLogin(tx, { person, login, hash }, { by: person, at, ...(address === undefined ? {} : { address }) });
      return person;
    });
  }

  /** Adds to what is kept of people's comings and goings. */
  async audit(entry: Audited): Promise<void> {
    await seeing(this.#connection, {}, async (tx: Tx) => addAudit(tx, entry));
  }
}

async function giveLogin(tx: Tx, { person, login, hash }: { readonly person: string; readonly login: string; readonly hash: string }, hand: Hand): Promise<void> {
  await alone(tx, login);
  const there = await tx.selectFrom("cleartitle_people.logins").select("person").where("login", "=", login).executeTakeFirst();
  if (there !== undefined && there.person !== person) throw new StoreRefusal("conflict", "the login is taken", { pointer: "/login", hint: "choose another one" });
  if (there === undefined) await tx.insertInto("cleartitle_people.logins").values({ login, person, hash, changed_at: hand.at }).execute();
  await tx.updateTable("cleartitle_people.logins").set({ hash, changed_at: hand.at }).where("person", "=", person).execute();
  await addAudit(tx, { what: "password-set", person, ...hand });
}

const canAnybodySignIn = async (tx: Tx): Promise<boolean> => (await sql<{ readonly can: boolean }>`select cleartitle_people.can_anybody_sign_in() as can`.execute(tx)).rows[0]!.can;
