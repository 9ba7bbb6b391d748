import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AskedModel } from "@cleartitle/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const smallTalks = readFileSync(new URL("../../../../test/agreements/small-talks.yaml", import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "negotiate-"));
const catalogue = rooms.catalogue();
beforeAll(() => {
  cpSync(fileURLToPath(new URL("../../../../examples/code-model", import.meta.url)), join(folder, "code"), { recursive: true });
  writeFileSync(join(folder, file), smallTalks);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cliWith(changed: Partial<typeof rooms>, ...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-12-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue, ...changed } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}
const cli = (...args: readonly string[]) => cliWith({}, ...args);

const file = "code/deal/small.yaml";

const dearest = "outputs=vendors,weights=vendors,caps=low,fee=middle";

interface Answer {
  readonly joint: readonly string[];
  readonly counts: { readonly joint: number; readonly asked: number; readonly pruned: number; readonly decided: number };
  readonly hasZone: boolean;
  readonly efficient: readonly { readonly settled: Readonly<Record<string, string>>; readonly worth: readonly number[]; readonly uses: readonly { readonly use: string; readonly status: string; readonly obligations: number }[] }[];
  readonly concessions: readonly { readonly costs: number; readonly gives: number; readonly uses: readonly { readonly use: string; readonly before: string; readonly after: string }[]; readonly changes: readonly { readonly issue: string; readonly costs: number }[] }[];
  readonly session: { readonly turn: string | null; readonly outcome: string; readonly moves: readonly { readonly by: string; readonly says: string }[] } | null;
}

test("packages are valued by what they clear, clauses that act together asked together", async () => {
  const { exit, out } = await cli("negotiate", file, "--for", "vendor", "--format", "json", "--from", dearest);
  const { hasZone, joint, counts, efficient, concessions } = JSON.parse(out) as Answer;
  expect([exit, hasZone, joint, counts.joint, counts.asked + counts.pruned, counts.decided <= 4]).toEqual([0, true, ["outputs", "weights"], 4, 4, true]);
  // 5 + 10 + 10 + 25 by own weights, and a release of 30 less a point for each obligation.
  expect(efficient[0]).toMatchObject({ settled: { outputs: "middle", weights: "middle", caps: "high", fee: "low" }, uses: [{ use: "launch", status: "conditional" }] });
  expect(efficient[0]!.worth[0]).toBe(80 - efficient[0]!.uses[0]!.obligations);
  // Neither clause alone lets the product out; both together do, and the reason says so.
  const clearing = concessions.filter(({ uses }) => uses.some(({ use, before, after }) => use === "launch" && before === "blocked" && after === "conditional"));
  expect(clearing.map(({ changes, costs }) => [changes.map(({ issue }) => issue), costs])).toEqual([[["outputs", "weights"], 13.5]]);
});

test("a session is recorded move by move, and answered by the simulated side; the record is only added to", async () => {
  const step = (...args: readonly string[]) => cli("negotiate", file, "--record", "positions.jsonl", "--seed", "7", "--format", "json", ...args);
  const first = await step("--offer", "outputs=middle,weights=middle,caps=high,fee=low");
  expect((JSON.parse(first.out) as Answer).session).toMatchObject({ turn: "acme", outcome: "open", moves: [{ by: "acme", says: "offer" }, { by: "vendor", says: "offer" }] });
  const before = readFileSync(join(folder, "positions.jsonl"), "utf8");
  await step("--offer", "fee=middle");
  const after = readFileSync(join(folder, "positions.jsonl"), "utf8");
  expect([after.startsWith(before), after.split("\n").length - before.split("\n").length]).toEqual([true, 2]);
  expect((await step()).err).toBe("");
  expect(readFileSync(join(folder, "positions.jsonl"), "utf8")).toBe(after);
  const early = await cli("negotiate", file, "--record", "positions.jsonl", "--for", "vendor", "--accept");
  expect([early.exit, early.err.includes("it is the turn of `acme`")]).toEqual([1, true]);
  const agreed = await step("--accept");
  expect((JSON.parse(agreed.out) as Answer).session).toMatchObject({ turn: null, outcome: "agreed" });
  expect((await step("--leave")).err).toContain("the session is over");
  const ours = readFileSync(join(folder, "code/deal/ours.yaml"), "utf8");
  writeFileSync(join(folder, "code/deal/ours.yaml"), `${ours}# changed\n`);
  expect((await step()).err).toContain("as its files were before");
  writeFileSync(join(folder, "code/deal/ours.yaml"), ours);
  writeFileSync(join(folder, "positions.jsonl"), after.replace('"high"', '"low"'));
  expect((await step()).err).toContain("it does not follow the line before");
});

test("a language model may speak for the simulated side, and only where the record says so from its beginning", async () => {
  const shown: string[] = [];
  const model: AskedModel = { name: "mock one", ask: async ({ material, form }) => (shown.push(material), { said: form.parse({ package: 1, words: "Cover is what we cannot give." }) }) };
  const spoken = await cliWith({ model: async () => ({ model }) }, "negotiate", file, "--record", "spoken.jsonl", "--model", "--format", "json", "--offer", "outputs=middle,weights=middle,caps=high,fee=low");
  expect(spoken.exit).toBe(0);
  const lines = readFileSync(join(folder, "spoken.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([{ says: "begin", persona: "mock one" }, { by: "acme" }, { by: "vendor", words: "Cover is what we cannot give." }]);
  expect([shown.length, shown.join().includes("another customer")]).toEqual([1, false]);
  const { persona: _, ...plain } = lines[0] as { readonly persona: string };
  writeFileSync(join(folder, "plain.jsonl"), `${JSON.stringify(plain)}\n`);
  const late = await cliWith({ model: async () => ({ model }) }, "negotiate", file, "--record", "plain.jsonl", "--model", "--offer", "fee=low");
  expect([late.exit, late.err]).toEqual([1, expect.stringContaining("begun without a language model")]);
  expect((await cli("negotiate", file, "--model")).err).toContain("CLEARTITLE_MODEL");
});

test("the same seed plays the same session", async () => {
  const [one, two] = [await cli("negotiate", file, "--play", "--seed", "7"), await cli("negotiate", file, "--play", "--seed", "7", "--record", "played.jsonl")];
  expect(one.out).toBe(two.out);
  expect(one.out).toMatch(/It is agreed\.|A side left: nothing is agreed\./);
});

test.each([
  [[file, "--for", "acne"], 64, "acme"],
  [[file, "--from", "fee=free"], 64, "`fee` has no option `free`"],
  [["code/deal/ours.yaml"], 3, "parties"],
  [["nothing.yaml"], 1, "there is no such file"],
  [[file, "--accept", "--leave"], 64, "one move at a time"],
  [[file, "--accept"], 1, "there is no offer to accept"],
])("%j is refused", async (args, exit, says) => {
  const told = await cli("negotiate", ...args);
  expect([told.exit, told.out, told.err.includes(says)]).toEqual([exit, "", true]);
});
