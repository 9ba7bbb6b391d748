import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { problem } from "@cleartitle/norms";
import { type AccessRooms, addressThrough, FirstStart, openRooms, type ReadAccess, readAccessFile } from "@cleartitle/server";
import type { Connection } from "@cleartitle/store";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** The settings of people, before anything is opened. */
export async function accessIn(io: Io, file: string): Promise<ReadAccess> {
  const text = await readFile(resolve(io.folder, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop([problem(error.code === "ENOENT" ? "not-found" : "io", "the settings of people cannot be read", { file, hint: error.code ?? null })]);
  });
  const { access, problems } = readAccessFile(text, { file, env: io.env });
  if (access === null) throw new Stop(problems);
  return access;
}

/** People sign in to what is served; where nobody can yet, the terminal gets a code for the first one. */
export async function roomsFor(io: Io, { origin, proxies, provider }: ReadAccess, connection: Connection): Promise<AccessRooms> {
  const firstStart = new FirstStart();
  const rooms = openRooms(connection, { firstStart, provider, origin, addressOf: addressThrough(proxies) });
  if (!(await rooms.people.canAnybodySignIn())) io.stdout.write(`Nobody can sign in yet. The first person gives the code ${firstStart.offer()} at ${origin}/ (docs/people.md); it is good once, until this program ends\n`);
  return rooms;
}
