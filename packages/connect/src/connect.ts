import type { Guard } from "@cleartitle/access";
import { problem } from "@cleartitle/norms";
import type { Problem } from "@cleartitle/norms";
import { addressFrom, folderOf, isSafeForSecrets } from "./address.js";
import type { Address } from "./address.js";
import { Asker } from "./asker.js";
import { atlas } from "./atlas.js";
import type { Connector } from "./connector.js";
import { huggingFace } from "./hugging-face.js";
import { Journal } from "./journal.js";
import { marquez } from "./marquez.js";
import { mlflow } from "./mlflow.js";
import { clock } from "./patience.js";
import type { Clock } from "./patience.js";
import { secretOf } from "./secret.js";
import type { Secret } from "./secret.js";
import { wandb } from "./wandb.js";

/** Every kind of server that is asked. */
export const connectors: readonly Connector[] = [huggingFace, mlflow, wandb, marquez, atlas];

export interface ConnectOptions {
  readonly kind: string;
  /** As the user wrote it. */
  readonly address: string;
  /** What to ask for; none: all. */
  readonly names: readonly string[];
  /** Where answers are kept. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The name in the address may lead into a private network. */
  readonly mayBeInside?: boolean;
  /** Judges every address in place of the rules of a command line: on a server it is not the user's own machine that asks. */
  readonly guard?: Guard;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** Milliseconds after which a silent server is left. */
  readonly timeout?: number;
  /** Told after each answer: how many there are, and how many are known to come. */
  readonly step?: (done: number, known: number) => void;
  /** Told before a wait that somebody would wonder at. */
  readonly waiting?: (seconds: number, why: string) => void;
}

export interface Connected {
  /** `whole`: all was answered. `parts`: some was refused, and the rest is there. `stopped`: it ended before its end, and goes on when it is run again. */
  readonly ended: "whole" | "parts" | "stopped";
  /** Answers, below the folder. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

const maxAnswers = 150_000;
const stopped = (...problems: Problem[]): Connected => ({ ended: "stopped", kept: [], problems });

/**
 * Asks a server for all that intake reads of it and keeps the answers in a folder as they are. Expected failures are problems; it throws for none of them. Nothing is concluded
 * here: the answers are files like any others.
 */
export async function connect(options: ConnectOptions): Promise<Connected> {
  const connector = connectors.find((each) => each.kind === options.kind);
  if (connector === undefined) return stopped(problem("usage", `no kind of server \`${options.kind}\``, { hint: `the kinds are ${connectors.map((each) => `\`${each.kind}\``).join(", ")}` }));
  const address = addressFrom(options.address);
  if ("code" in address) return stopped(address);
  const wrong = wrongNames(connector, options.names);
  if (wrong.length > 0) return stopped(...wrong);
  const secret = secretOf(connector, options.env);
  if (secret !== null && "code" in secret) return stopped(secret);
  if (secret !== null && !isSafeForSecrets(address)) return stopped(problem("usage", `\`${secret.from}\` is set and would go to \`${address.url.host}\` unencrypted`, { hint: "write the address with https, or unset the variable" }));
  const journal = await Journal.open(options.folder, folderOf(address), { kind: connector.kind, address: address.url.href, names: options.names }, connector.start({ names: options.names })).catch((error: unknown) => ioProblem(error, options.folder));
  if (!(journal instanceof Journal)) return stopped(journal);
  try {
    return await askAll(connector, address, secret, journal, options);
  } catch (error) {
    return stopped(ioProblem(error, options.folder));
  } finally {
    await journal.close();
  }
}

async function askAll(connector: Connector, address: Address, secret: Secret | null, journal: Journal, options: ConnectOptions): Promise<Connected> {
  const asker = new Asker(connector, address, secret, options, options.clock ?? clock);
  const problems: Problem[] = [];
  // What an answer leads to is added behind what is still to be asked, and comes up in its turn.
  for (const ask of journal.pending.values()) {
    const had = journal.kept.size + journal.none.size;
    if (had >= maxAnswers) return { ended: "stopped", kept: [], problems: [...problems, problem("too-many", `more than ${maxAnswers} answers`, { hint: "ask for less by name" })] };
    const found = await asker.ask(ask);
    if ("content" in found) await journal.keep(ask, found.content, found.next);
    else if (found.end === "none") await journal.passed(ask);
    else {
      problems.push(...found.problems);
      // Where the first thing is refused, so will be the rest.
      if (found.end === "stop" || had === 0) return { ended: "stopped", kept: [], problems };
      journal.leave(ask);
    }
    options.step?.(journal.kept.size + journal.none.size, journal.kept.size + journal.none.size + journal.pending.size);
  }
  if (problems.length === 0) await journal.done();
  return { ended: problems.length === 0 ? "whole" : "parts", kept: [...journal.kept].map((keep) => `${folderOf(address)}/${keep}`).toSorted(), problems };
}

function wrongNames(connector: Connector, names: readonly string[]): Problem[] {
  if (names.length === 0 && connector.needsNames) return [problem("usage", `a connection to \`${connector.kind}\` needs what to ask for`, { hint: `name ${connector.names}, after the address` })];
  return names.filter((name) => !connector.isName(name)).map((name) => problem("usage", `\`${name.slice(0, 100)}\` is nothing to ask \`${connector.kind}\` for`, { hint: `name ${connector.names}` }));
}

function ioProblem(error: unknown, folder: string): Problem {
  const { code } = error as NodeJS.ErrnoException;
  // What the language itself refuses is no matter of the disk.
  if (code === undefined || code.startsWith("ERR_")) throw error;
  return problem("io", "the folder of answers cannot be written", { file: folder, hint: code });
}
