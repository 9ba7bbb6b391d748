import { spawnSync } from "node:child_process";
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";

vi.setConfig({ testTimeout: 120_000 });
const root = fileURLToPath(new URL("../", import.meta.url));
const read = (path: string): unknown => parse(readFileSync(join(root, path), "utf8"));

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const action = read("action.yml") as Action;
const hooks = read(".pre-commit-hooks.yaml") as readonly Hook[];
const cleared = 'us: acme\nassets: [{ id: ours, kind: dataset, license: CC0-1.0, licensor: maker }]\nparties: [{ id: acme }, { id: maker }]\nuses:\n  read: { of: ours, actions: [train-on], purpose: commercial, in: [US], on: "2026-12-01" }\n';
const blocked = readFileSync(join(root, "examples/hosted-assistant/cleartitle.yaml"), "utf8");

let home: string;
let work: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "cleartitle-ci-")));
  work = join(home, "work");
  mkdirSync(join(work, "app"), { recursive: true });
  // The action's own clone: its programs, and a stand-in for what installs and builds, which would do so under the other tests.
  mkdirSync(join(home, "action/scripts"), { recursive: true });
  symlinkSync(join(root, "apps"), join(home, "action/apps"));
  writeFileSync(join(home, "action/scripts/prepare-house.mjs"), 'import { writeFileSync } from "node:fs";\nwriteFileSync(new URL("../ready", import.meta.url), "");\n');
});
afterEach(() => rmSync(home, { recursive: true }));

/** What a step wrote for others, a name and a value on each line, or a value of several lines up to a word of its choice. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, name, end] = /^([\w-]+)<<(.+)$/.exec(lines[at]!) ?? [];
    const [, key, value] = /^([\w-]+)=(.*)$/.exec(lines[at]!) ?? [];
    if (name !== undefined) {
      const from = at + 1;
      while (at < lines.length && lines[at] !== end) at++;
      found[name] = lines.slice(from, at).join("\n");
    } else if (key !== undefined) found[key] = value!;
    else if (lines[at] !== "") throw new Error(`no runner takes the line \`${lines[at]}\` for an output`);
  }
  return found;
}

/**
 * Runs the steps as the runner does: expressions filled in, each script by bash with the runner's options and files of its own to write to, until one fails. What
 * the action gives is what its file declares, from what steps with an id wrote; any other expression is refused, for this knows no other.
 */
function runAction(given: Readonly<Record<string, string>>): { code: number; outputs: Readonly<Record<string, string>>; summary: string } {
  const inputs = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), ...given };
  const steps: Record<string, Readonly<Record<string, string>>> = {};
  const filled = (text: string): string => text.replace(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(expression) ?? [];
    const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(expression) ?? [];
    if (input === undefined && (step === undefined || !action.runs.steps.some((each) => each.id === step))) throw new Error(`an expression that says nothing: ${expression}`);
    return input !== undefined ? (inputs[input] ?? "") : (steps[step!]?.[output!] ?? "");
  });
  let [code, summary] = [0, ""];
  for (const [number, step] of action.runs.steps.entries()) {
    const [script, told, said] = [join(home, `step${number}.sh`), join(home, `output${number}`), join(home, `summary${number}`)];
    writeFileSync(script, filled(step.run));
    for (const file of [told, said]) writeFileSync(file, "");
    const env = { PATH: process.env["PATH"], HOME: home, CI: "true", GITHUB_ACTIONS: "true", GITHUB_ACTION_PATH: join(home, "action"), GITHUB_OUTPUT: told, GITHUB_STEP_SUMMARY: said, GITHUB_WORKSPACE: work, RUNNER_TEMP: home, ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)])) };
    const ended = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], { cwd: join(work, filled(step["working-directory"] ?? ".")), env, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL" });
    if (step.id !== undefined) steps[step.id] = outputsIn(readFileSync(told, "utf8"));
    summary += readFileSync(said, "utf8");
    code = ended.status ?? 70;
    if (code !== 0) break;
  }
  return { code, summary, outputs: Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value)])) };
}

describe("the composite action", () => {
  test("makes itself ready, passes what is cleared, and writes outputs, a summary and SARIF", () => {
    writeFileSync(join(work, "cleartitle.yaml"), cleared);
    const { code, outputs, summary } = runAction({});
    expect([code, outputs]).toEqual([0, { status: "passed", "exit-code": "0", "sarif-file": join(work, "cleartitle.sarif") }]);
    expect(existsSync(join(home, "action/ready"))).toBe(true);
    expect((JSON.parse(readFileSync(join(work, "cleartitle.sarif"), "utf8")) as { version: string }).version).toBe("2.1.0");
    expect(summary).toContain("cleared");
  });

  test("stops where an answer reaches the gate, with the files it is given", () => {
    writeFileSync(join(work, "app/cleartitle.yaml"), blocked);
    const { code, outputs, summary } = runAction({ "working-directory": "app", files: "cleartitle.yaml\n", "sarif-file": "rights.sarif", "fail-on": "blocked" });
    expect([code, outputs]).toEqual([2, { status: "blocked", "exit-code": "2", "sarif-file": join(work, "app/rights.sarif") }]);
    expect((JSON.parse(readFileSync(join(work, "app/rights.sarif"), "utf8")) as { runs: { results: unknown[] }[] }).runs[0]?.results.length).toBeGreaterThan(0);
    expect(summary).toContain("blocked");
  });

  test("says that not all was read where nothing stops, and keeps the findings", () => {
    writeFileSync(join(work, "datasets.jsonl"), '{"id": "a/b", "license": "cc0-1.0"}\n{"id": "a/c", "lic\n');
    const { code, outputs, summary } = runAction({ files: "datasets.jsonl", from: "supply-chain", in: "US" });
    expect([code, outputs]).toEqual([3, { status: "incomplete", "exit-code": "3", "sarif-file": join(work, "cleartitle.sarif") }]);
    expect((JSON.parse(readFileSync(join(work, "cleartitle.sarif"), "utf8")) as { runs: { results: { ruleId: string }[] }[] }).runs[0]?.results[0]?.ruleId).toBe("reading/json-syntax");
    expect(summary).toContain("1 problem while reading");
  });

  test("takes a whole path for its findings as it is", () => {
    writeFileSync(join(work, "app/cleartitle.yaml"), cleared);
    const file = join(home, "elsewhere.sarif");
    const { code, outputs } = runAction({ "working-directory": "app", "sarif-file": file });
    expect([code, outputs["sarif-file"], existsSync(file)]).toEqual([0, file, true]);
  });

  test.each([
    ["a file that is not there", { files: "nowhere.yaml" }, 1],
    ["a word for the gate that is none", { "fail-on": "sometimes" }, 64],
    ["what a shell would run", { files: '$(touch ran)"; touch ran; "', "fail-on": "blocked" }, 1],
  ])("says that it could not check: %s", (_, given, expected) => {
    const { code, outputs, summary } = runAction(given);
    expect([code, outputs["status"], outputs["sarif-file"]]).toEqual([expected, "failed", ""]);
    expect(summary).toContain("could not check");
    expect([existsSync(join(work, "cleartitle.sarif")), existsSync(join(work, "ran"))]).toEqual([false, false]);
  });

  test("declares each input that a step reads, and reads each that it declares", () => {
    const text = readFileSync(join(root, "action.yml"), "utf8");
    expect([...new Set([...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name))].toSorted()).toEqual(Object.keys(action.inputs).toSorted());
    expect(action.runs.steps.every((step) => step.shell === "bash" && !step.run.includes("${{"))).toBe(true);
    const page = readFileSync(join(root, "docs/ci.md"), "utf8");
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) expect(page).toContain(`\`${name}\``);
  });
});

/** Calls a hook as pre-commit does: in the repository, with its arguments and the changed names that its pattern takes. */
const call = (id: string, args: readonly string[], changed: readonly string[]): { status: number | null; out: string } => {
  const hook = hooks.find((each) => each.id === id)!;
  const entry = join(root, hook.entry);
  accessSync(entry, constants.X_OK);
  const matching = changed.filter((name) => new RegExp(hook.files).test(name));
  if (matching.length === 0) return { status: null, out: "" };
  const ended = spawnSync(entry, [...args, ...(hook.pass_filenames === false ? [] : matching)], { cwd: work, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL", env: { PATH: process.env["PATH"], HOME: home } });
  return { status: ended.status, out: ended.stdout + ended.stderr };
};

describe("the hooks for pre-commit", () => {
  test("check the title files that changed, and no others", () => {
    const [plain, optionLike] = ["app/my own/ä/cleartitle.yaml", "--waivers=app/cleartitle.yaml"];
    for (const [name, text] of [[plain, cleared], [optionLike, blocked]] as const) {
      mkdirSync(dirname(join(work, name)), { recursive: true });
      writeFileSync(join(work, name), text);
    }
    expect(call("cleartitle-title", [], [plain, "src/index.ts"]).status).toBe(0);
    const { status, out } = call("cleartitle-title", ["--fail-on", "blocked"], [plain, optionLike]);
    expect([status, out.includes(optionLike)]).toEqual([2, true]);
    expect(call("cleartitle-title", [], ["src/index.ts"]).status).toBeNull();
  });

  test("answer for the folder where evidence changed", () => {
    cpSync(join(root, "examples/hosted-assistant/cleartitle.yaml"), join(work, "cleartitle.yaml"));
    expect(call("cleartitle-evidence", ["--fail-on", "blocked"], ["models/README.md"]).status).toBe(2);
    expect(call("cleartitle-evidence", [], ["src/index.ts"]).status).toBeNull();
  });

  test("are those that the page shows", () => {
    const page = readFileSync(join(root, "docs/ci.md"), "utf8");
    expect(hooks.map((hook) => page.includes(`id: ${hook.id}\n`))).toEqual(hooks.map(() => true));
  });
});
