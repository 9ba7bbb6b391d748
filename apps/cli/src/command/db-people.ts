import { keptSecret, meantCode, newOneTimeCode } from "@cleartitle/access";
import { lookDaily } from "@cleartitle/jobs";
import { problem, type ExitCode } from "@cleartitle/norms";
import { loginOf } from "@cleartitle/server";
import { type Connection, type Hand, JobQueue, Memberships, openStore, People, type Person, Store } from "@cleartitle/store";
import type { Io } from "../io.js";
import { Stop, usageStop } from "../stop.js";
import { type DataOption, handOf, placeOf, stopping, stopWithoutData } from "./db.js";
import { secretIn } from "./ledger-write.js";

const admin = "admin";
/** Whoever asks for a code stands beside the machine: it need not last as long as one that is sent to somebody. */
const codeLasts = 3_600_000;

interface ByHand extends DataOption {
  readonly by?: string;
  /** File with the secret key of a ledger; without it the server signs with its next entry. */
  readonly key?: string;
}

interface Opened {
  readonly connection: Connection;
  readonly store: Store;
  readonly people: People;
  readonly memberships: Memberships;
  readonly hand: Hand;
}

async function withPeople<T>(io: Io, { by, key, ...options }: ByHand, work: (opened: Opened) => Promise<T>): Promise<T> {
  const hand = handOf(io, by);
  const place = placeOf(io, options, "login");
  stopWithoutData(place, "nobody to let in");
  const signing = key === undefined ? [] : [await secretIn(io, key)];
  return stopping(async () => {
    const connection = await openStore(place);
    const store = new Store(connection, undefined, signing);
    try {
      return await work({ connection, store, people: new People(connection), memberships: new Memberships(connection), hand });
    } finally {
      await store.close();
    }
  });
}

/** Who signs in by a login, or has an id. */
async function named(people: People, who: string): Promise<Person> {
  const person = await people.person((await people.login(loginOf(who)))?.person ?? who);
  if (person === null) throw new Stop([problem("not-found", `nobody signs in as \`${who}\``, { offending: who, hint: "who signs in at a provider is named by the `person` that `GET /api/v1/session` tells them" })]);
  return person;
}

/** Makes a person an administrator of a workspace: of one that was made on the command line nobody is, and so nobody could take anybody in. Other roles that they have there stay. The ledger of the workspace says so. */
export async function appoint(io: Io, id: string, who: string, options: ByHand): Promise<ExitCode> {
  const { name } = await withPeople(io, options, async ({ connection, store, people, memberships, hand }) => {
    const workspace = await store.workspace(id);
    const person = await named(people, who);
    const roles = await memberships.rolesIn(id, person.id);
    if (!roles.includes(admin)) await workspace.ledger.enter("access", { person: person.id, what: "appointed" }, hand);
    await memberships.set(id, person.id, [...roles.filter((role) => role !== admin), admin], hand, admin);
    await lookDaily(new JobQueue(connection), id, hand);
    return person;
  });
  io.stdout.write(`${name} administers ${id}\n`);
  return 0;
}

/**
 * Gives whoever runs the machine a code by which a person chooses a password, once: for an administrator who has none any more and whom nobody else can let in, or for somebody new (`name`), to be appointed next.
 * What was their password is until then. The ledgers of all their workspaces say so before there is a code, so that nobody is let in without a trace.
 */
export async function invite(io: Io, who: string | undefined, { new: name, ...options }: ByHand & { readonly new?: string }): Promise<ExitCode> {
  if ((who === undefined) === (name === undefined)) throw usageStop("say whom: a login, or with `--new` the name of somebody who is not there yet", "one of the two");
  const code = newOneTimeCode();
  const { person, until } = await withPeople(io, options, async ({ store, people, memberships, hand }) => {
    const invited = name === undefined ? await named(people, who!) : await people.add({ name, email: null }, hand);
    const expiresAt = new Date(Date.parse(hand.at) + codeLasts).toISOString();
    for (const { workspace } of await memberships.workspacesOf(invited.id)) await (await store.workspace(workspace)).ledger.enter("access", { person: invited.id, what: "code-given", until: expiresAt }, hand);
    await people.invite(invited.id, keptSecret(meantCode(code)), expiresAt, hand);
    return { person: invited, until: expiresAt };
  });
  io.stderr.write(`${person.name} (${person.id}) chooses a password with this code, once, by ${until}, where people sign in; until then nothing is otherwise, and then all their sessions end\n`);
  io.stdout.write(`${code}\n`);
  return 0;
}
