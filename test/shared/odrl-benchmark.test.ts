import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compatible, readPolicies, readTurtle, type Verdict } from "@cleartitle/odrl";

const root = "../shared/data/odrl/odrl-conflict-benchmark/";

interface Entry {
  readonly id: string;
  readonly category: string;
  readonly relation: string | null;
  readonly verdict: string | null;
  readonly policy: string;
}
const all = existsSync(root) ? (JSON.parse(readFileSync(`${root}manifest.json`, "utf8")) as Entry[]) : [];
const plain = all.filter((each) => ["Conflict", "Compatible", "Unknown"].includes(each.verdict ?? ""));

/** Each entry on which we differ, with what we say; `docs/odrl.md` says why. */
const differences: Readonly<Record<string, Verdict>> = {
  // One policy, and the claim is about a table, an axis or a run that its Turtle does not hold: what is there can be met.
  "ODRL641-1": "Compatible", "ODRL643-1": "Compatible", "ODRL645-1": "Compatible", "ODRL647-1": "Compatible", "ODRL626-1": "Compatible", "ODRL513-1": "Compatible",
  "ODRL611-1": "Compatible", "ODRL613-1": "Compatible", "ODRL615-1": "Compatible", "ODRL617-1": "Compatible", "ODRL839-1": "Compatible",
  // One of the two is silent on an operand, which the benchmark itself calls Unknown elsewhere.
  "ODRL635-1": "Unknown", "ODRL826-1": "Unknown",
  // The entry records what a wrong reading says.
  "ODRL869-1": "Unknown",
};

const vocabularies = existsSync(root) ? ["bcp47", "dpv", "geonames"].map((name) => readTurtle(readFileSync(`${root}KGConstraints/Resources/${name}.ttl`, "utf8"), name).graph!) : [];

async function verdictOf(entry: Entry, silent: "unknown" | "free" = "unknown"): Promise<{ readonly verdict: Verdict; readonly policies: number; readonly witness: unknown; readonly why: readonly string[] }> {
  const { policies, problems } = await readPolicies(readFileSync(root + entry.policy, "utf8"), { file: entry.policy, missing: "any" });
  expect(problems).toEqual([]);
  const relation = entry.relation === "subsumption" || entry.category === "BoxContainment" ? "refines" : "conflict";
  return { ...compatible(policies[0]!, policies[1] ?? policies[0]!, { relation, silent, matching: "identity", vocabularies }), policies: policies.length };
}

describe("the conflict benchmark", () => {
  test("138 of its entries here have a plain verdict", () => {
    expect([all.length, plain.length]).toEqual([195, 138]);
    expect(["Conflict", "Compatible", "Unknown"].map((each) => plain.filter((one) => one.verdict === each).length)).toEqual([70, 60, 8]);
  });

  test.each(plain.map((entry): [string, Entry] => [`${entry.id} ${entry.verdict}`, entry]))("%s", async (_, entry) => {
    const { verdict } = await verdictOf(entry);
    expect(verdict).toBe(differences[entry.id] ?? entry.verdict);
  });

  test("agreement: 124 of 138, and 112 of the 115 that are pairs", async () => {
    const judged = await Promise.all(plain.map(async (entry) => ({ entry, ...(await verdictOf(entry)) })));
    const agreeing = judged.filter((each) => each.verdict === each.entry.verdict);
    const pairs = judged.filter((each) => each.policies === 2);
    expect([agreeing.length, judged.length, pairs.filter((each) => each.verdict === each.entry.verdict).length, pairs.length]).toEqual([124, 138, 112, 115]);
    expect(Object.keys(differences).length).toBe(14);
  });

  test("a compatible pair comes with a witness, a conflict or an unknown with a reason", async () => {
    const bare: string[] = [];
    for (const entry of plain) {
      const { verdict, witness, why } = await verdictOf(entry);
      const refining = entry.relation === "subsumption" || entry.category === "BoxContainment";
      const told = verdict === "Unknown" || (verdict === "Conflict" && !refining) ? why.length > 0 : refining || witness !== null;
      if (!told) bare.push(entry.id);
    }
    expect(bare).toEqual([]);
  });

  test("where silence leaves an operand free, the capstone is compatible", async () => {
    expect((await verdictOf(plain.find((each) => each.id === "ODRL826-1")!, "free")).verdict).toBe("Compatible");
  });

  test("its three malformed policies are problems with a line, and every other one is read", async () => {
    const files = ["AxisDecomposition", "TemporalDecomposition", "KGConstraints"].flatMap((family) => readdirSync(`${root}${family}/Policies`).map((name) => `${root}${family}/Policies/${name}`));
    const read = await Promise.all(files.map(async (file) => ({ file, ...(await readPolicies(readFileSync(file, "utf8"), { file, missing: "any" })) })));
    const malformed = read.filter((each) => each.problems.some((one) => one.code === "format-syntax"));
    expect(malformed.map((each) => each.file.split("/").at(-1)).toSorted()).toEqual(["HARD001-policy.ttl", "NFV001-policy.ttl", "NFV002-policy.ttl"]);
    expect(malformed.every((each) => each.problems[0]!.line !== null && each.policies.length === 0)).toBe(true);
  });
});
