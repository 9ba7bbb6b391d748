#!/usr/bin/env node
import type { Io } from "./io.js";
import { rooms } from "./rooms.js";
import { run } from "./run.js";

function bug(error: unknown): never {
  process.stderr.write(`a bug in cleartitle: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(70);
}

/** A reader that has seen enough (`| head`) closes its end; that is no failure. */
function closedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  bug(error);
}

process.stdout.on("error", closedPipe);
process.stderr.on("error", closedPipe);
process.on("uncaughtException", bug);

let interrupt: () => void = () => undefined;
const interrupted = new Promise<void>((resolve) => {
  interrupt = resolve;
});
let asked = false;
/** A server lets the answers that it is making end. */
const patience = process.argv[2] === "serve" ? 10_000 : 1_000;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // A command that waits (`serve`) ends by itself; one that is busy, or one that is asked twice, ends here.
    if (asked) process.exit(130);
    asked = true;
    interrupt();
    setTimeout(() => process.exit(130), patience).unref();
  });
}

const ended = (): never => process.exit(130);

/** A question on the terminal; whoever closes it has interrupted. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  asking.once("close", ended);
  const answer = await asking.question(question);
  asking.off("close", ended);
  asking.close();
  return answer;
}

const io: Io = { stdout: process.stdout, stderr: process.stderr, env: process.env, folder: process.cwd(), today: () => new Date().toISOString().slice(0, 10), now: () => new Date().toISOString(), interrupted, rooms, ...(process.stdin.isTTY ? { ask } : {}) };

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  bug(error);
}
