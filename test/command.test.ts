import { accessSync, constants, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const cli = new URL("../apps/cli/", import.meta.url);
const { bin } = JSON.parse(readFileSync(new URL("package.json", cli), "utf8")) as { bin: { cleartitle: string } };

/** npm links a command when it installs, before anything is built: the file must be in the repository. */
test("the command can be linked and run, built or not", () => {
  const command = fileURLToPath(new URL(bin.cleartitle, cli));
  accessSync(command, constants.X_OK);
  expect(spawnSync("git", ["ls-files", "--error-unmatch", command], { cwd: fileURLToPath(cli) }).status).toBe(0);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "--version"], { encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL" });
  expect(status === 0 ? /^\d+\.\d+\.\d+\n$/.test(stdout) : stderr.includes("not built yet")).toBe(true);
});
