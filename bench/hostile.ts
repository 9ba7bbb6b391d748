import { loadavg } from "node:os";
import { readers } from "@cleartitle/intake";
import { within } from "./alone.js";
import type { Outcome } from "./hostile-files.js";

/** What no reader may cost, whatever a file holds: the most that its process holds, program included, and the seconds of the processor for one file. */
const most = { megabytes: 2_048, seconds: 60 };

const [megabytes = "100", ...only] = process.argv.slice(2);
const known = readers.map((each) => each.id);
if (!/^\d+$/.test(megabytes) || Number(megabytes) < 1 || only.some((each) => !known.includes(each))) {
  console.error(`usage: npm run soak:hostile -- [MEGABYTES [READER…]], readers: ${known.join(", ")}`);
  process.exit(64);
}

console.log(`files of ${megabytes} MB and just below each limit, load ${loadavg()[0]?.toFixed(0) ?? "unknown"}; bounds: ${most.megabytes} MB, ${most.seconds} s of the processor a file\n`);
console.log("| format | files | peak MB | the longest, s | which, and of how many MB | how it ended |\n| --- | --- | --- | --- | --- | --- |");
for (const id of only.length === 0 ? known : only) {
  const row = await within<Outcome[]>(900, "./hostile-files.ts", "attack", id, Number(megabytes));
  if (typeof row === "string") {
    process.exitCode = 1;
    console.log(`| ${id} | | | | ${row} | |`);
    continue;
  }
  const { result, peak } = row;
  const [worst] = result.toSorted((a, b) => b.seconds - a.seconds);
  if (worst === undefined) throw new Error(`no hostile file for \`${id}\``);
  const held = peak / 1_048_576;
  const kept = held <= most.megabytes && worst.seconds <= most.seconds;
  if (!kept) process.exitCode = 1;
  console.log(`| ${[id, result.length, `${Math.round(held)}${kept ? "" : " (beyond)"}`, worst.seconds.toFixed(1), `${worst.title}, ${worst.megabytes.toFixed(0)}`, worst.end].join(" | ")} |`);
}
