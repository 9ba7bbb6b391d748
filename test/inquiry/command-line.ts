import { run, type Io } from "@cleartitle/cli";
import { rooms } from "../../apps/cli/src/rooms.js";

/** Loaded once for all commands of a suite. */
const catalogue = rooms.catalogue();

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** One command line in a folder, with the real rooms below and a day that stands still. */
export async function commandIn(folder: string, args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text), isTTY: false }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: { ...rooms, catalogue: () => catalogue },
  };
  const exit = await run(args, io);
  return { exit, out: out.join(""), err: err.join("") };
}
