import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

interface Peer {
  readonly version: string;
  /** Files per second, its start left out. */
  readonly rate: number;
  readonly right: number;
}

const run = (folder: string): { out: string; seconds: number } => {
  const start = process.hrtime.bigint();
  const { stdout } = spawnSync("licensecheck", ["--recursive", "--check=.*", "--ignore=^$", "--machine", "--shortname-scheme=spdx", "--lines=0", folder], { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { out: stdout, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
};

/** Debian's scanner over a folder; what is right says the caller. Its start is measured on one empty file and taken off, since it loads its patterns then. */
export function licensecheck(folder: string, isRight: (name: string, ids: readonly string[]) => boolean): Peer | string {
  const asked = spawnSync("licensecheck", ["--version"], { encoding: "utf8" });
  if (asked.error !== undefined) return "not run";
  const empty = mkdtempSync(join(tmpdir(), "cleartitle-bench-"));
  try {
    writeFileSync(join(empty, "one.txt"), "nothing\n");
    const start = run(empty).seconds;
    const { out, seconds } = run(folder);
    const lines = out.split("\n").filter((line) => line.includes("\t"));
    const right = lines.filter((line) => isRight(basename(line.split("\t")[0]!), line.split("\t")[1]!.split(/\s+(?:and\/or|and|or)\s+|,\s*/))).length;
    return { version: /v(\d[\d.]*)/.exec(asked.stdout)?.[1] ?? "?", rate: lines.length / Math.max(0.001, seconds - start), right };
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}
