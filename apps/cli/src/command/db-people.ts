import { lookDaily } from "@cleartitle/jobs";
import { problem, type ExitCode } from "@cleartitle/norms";
import { loginOf } from "@cleartitle/server";
import { JobQueue, Memberships, openStore, People, type Person, Store } from "@cleartitle/store";
import { nowOf, type Io } from "../io.js";
import { Stop } from "../stop.js";
import { type DataOption, placeOf, stopping } from "./db.js";

const admin = "admin";

/** Who signs in by a login, or has an id; null: nobody does. */
async function named(people: People, who: string): Promise<Person | null> {
  return people.person((await people.login(loginOf(who)))?.person ?? who);
}

/** Makes a person an administrator of a workspace: of one that was made on the command line nobody is, and so nobody could take anybody in. Other roles that they have there stay. */
export async function appoint(io: Io, id: string, who: string, { by, ...options }: DataOption & { readonly by?: string }): Promise<ExitCode> {
  const hand = { by: by ?? (io.env["USER"] || "unknown"), at: new Date(nowOf(io)).toISOString() };
  const { name } = await stopping(async () => {
    const connection = await openStore(placeOf(io, options, "login"));
    const store = new Store(connection);
    try {
      await store.workspace(id);
      const person = await named(new People(connection), who);
      if (person === null) throw new Stop([problem("not-found", `nobody signs in as \`${who}\``, { offending: who, hint: "who signs in at a provider is named by the `person` that `GET /api/v1/session` tells them" })]);
      const memberships = new Memberships(connection);
      const roles = await memberships.rolesIn(id, person.id);
      await memberships.set(id, person.id, [...roles.filter((role) => role !== admin), admin], hand, admin);
      await lookDaily(new JobQueue(connection), id, hand);
      return person;
    } finally {
      await store.close();
    }
  });
  io.stdout.write(`${name} administers ${id}\n`);
  return 0;
}
