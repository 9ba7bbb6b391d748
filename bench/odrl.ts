import { existsSync, readFileSync } from "node:fs";
import { evaluate, readPolicies, readRdf, readRequests, readState, readTurtle, reportTurtle, type ComplianceReport, type RdfGraph } from "@cleartitle/odrl";
import { alone } from "./alone.js";
import { measured, megabytes, ms, once, table } from "./measure.js";

const suite = "../shared/data/odrl/solidlab-odrl-test-suite/";
const report = "https://w3id.org/force/compliance-report#";
const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

interface Entry {
  readonly file: string;
  readonly policy: string;
  readonly request: string;
  readonly sotw: string;
  readonly decisionClosed: "allow" | "deny";
}

/** One case from its three Turtle texts to the decision. */
async function answerOf({ policy, request, sotw }: Entry, text: (path: string) => string): Promise<ComplianceReport> {
  const { policies } = await readPolicies(text(policy), { file: policy, missing: "any" });
  const asked = readRequests((await readRdf(text(request), request)).graph!, request).requests[0]!;
  return evaluate(policies, asked, readState((await readRdf(text(sotw), sotw)).graph!), { dutyReading: "concurrent" });
}

/** Activation of the rules, and type and state of every premise, nested ones too. */
function premisesOf(graph: RdfGraph): string {
  const lines = [...graph.subjects()].flatMap((node) => ["satisfactionState", "activationState"].flatMap((state) => graph.nodes(node, report + state).map((each) => [...graph.nodes(node, type), each].join(" "))));
  return lines.filter((each) => !each.includes("DutyReport")).toSorted().join("\n");
}

interface Found {
  readonly cases: number;
  readonly decided: number;
  readonly premises: number;
  readonly first: number;
  readonly median: number;
  readonly slowest: { readonly file: string; readonly median: number };
}

/** The cases of SolidLab that lie here, all of them, from Turtle to the answer; a text where they do not lie here. */
export async function solidLab(): Promise<Found | string> {
  if (!existsSync(suite)) return "not run: the cases of SolidLab are not here";
  const entries = JSON.parse(readFileSync(`${suite}manifest.json`, "utf8")) as Entry[];
  const texts = new Map(entries.flatMap((each) => [each.policy, each.request, each.sotw, each.file]).map((path) => [path, readFileSync(suite + path, "utf8")] as const));
  const text = (path: string): string => texts.get(path)!;
  const all = async (): Promise<ComplianceReport[]> => {
    const answers: ComplianceReport[] = [];
    for (const entry of entries) answers.push(await answerOf(entry, text));
    return answers;
  };
  const first = await once(all);
  const runs = await measured(10, all);
  const right = entries.filter((entry, i) => runs.result[i]!.decision === (entry.decisionClosed === "allow" ? "permit" : "deny"));
  const premises = entries.filter((entry, i) => premisesOf(readTurtle(reportTurtle(runs.result[i]!), "report").graph!) === premisesOf(readTurtle(text(entry.file), entry.file).graph!));
  const largest = entries.toSorted((a, b) => text(b.policy).length - text(a.policy).length)[0]!;
  const slowest = { file: largest.policy, median: (await measured(10, () => answerOf(largest, text))).median };
  return { cases: entries.length, decided: right.length, premises: premises.length, first: first.median, median: runs.median, slowest };
}

/** ODRL from Turtle to the answer. Its peers are not to be had as packages; what was measured of them elsewhere is in no table of this run. */
export async function benchOdrl(): Promise<void> {
  const { result, peak } = await alone<Found | string>(import.meta.url, "solidLab");
  if (typeof result === "string") {
    console.log(result);
    return;
  }
  table("ODRL: cases of SolidLab from Turtle to decision and report; ms for all of them", ["cases", "decisions right", "premises right", "first run", "median of 10", "largest policy alone", "peak MB"], [
    [String(result.cases), String(result.decided), String(result.premises), ms(result.first), ms(result.median), ms(result.slowest.median), megabytes(peak)],
  ]);
}
