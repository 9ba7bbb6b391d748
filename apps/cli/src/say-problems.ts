import { formatProblem, type Problem } from "@cleartitle/norms";
import type { Io } from "./io.js";

/** Lines on standard error, on which nothing that was read, as a name of a file, moves the cursor or begins a line of its own. */
export async function sayLines(io: Io, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const { withoutControls } = await import("@cleartitle/engine");
  for (const line of lines) io.stderr.write(`${withoutControls(line)}\n`);
}

/** Problems on standard error, as every command tells them; of more than `most` the first. */
export async function sayProblems(io: Io, problems: readonly Problem[], most = problems.length): Promise<void> {
  if (problems.length === 0) return;
  const { withoutControls } = await import("@cleartitle/engine");
  const told = problems.slice(0, most).map((each) => formatProblem({ ...each, file: each.file === null ? null : withoutControls(each.file) }));
  await sayLines(io, told.flatMap((each) => each.split("\n")));
  if (problems.length > most) await sayLines(io, [`… and ${problems.length - most} more problems`]);
}
