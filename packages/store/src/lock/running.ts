import { readFile } from "node:fs/promises";

interface Standing {
  /** When the process began, in words of the system. */
  readonly started: string;
  /** It has ended, and only waits for its parent to hear of it. */
  readonly ended: boolean;
}

/** What the system tells of a process; null where it does not tell. */
async function standingOf(pid: number): Promise<Standing | null> {
  try {
    const [boot, stat] = await Promise.all([readFile("/proc/sys/kernel/random/boot_id", "utf8"), readFile(`/proc/${pid}/stat`, "utf8")]);
    // The name of the program, in parentheses, may hold anything; what follows it is a letter for its state, and numbers.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    return state === undefined || ticks === undefined ? null : { started: `${boot.trim()} ${ticks}`, ended: state === "Z" || state === "X" };
  } catch {
    // Not every system has these files, and a process that is gone has none.
    return null;
  }
}

/** When a process began, in words of the system; null where the system does not tell. A number of a process is given again to others. */
export const startOf = async (pid: number): Promise<string | null> => (await standingOf(pid))?.started ?? null;

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether the process that once had this number, and began then, still runs. One whose parent never heard of its end is still listed, and no longer runs. */
export async function isRunning(pid: number, started: string | null): Promise<boolean> {
  if (!answers(pid)) return false;
  const now = await standingOf(pid);
  if (now === null) return true;
  return !now.ended && (started === null || started === now.started);
}
