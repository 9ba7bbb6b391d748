import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

interface Module {
  readonly moduleId: string;
  readonly children: { allTests(): Iterable<{ result(): { state: string } }> };
  state(): string;
}
interface Report {
  onInit(vitest: { config: { root: string } }): void;
  onTestRunStart(specifications: readonly { moduleId: string }[]): void;
  onTestModuleQueued(module: Module): void;
  onTestCaseReady(test: { module: Module; fullName: string }): void;
  onTestCaseResult(test: { module: Module; fullName: string }): void;
  onTestModuleEnd(module: Module): void;
  onTestRunEnd(modules: readonly Module[], errors: readonly unknown[]): void;
}

const minute = 60_000;
const moduleOf = (file: string, state: string, tests: readonly string[]): Module => ({ moduleId: `/house/${file}`, children: { allTests: () => tests.map((each) => ({ result: () => ({ state: each }) })) }, state: () => state });
const quick = moduleOf("test/quick.test.ts", "passed", ["passed", "passed", "skipped"]);
const slow = moduleOf("test/slow.test.ts", "failed", ["passed", "failed", "failed"]);
const one = { module: slow, fullName: "goes round" };
const exit = vi.fn<(code: number) => never>();
let report: Report;
let folder: string;
let said: string[];

beforeEach(async () => {
  vi.useFakeTimers();
  said = [];
  exit.mockClear();
  vi.spyOn(process, "exit").mockImplementation(exit as typeof process.exit);
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  folder = mkdtempSync(join(tmpdir(), "cleartitle-report-"));
  vi.stubEnv("CLEARTITLE_TEST_REPORT", join(folder, "report.json"));
  const source = "../scripts/test-report.mjs";
  const { default: TestReport } = (await import(/* @vite-ignore */ source)) as { default: new () => Report };
  report = new TestReport();
  report.onInit({ config: { root: "/house" } });
  report.onTestRunStart([quick, slow]);
  report.onTestModuleQueued(quick);
  report.onTestModuleEnd(quick);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const written = (): unknown => JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
const ended = { "test/quick.test.ts": { passed: 2, failed: 0 } };

it.each<[what: string, happens: () => void, told: string[], missing: string[]]>([
  ["a file that is never begun", () => report.onTestModuleEnd(quick), ["  test/slow.test.ts, last heard of when it was asked for"], ["test/slow.test.ts"]],
  ["a file that does not load", () => report.onTestModuleQueued(slow), ["  test/slow.test.ts, last heard of while it was loaded"], ["test/slow.test.ts"]],
  ["a test that does not end", () => report.onTestCaseReady(one), ['  test/slow.test.ts, last heard of in "goes round"'], ["test/slow.test.ts"]],
  ["what comes after a test", () => report.onTestCaseResult(one), ['  test/slow.test.ts, last heard of after "goes round"'], ["test/slow.test.ts"]],
  ["a run of which every file ended", () => report.onTestModuleEnd(slow), [], []],
])("%s ends the run after six silent minutes; what ended before is kept", (_, happens, told, missing) => {
  vi.advanceTimersByTime(5 * minute);
  happens();
  vi.advanceTimersByTime(5.9 * minute);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0.2 * minute);
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(said.slice(1)).toEqual(told);
  expect(written()).toEqual({ files: missing.length === 0 ? { ...ended, "test/slow.test.ts": { passed: 1, failed: 2 } } : ended, errors: 0, missing });
});

it("a run that ends tells its files, a file that failed without a test, and errors of no test", () => {
  report.onTestModuleEnd(moduleOf("test/slow.test.ts", "failed", []));
  report.onTestRunEnd([], [{}, {}]);
  expect(written()).toEqual({ files: { ...ended, "test/slow.test.ts": { passed: 0, failed: 1 } }, errors: 2, missing: [] });
});
