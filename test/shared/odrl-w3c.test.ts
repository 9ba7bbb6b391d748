import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluate, readPolicies, readRdf, readRequests, readState, readTurtle, type ComplianceReport, type Request } from "@cleartitle/odrl";

const root = "../shared/data/odrl/w3c-formal-semantics/examples";

/** Folders that hold a request: one evaluated case each. */
function caseFolders(folder: string): string[] {
  const names = readdirSync(folder);
  if (names.some((name) => name.startsWith("evaluationrequest"))) return [folder];
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory()).flatMap(caseFolders).toSorted();
}

const found = (folder: string, start: string): string => join(folder, readdirSync(folder).find((name) => name.startsWith(start) && !name.endsWith(".ttl"))!);

interface Expected {
  readonly activation: string;
  readonly control: string;
  readonly constraint: string | null;
  readonly duty: { readonly active: string; readonly state: string } | null;
}

const word = (each: string | undefined): string => each!.slice("report:".length);

/** What the reports say; their contexts are bare prefixes, so they are read as plain JSON. */
function expectedOf(folder: string): Expected {
  const parts = Object.values(JSON.parse(readFileSync(found(folder, "compliancereport"), "utf8")) as Record<string, Record<string, string>>);
  const of = (type: string) => parts.find((each) => each["@type"] === `report:${type}`);
  const condition = of("ConditionReport");
  const constraint = of("ConstraintReport");
  return {
    activation: word(of("ruleReport")!["report:activationState"]), control: word(of("ruleReport")!["report:controlState"]),
    constraint: constraint === undefined ? null : word(constraint["report:satisfactionState"]),
    // The report of C1-1 says of a condition without constraints that it is `Satisfied`; the later ones say `Active`.
    duty: condition === undefined ? null : { active: word(condition["report:activationState"]).replace("Satisfied", "Active"), state: word(condition["report:deonticState"]) },
  };
}

const words = (truth: string, yes: string, no: string): string => (truth === "true" ? yes : truth === "false" ? no : truth);

function reported(answer: ComplianceReport): Expected {
  const rule = answer.policies[0]!.rules[0]!;
  const duty = rule.duties[0];
  const constraint = rule.constraints[0] ?? rule.refinements[0] ?? duty?.constraints[0];
  return {
    activation: words(rule.active, "Active", "Inactive"), control: words(rule.applies, "Permit", "Deny"),
    constraint: constraint === undefined ? null : words(constraint.truth, "Satisfied", "Not-Satisfied"),
    duty: duty === undefined ? null : { active: words(duty.active, "Active", "Inactive"), state: duty.state === "NonSet" ? "Not-set" : duty.state },
  };
}

async function answerOf(folder: string, mend: (request: Request) => Request): Promise<ComplianceReport> {
  const policy = found(join(folder, ".."), "policy");
  const { policies, problems } = await readPolicies(readFileSync(policy, "utf8"), { file: policy });
  expect(problems).toEqual([]);
  const asked = await readRdf(readFileSync(found(folder, "evaluationrequest"), "utf8"), "request");
  const hasState = readdirSync(folder).some((name) => name.startsWith("state"));
  const state = hasState ? (await readRdf(readFileSync(found(folder, "state"), "utf8"), "state")).graph! : readTurtle("", "state").graph!;
  const request = mend(readRequests(asked.graph!, "request").requests[0]!);
  return evaluate(policies, request, readState(state), { dutyReading: "precondition", derived: new Map([["ex:dayOfWeek", "day-of-week"]]) });
}

const mended = (request: Request): Request => ({ ...request, party: request.party?.replace(/billie1$/, "billie") ?? null });
const folders = existsSync(root) ? caseFolders(root) : [];

describe("the cases of the Formal Semantics draft", () => {
  test("nine are evaluated", () => expect(folders.map((each) => each.split("/").at(-1))).toEqual(["A11", "A12", "B11", "B12", "C11", "C12", "C21", "C22", "C23"]));

  test.each(folders)("%s: activation, conditions and constraints as asked", async (folder) => {
    const { control: _, ...expected } = expectedOf(folder);
    const { control: __, ...ours } = reported(await answerOf(folder, (request) => request));
    expect(ours).toEqual(expected);
  });

  // The requests of C name a party `billie1`, their policies a `billie`: three permits follow only when they are one.
  test.each(folders)("%s: control too, once the party of the request is spelled as in the policy", async (folder) => {
    expect(reported(await answerOf(folder, mended))).toEqual(expectedOf(folder));
  });

  test("as spelled, six of nine agree on control, and the three others deny a stranger", async () => {
    const agree = await Promise.all(folders.map(async (folder) => [folder.split("/").at(-1), reported(await answerOf(folder, (request) => request)).control === expectedOf(folder).control]));
    expect(agree.filter(([, same]) => same === false).map(([name]) => name)).toEqual(["C12", "C21", "C23"]);
  });
});
