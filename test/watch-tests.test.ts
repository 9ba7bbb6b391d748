import { afterEach, beforeEach, expect, it, vi } from "vitest";

interface Watch {
  onInit(vitest: { config: { root: string } }): void;
  onTestModuleQueued(file: { moduleId: string }): void;
  onTestCaseReady(test: { module: { moduleId: string }; fullName: string }): void;
  onTestCaseResult(test: { module: { moduleId: string }; fullName: string }): void;
  onTestModuleEnd(file: { moduleId: string }): void;
}

const minute = 60_000;
const file = { moduleId: "/house/test/slow.test.ts" };
const one = { module: file, fullName: "goes round" };
let watch: Watch;
let said: string[];
const exit = vi.fn<(code: number) => never>();

beforeEach(async () => {
  vi.useFakeTimers();
  said = [];
  exit.mockClear();
  vi.spyOn(process, "exit").mockImplementation(exit as typeof process.exit);
  vi.spyOn(console, "error").mockImplementation((text: string) => void said.push(text));
  const module = "../scripts/watch-tests.mjs";
  const { default: WatchTests } = (await import(/* @vite-ignore */ module)) as { default: new () => Watch };
  watch = new WatchTests();
  watch.onInit({ config: { root: "/house" } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it.each<[what: string, happens: () => void, told: string]>([
  ["a file that does not load", () => watch.onTestModuleQueued(file), "  test/slow.test.ts, last heard of while it was loaded"],
  ["a test that does not end", () => watch.onTestCaseReady(one), '  test/slow.test.ts, last heard of in "goes round"'],
  ["what comes after a test", () => watch.onTestCaseResult(one), '  test/slow.test.ts, last heard of after "goes round"'],
  ["a run of which every file ended", () => watch.onTestModuleEnd(file), "  none: the run itself does not end"],
])("%s ends the run after eight silent minutes, and is named", (_, happens, told) => {
  vi.advanceTimersByTime(7 * minute);
  happens();
  vi.advanceTimersByTime(7.9 * minute);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0.2 * minute);
  expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  expect(said.at(-1)).toBe(told);
});
