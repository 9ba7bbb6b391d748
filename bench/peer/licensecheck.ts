import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

interface Peer {
  readonly version: string;
  /** Files per second, its start left out. */
  readonly rate: number;
  /** The same by the time that it took of a processor, which other work on the machine changes less. */
  readonly processorRate: number;
  readonly right: number;
}

/** The last line of what a shell says of time: that of the programs it ran, for themselves and for the system. */
function processorSeconds(said: string): number {
  const [user, system] = [...(said.trim().split("\n").at(-1) ?? "").matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return (user ?? 0) + (system ?? 0);
}

const run = (folder: string): { out: string; seconds: number; processor: number } => {
  const start = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync("bash", ["-c", 'licensecheck "$@"; times >&2', "bash", "--recursive", "--check=.*", "--ignore=^$", "--machine", "--shortname-scheme=spdx", "--lines=0", folder], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { out: stdout, seconds: Number(process.hrtime.bigint() - start) / 1e9, processor: processorSeconds(stderr) };
};

/** Of some runs the one in the middle, by the clock and by the time of a processor. */
function middleOf(folder: string): { out: string; seconds: number; processor: number } {
  const runs = Array.from({ length: 5 }, () => run(folder));
  const middle = (of: "seconds" | "processor"): number => runs.map((each) => each[of]).toSorted((a, b) => a - b)[2]!;
  return { out: runs[0]!.out, seconds: middle("seconds"), processor: middle("processor") };
}

/** Debian's scanner over a folder; what is right says the caller. Its start is measured on one empty file and taken off, since it loads its patterns then. */
export function licensecheck(folder: string, isRight: (name: string, ids: readonly string[]) => boolean): Peer | string {
  const asked = spawnSync("licensecheck", ["--version"], { encoding: "utf8" });
  if (asked.error !== undefined) return "not run";
  const empty = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    writeFileSync(join(empty, "one.txt"), "nothing\n");
    const start = middleOf(empty);
    const { out, seconds, processor } = middleOf(folder);
    const lines = out.split("\n").filter((line) => line.includes("\t"));
    const right = lines.filter((line) => isRight(basename(line.split("\t")[0]!), line.split("\t")[1]!.split(/\s+(?:and\/or|and|or)\s+|,\s*/))).length;
    return { version: /v(\d[\d.]*)/.exec(asked.stdout)?.[1] ?? "?", rate: lines.length / Math.max(0.001, seconds - start.seconds), processorRate: lines.length / Math.max(0.001, processor - start.processor), right };
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}
