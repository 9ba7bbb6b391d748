import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, type Io } from "@cleartitle/cli";
import type { Impact } from "@cleartitle/engine";
import { afterAll, describe, expect, test } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cleartitle-impact-"));
afterAll(() => rmSync(folder, { recursive: true }));

const catalogue = rooms.catalogue();
const file = "examples/own-work/cleartitle.yaml";

async function impact(change: string, ...more: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const path = join(folder, "change.yaml");
  writeFileSync(path, change);
  const io: Io = {
    stdout: { write: (text) => out.push(text), isTTY: false }, stderr: { write: (text) => err.push(text) }, env: {}, folder: root, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: { ...rooms, catalogue: () => catalogue },
  };
  return { exit: await run(["impact", file, "--change", path, ...more], io), out: out.join(""), err: err.join("") };
}

describe("the command impact", { timeout: 120_000 }, () => {
  test("writes what is reached as JSON, with the title of the question", async () => {
    const { exit, out, err } = await impact("title: What if?\nadd: { parties: [{ id: somebody }] }\n", "--format", "json");
    const found = JSON.parse(out) as Impact & { title: string };
    expect([exit, err, found.$schema, found.title, found.untouched]).toEqual([0, "", "urn:cleartitle:schema:impact:1", "What if?", 0]);
    expect(found.everything).toContain("party");
    // Each asset is asked besides the uses of the file.
    expect(found.uses.some((entry) => entry.use === `host:${entry.of}` || entry.use === `distribute:${entry.of}`)).toBe(true);
    expect(new Set(found.uses.map((entry) => entry.change))).toEqual(new Set(["same"]));
  });

  test("says that nothing changes, and how much was looked at", async () => {
    const { exit, out, err } = await impact("{}");
    expect([exit, err, out.split("\n")[0]]).toEqual([0, "", "nothing changes"]);
    expect(out).toMatch(/0 questions reached and decided again/);
  });

  test("tells everything that is wrong with a change set, and decides nothing", async () => {
    const { exit, out, err } = await impact("remove: { assets: [nothing-such] }\nleave: [{ places: Germany }]\n");
    expect([exit, out, err.match(/change\.yaml:\d+:\d+/g)?.length]).toEqual([3, "", 2]);
  });

  test("tells a change that changes nothing", async () => {
    const { exit, err } = await impact("uses: { license: { of: dictionary } }\n", "--uses-only");
    expect([exit, err]).toEqual([0, "change 1 (set-use) changes nothing: it is so already\n"]);
  });

  test("names what is beyond the most that is decided", async () => {
    const { out } = await impact("add: { parties: [{ id: somebody }] }\n", "--most", "1", "--all");
    expect(out).toMatch(/cut at 1: nothing is said of \d+ questions? more/);
  });
});
