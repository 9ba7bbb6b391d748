import { problem, type ExitCode } from "@cleartitle/norms";
import { serve as open, type Served, type ServeOptions as Serving } from "@cleartitle/server";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import type { AskingOptions } from "../world.js";

export interface ServeOptions extends AskingOptions {
  readonly use?: string;
  readonly port: number;
  readonly data?: string;
  readonly workspace?: string;
  readonly people?: string;
  /** Folder of what a new workspace begins with beside its title file. */
  readonly with?: string;
  /** Whether people may have the language model asked that the environment names. */
  readonly model?: boolean;
  readonly ledgerKey?: readonly string[];
  readonly quiet?: boolean;
}

function portStop(error: unknown, port: number): Stop {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === "EADDRINUSE") return new Stop([problem("conflict", `the port ${port} is taken`, { hint: "choose another with --port, or leave it out for a free one" })]);
  if (code === "EACCES") return new Stop([problem("io", `the port ${port} may not be used`, { hint: "choose one above 1023" })]);
  throw error;
}

/** Serves on this machine, says what it shows first, until it is interrupted, and lets the answers that are being made end. */
export async function listening(io: Io, serving: Serving & { readonly port: number; readonly shown: string }, ready?: (url: string) => Promise<void>): Promise<ExitCode> {
  let served: Served;
  try {
    served = await open(serving);
  } catch (error) {
    throw portStop(error, serving.port);
  }
  io.stdout.write(`\nServing on ${served.url}${serving.shown} (this machine only; Ctrl-C ends it)\n`);
  try {
    await ready?.(served.url);
    await io.interrupted;
    return 130;
  } finally {
    // Also where it could not be told where it serves: nobody else would end it.
    await served.close();
  }
}
