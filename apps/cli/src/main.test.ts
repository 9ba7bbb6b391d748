import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../bin/cleartitle.mjs", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

const program = (...args: string[]): SpawnSyncReturns<string> => spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL" });

test("the program starts, and says its version", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  expect(program("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("an unknown command is wrong usage, told on stderr alone", () => {
  expect(program("aks")).toMatchObject({ status: 64, stdout: "" });
});

test("a reader that closes its end early is no failure", async () => {
  const child = spawn(process.execPath, [main, "schema", "decision"], { cwd: root });
  child.stdout.destroy();
  let complaint = "";
  child.stderr.on("data", (piece: Buffer) => {
    complaint += piece.toString();
  });
  const exit = await new Promise((resolve) => {
    child.on("close", resolve);
  });
  expect([exit, complaint]).toEqual([0, ""]);
});
