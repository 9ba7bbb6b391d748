import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { differenceIn } from "../test/differential/decided-alike.js";
import { rareWorld } from "../test/worlds/rare-world.js";
import { realTitle, realWorldOf } from "../test/worlds/real-world.js";
import { pose } from "../test/worlds/world-asked.js";

/**
 * Decides many random worlds by both evaluators: `npm run soak:decisions -- 100000 2 soak.jsonl`. Worlds come in chunks, each from a seed of its own; a chunk that is
 * written in the file is not run again, so that a soak can be stopped and gone on with, and shared among processes. One in ten worlds is asked for its whole range.
 */
const [worlds = "100000", processes = "2", file = "soak-decisions.jsonl", shard] = process.argv.slice(2);
const chunk = 100;
/** One in six is a title under the catalogue itself. */
const asked = fc.oneof({ arbitrary: fc.record({ strange: rareWorld, title: fc.constant(undefined) }), weight: 5 }, { arbitrary: fc.record({ strange: fc.constant(undefined), title: realTitle }), weight: 1 });

interface Line {
  readonly seed: number;
  readonly failed: string | null;
}

const linesIn = (): Line[] => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Line) : []);

function runChunk(seed: number): Line {
  let last: string | null = null;
  const result = fc.check(fc.property(asked, fc.nat({ max: 9 }), ({ strange, title }, turn) => {
    last = differenceIn(strange === undefined ? realWorldOf(title!) : pose(strange).world, turn === 0 ? {} : { withoutRange: true }, new Map());
    return last === null;
  }), { numRuns: chunk, seed });
  if (!result.failed) return { seed, failed: null };
  // The least world that fails, to be kept as a case.
  writeFileSync(`${file}.${seed}.json`, JSON.stringify(result.counterexample, null, 1));
  return { seed, failed: last ?? String(result.errorInstance) };
}

async function runShards(count: number): Promise<void> {
  const began = process.hrtime.bigint();
  const script = fileURLToPath(import.meta.url);
  await Promise.all(Array.from({ length: count }, (_, i) => new Promise<void>((done) => {
    spawn(process.execPath, [...process.execArgv, script, worlds, processes, file, String(i)], { stdio: "inherit" }).on("exit", () => done());
  })));
  const lines = linesIn();
  const failed = lines.filter((line) => line.failed !== null);
  for (const { seed, failed: why } of failed) console.log(`seed ${seed}: ${why}`);
  console.log(`${lines.length * chunk} worlds, ${failed.length} chunks failed, ${(process.hrtime.bigint() - began) / 1_000_000_000n} s in this run`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

if (shard === undefined) await runShards(Number(processes));
else {
  const done = new Set(linesIn().map((line) => line.seed));
  for (let seed = Number(shard); seed < Number(worlds) / chunk; seed += Number(processes)) if (!done.has(seed)) appendFileSync(file, `${JSON.stringify(runChunk(seed))}\n`);
}
