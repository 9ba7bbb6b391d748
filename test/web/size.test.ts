import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
// @ts-expect-error a plain script without types
import { loadsOf as untyped } from "../../scripts/measure-web.mjs";

interface Load {
  readonly name: string;
  readonly script: number;
}

beforeAll(() => void spawnSync(process.execPath, ["scripts/build-web.mjs"], { timeout: 100_000, killSignal: "SIGKILL" }));

test("the first load and every screen with it stay under 250 kB of compressed script", () => {
  const [first, ...screens] = (untyped as () => Load[])();
  expect(screens.length).toBeGreaterThan(1);
  expect(screens.filter(({ script }) => first!.script + script >= 250_000).map(({ name }) => name)).toEqual([]);
});
