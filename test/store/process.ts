import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A process of its own that runs a script on the packages. */
export interface Process {
  readonly child: ChildProcess;
  /** The next line that it says; null: it has ended. */
  line(): Promise<string | null>;
  /** What it says until it ends, with what it complains of. */
  rest(): Promise<string>;
}

interface Limits {
  /** No file grows beyond so many kilobytes: as near to a full disk as a test comes. */
  readonly kilobytes?: number;
  /** Runs as a user to whom nothing belongs, where the tests may do that. */
  readonly stranger?: boolean;
}

export function processOf(script: string, given: object, { kilobytes, stranger = false }: Limits = {}): Process {
  const program = [process.execPath, "--input-type=module", "--eval", `const given = ${JSON.stringify(given)};\n${script}`];
  const [command, ...args] = kilobytes === undefined ? program : ["bash", "-c", `trap "" XFSZ; ulimit -f ${kilobytes}; exec "$@"`, "bash", ...program];
  const nobody = stranger && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(command!, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"], ...nobody });
  // Who holds a folder is told by which processes run, and one that has said its last word may still be ending.
  const ended = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  const complaints: string[] = [];
  child.stderr.on("data", (text: Buffer) => complaints.push(text.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | null> => {
    const { done, value } = await lines.next();
    return done === true ? null : value;
  };
  const rest = async (): Promise<string> => {
    const said: string[] = [];
    for (let next = await line(); next !== null; next = await line()) said.push(next);
    await ended;
    return [...said, ...complaints].join("\n");
  };
  return { child, line, rest };
}
