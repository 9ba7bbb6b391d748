import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import type { Io } from "../io.js";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

it.each([
  ["nothing", [], 64, "name a title file or a workspace"],
  ["a file and a workspace", ["cleartitle.yaml", "--workspace", "acme"], 64, "name a title file or a workspace"],
  ["a file that is not there", ["nowhere.yaml"], 1, "there is no such file"],
  ["a server that is not there", ["--workspace", "acme"], 1, "the database cannot be reached"],
] as const)("is not begun with %s, and says nothing where only answers are expected", async (_, args, exit, words) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: { DATABASE_URL: "postgresql://me:hidden@127.0.0.1:1/x" }, folder: tmpdir(), today: () => "2026-03-01",
    interrupted: new Promise(() => undefined), rooms,
  };
  expect([await run(["mcp", ...args], io), out]).toEqual([exit, []]);
  expect(err.join("")).toContain(words);
  expect(err.join("")).not.toContain("hidden");
});
