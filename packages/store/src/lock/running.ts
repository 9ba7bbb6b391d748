import { readFile } from "node:fs/promises";

/** When a process began, in words of the system; null where the system does not tell. A number of a process is given again to others. */
export async function startOf(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([readFile("/proc/sys/kernel/random/boot_id", "utf8"), readFile(`/proc/${pid}/stat`, "utf8")]);
    // The name of the program, in parentheses, may hold anything; what follows it is numbers.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`;
  } catch {
    // Not every system has these files, and a process that is gone has none.
    return null;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether the process that once had this number, and began then, still runs. */
export async function isRunning(pid: number, started: string | null): Promise<boolean> {
  if (!answers(pid)) return false;
  const now = await startOf(pid);
  return started === null || now === null || started === now;
}
