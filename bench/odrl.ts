import { existsSync, readFileSync } from "node:fs";
import { evaluate, readPolicies, readRdf, readRequests, readState } from "@cleartitle/odrl";

const suite = "../shared/data/odrl/solidlab-odrl-test-suite/";

interface Entry {
  readonly policy: string;
  readonly request: string;
  readonly sotw: string;
  readonly decisionClosed: "allow" | "deny";
}

/** Every case from its three Turtle texts to the decision; how many came out as the suite says. */
async function runOnce(entries: readonly Entry[], text: (path: string) => string): Promise<number> {
  let right = 0;
  for (const { policy, request, sotw, decisionClosed } of entries) {
    const { policies } = await readPolicies(text(policy), { file: policy, missing: "any" });
    const asked = readRequests((await readRdf(text(request), request)).graph!, request).requests[0]!;
    const { decision } = evaluate(policies, asked, readState((await readRdf(text(sotw), sotw)).graph!), { dutyReading: "concurrent" });
    if (decision === (decisionClosed === "allow" ? "permit" : "deny")) right += 1;
  }
  return right;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

if (!existsSync(suite)) console.log("the cases of SolidLab are not here");
else {
  const entries = JSON.parse(readFileSync(`${suite}manifest.json`, "utf8")) as Entry[];
  const texts = new Map(entries.flatMap((each) => [each.policy, each.request, each.sotw]).map((path) => [path, readFileSync(suite + path, "utf8")] as const));
  const runs: number[] = [];
  let right = 0;
  for (let run = 0; run < 11; run += 1) {
    const start = process.hrtime.bigint();
    right = await runOnce(entries, (path) => texts.get(path)!);
    runs.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(`ODRL, ${entries.length} cases of SolidLab from Turtle: ${right} right; first run ${runs[0]!.toFixed(0)} ms, median of ${runs.length} ${median(runs).toFixed(0)} ms`);
}
