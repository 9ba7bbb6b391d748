import { askedOf, usage } from "./reading/asked.js";

// What asks for much is loaded once it is known that it is asked for.
const asked = askedOf(process.argv.slice(2));
if (asked === null) process.stdout.write(usage);
else if (typeof asked === "string") {
  process.stderr.write(`${asked}\n\n${usage}`);
  process.exitCode = 64;
} else {
  const { what, keep, wrong } = asked;
  const { evaluateAll, evaluateOnAi, trainAll, trainOnAi } = await import("./reading/figures.js");
  if (what === "train") trainAll(keep);
  if (what === "train" || what === "train-ai") await trainOnAi();
  if (what === "all") evaluateAll(keep, wrong);
  if (what === "ai" || (what === "all" && wrong === null)) await evaluateOnAi();
}
