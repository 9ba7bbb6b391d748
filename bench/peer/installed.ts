/** A peer as npm installed it, or why it cannot run here: some have no build for every machine. The bench goes on without it. */
export async function installed<T>(load: () => Promise<T>): Promise<T | string> {
  try {
    return await load();
  } catch (problem) {
    return `not run: ${(problem instanceof Error ? problem.message : String(problem)).split("\n")[0]!.slice(0, 160)}`;
  }
}
