import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate, joinGraphs, readPolicies, readRdf, readRequests, readState, readTurtle, reportDraft, type ComplianceReport } from "@cleartitle/odrl";

const root = "../shared/data/odrl/w3c-formal-semantics/examples";

/** Folders that hold a request: one evaluated case each. */
function caseFolders(folder: string): string[] {
  const names = readdirSync(folder);
  if (names.some((name) => name.startsWith("evaluationrequest"))) return [folder];
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory()).flatMap(caseFolders).toSorted();
}

const found = (folder: string, start: string): string => join(folder, readdirSync(folder).find((name) => name.startsWith(start) && !name.endsWith(".ttl"))!);

/** The parts of a report in the words of the draft, by their class, wherever they hang. */
function partsOf(report: unknown): readonly Record<string, string>[] {
  if (report === null || typeof report !== "object") return [];
  const inner = Object.values(report).flatMap(partsOf);
  return "@type" in report ? [report as Record<string, string>, ...inner] : inner;
}

const classes = ["report:ruleReport", "report:ConditionReport", "report:ConstraintReport", "report:ActionReport"];
const states = ["activationState", "controlState", "deonticState", "satisfactionState", "performanceState"].map((each) => `report:${each}`);

/**
 * Every state of every part. The payment's refinement has no report in the draft's cases. C1-1 says of a condition without constraints that it is
 * `Satisfied`; the later cases say `Active`.
 */
function statesOf(report: unknown): readonly string[] {
  const parts = partsOf(report).filter((each) => classes.includes(each["@type"]!) && !each["report:constraint"]?.includes("/refinement/1"));
  return parts.map((each) => [each["@type"], ...states.map((state) => each[state]).filter((one) => one !== undefined)].join(" ").replace("ConditionReport report:Satisfied", "ConditionReport report:Active")).toSorted();
}

const expectedOf = (folder: string): readonly string[] => statesOf(JSON.parse(readFileSync(found(folder, "compliancereport"), "utf8")));

async function answerOf(folder: string, said = ""): Promise<ComplianceReport> {
  const policy = found(join(folder, ".."), "policy");
  const { policies, problems } = await readPolicies(readFileSync(policy, "utf8"), { file: policy });
  expect(problems).toEqual([]);
  const asked = await readRdf(readFileSync(found(folder, "evaluationrequest"), "utf8"), "request");
  const hasState = readdirSync(folder).some((name) => name.startsWith("state"));
  const state = hasState ? (await readRdf(readFileSync(found(folder, "state"), "utf8"), "state")).graph! : readTurtle("", "state").graph!;
  const world = readState(joinGraphs(state, [readTurtle(said, "said").graph!]));
  return evaluate(policies, readRequests(asked.graph!, "request").requests[0]!, world, { dutyReading: "precondition", derived: new Map([["ex:dayOfWeek", "day-of-week"]]) });
}

const withoutControl = (all: readonly string[]): readonly string[] => all.map((each) => each.replace(/ report:(Permit|Deny)$/, ""));
const onePerson = "<http://example.com/party/billie1> <http://www.w3.org/2002/07/owl#sameAs> <http://example.com/party/billie> .";
const folders = existsSync(root) ? caseFolders(root) : [];

describe("the cases of the Formal Semantics draft", () => {
  test("nine are evaluated", () => expect(folders.map((each) => each.split("/").at(-1))).toEqual(["A11", "A12", "B11", "B12", "C11", "C12", "C21", "C22", "C23"]));

  test.each(folders)("%s: every state but control, as asked", async (folder) => {
    expect(withoutControl(statesOf(reportDraft(await answerOf(folder))))).toEqual(withoutControl(expectedOf(folder)));
  });

  // The draft's text lets `billie` act and pay in C1 and C2, and permits only with the assignee of the rule; its files ask for a `billie1`.
  test.each(folders)("%s: every state, once the state of the world says that the two names are one person's", async (folder) => {
    expect(statesOf(reportDraft(await answerOf(folder, onePerson)))).toEqual(expectedOf(folder));
  });

  test.each(["C12", "C21", "C23"])("%s: as spelled, a stranger asks, and nothing else stands against the permit", async (name) => {
    const answer = await answerOf(folders.find((each) => each.endsWith(name))!);
    const rule = answer.policies[0]!.rules[0]!;
    expect([answer.decision, rule.active, rule.premises.map((each) => `${each.kind} ${each.truth}`)]).toEqual(["deny", "true", ["target true", "party false", "action true"]]);
  });

  test("as spelled, the six others agree on control too", async () => {
    const agree = await Promise.all(folders.map(async (folder) => [folder.split("/").at(-1), JSON.stringify(statesOf(reportDraft(await answerOf(folder)))) === JSON.stringify(expectedOf(folder))] as const));
    expect(agree.filter(([, same]) => !same).map(([name]) => name)).toEqual(["C12", "C21", "C23"]);
  });
});
