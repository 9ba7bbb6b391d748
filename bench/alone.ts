import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What one row found, and the most memory that its process held, its program and the catalogue included. */
export interface Row<T> {
  readonly result: T;
  readonly peak: number;
}

/** Runs an exported function of a module in a process of its own, so that its memory is that of no other row. */
export function alone<T>(module: string, name: string, ...args: readonly (string | number)[]): Promise<Row<T>> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL("row.ts", import.meta.url)), [module, name, JSON.stringify(args)], { stdio: "inherit" });
    let row: Row<T> | null = null;
    child.on("message", (message) => (row = message as Row<T>));
    child.on("error", reject);
    child.on("exit", (code) => (row === null ? reject(new Error(`\`${name}\` ended with ${String(code)} and no row`)) : resolve(row)));
  });
}
