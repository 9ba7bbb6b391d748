import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What one row found, and the most memory that its process held, its program and the catalogue included. */
export interface Row<T> {
  readonly result: T;
  readonly peak: number;
}

/** Runs an exported function of a module in a process of its own, so that its memory is that of no other row. */
export async function alone<T>(module: string, name: string, ...args: readonly (string | number)[]): Promise<Row<T>> {
  const row = await within<T>(null, module, name, ...args);
  if (typeof row === "string") throw new Error(row);
  return row;
}

/** The same, given up after some seconds or where the process fails: a text that says so, since a row that cannot be had is a finding too. */
export function within<T>(seconds: number | null, module: string, name: string, ...args: readonly (string | number)[]): Promise<Row<T> | string> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "row.ts" : "row.js", import.meta.url)), [module, name, JSON.stringify(args)], { stdio: "inherit" });
    let row: Row<T> | null = null;
    let late = false;
    const clock = seconds === null ? null : setTimeout(() => (late = child.kill("SIGKILL")), seconds * 1000);
    child.on("message", (message) => (row = message as Row<T>));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (clock !== null) clearTimeout(clock);
      resolve(row ?? (late ? `not within ${String(seconds)} s` : `\`${name}\` ended with ${String(code)} and no row`));
    });
  });
}
