import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "../io.js";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-identify-"));
const catalogue = rooms.catalogue();

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
beforeAll(() => {
  for (const name of ["src", "data"]) mkdirSync(join(folder, name));
  put("src/a.py", "# SPDX-License-Identifier: MIT\n");
  put("src/b.py", "print(1)\n");
  put("zero.txt", new Uint8Array([65, 0, 66]));
  put("latin.txt", Buffer.from("Copyright © Jane\nReleased under the MIT License, é\n", "latin1"));
  put("broken.txt", new Uint8Array([0xc3, 0x28, 0xa0, 0xff]));
  put("wide.txt", Buffer.from("\uFEFFReleased under the MIT license.\n", "utf16le"));
  put("long.txt", "x".repeat(5_000_000));
  put("data/long.csv", "x,".repeat(2_500_000));
  put("data/LICENSE", "Released under the MIT license\n");
  put("escape.txt", "Released under the \u001b[31mMIT\u001b[0m license\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = { stdout: { write: (text) => out.push(text), isTTY: false }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(["identify", ...args], io), out: out.join(""), err: err.join("") };
}

describe("identify", () => {
  it("names what is in a folder, and counts", async () => {
    expect(await cli("src")).toEqual({ exit: 0, err: "", out: "src/a.py\n  1:3-1:31  MIT (SPDX tag)\n2 files: 1 give or name a license, 1 none, 0 passed over\n" });
  });

  it("writes JSON with the basis of the answer", async () => {
    const { exit, out } = await cli("src", "zero.txt", "--format", "json");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: "urn:cleartitle:schema:identification:1", version: 1, basis: { catalogue: expect.stringMatching(/^sha256:/), texts: expect.any(Number) },
      files: [{ file: "src/a.py", skipped: null, licenses: [{ how: "tag", base: "MIT", reads: null, license: ["MIT"], line: 1, column: 3 }] }, { file: "src/b.py", licenses: [] }, { file: "zero.txt", skipped: expect.stringContaining("no text"), licenses: [] }], problems: [],
    });
  });

  it.each<[string, number, string, string]>([
    ["latin.txt", 3, "latin.txt: bytes that are no UTF-8", "MIT (notice)"],
    ["broken.txt", 3, "broken.txt: bytes that are no UTF-8", "0 give or name"],
    ["wide.txt", 0, "", "MIT (notice)"],
    ["long.txt", 3, "long.txt: a file of more than 4194304 bytes", "1 passed over"],
    ["data", 0, "left out, too large: data/long.csv", "2 files: 1 give or name a license, 0 none, 1 passed over"],
    ["nowhere", 1, "there is no file or folder `nowhere`", "0 files"],
  ])("%s: exit %i", async (file, exit, says, shows) => {
    expect(await cli(file)).toEqual({ exit, err: expect.stringContaining(says), out: expect.stringContaining(shows) });
  });

  it("hands no control characters of a file on to the terminal", async () => {
    expect((await cli("escape.txt")).out).not.toContain("\u001b");
  });
});
