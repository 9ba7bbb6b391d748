import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Io } from "../../apps/cli/src/io.js";
import { rooms } from "../../apps/cli/src/rooms.js";
import { run } from "../../apps/cli/src/run.js";
import { freePort } from "../store/free-port.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-people-"));
  writeFileSync(join(folder, "wrong.yaml"), "origin: http://title.example.org\nproxies: 9\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command, until it says something or ends. */
function serving(args: readonly string[]) {
  const said: string[] = [];
  let [interrupt, told]: (() => void)[] = [];
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const open = new Promise<void>((resolve) => (told = resolve));
  const output = {
    write: (text: string) => {
      said.push(text);
      if (text.includes("The API is at")) told?.();
      return true;
    },
  };
  const io: Io = { stdout: output, stderr: output, env: {}, folder, today: () => "2026-03-01", interrupted, rooms };
  const ended = run(["serve", ...args], io);
  return { ended, said: () => said.join(""), open: Promise.race([open, ended]), interrupt: () => interrupt?.() };
}

describe("serve --people", () => {
  test.each([
    ["a file that is not there", ["--data", "d", "--people", "nowhere.yaml"], 1, "cannot be read"],
    ["a file with faults", ["--data", "d", "--people", "wrong.yaml"], 3, "an address with https"],
  ])("with %s says so", async (_, args, exit, words) => {
    const { ended, said } = serving(args);
    expect(await ended).toBe(exit);
    expect(said()).toContain(words);
  });
  test("prints a code, by which the first person signs up; afterwards prints none, and shows nothing to who is not signed in", async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    writeFileSync(join(folder, "people.yaml"), `origin: ${origin}\n`);
    const args = ["--data", "kept", "--people", "people.yaml", "--port", String(port), "--quiet"];
    const first = serving(args);
    await first.open;
    const code = /the code (\S+) at/.exec(first.said())?.[1] ?? first.said();
    const body = JSON.stringify({ code, name: "Jane", login: "jane@example.org", password: "herbst laterne finger", workspace: "acme" });
    const headers = { "Content-Type": "application/json" };
    const signedUp = await fetch(`${origin}/api/v1/first-start`, { method: "POST", headers, body });
    expect(signedUp.status).toBe(201);
    const [cookie = ""] = signedUp.headers.getSetCookie();
    expect(cookie).toMatch(/^cleartitle-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const asked = (path: string, sent: Readonly<Record<string, string>> = {}): Promise<number> => fetch(`${origin}${path}`, { headers: sent }).then(({ status }) => status);
    expect([await asked("/api/v1/workspaces/acme", { Cookie: cookie.split(";")[0]! }), await asked("/api/v1/workspaces/acme"), await asked("/"), await asked("/api/v1/health")]).toEqual([200, 401, 200, 200]);
    first.interrupt();
    expect(await first.ended).toBe(130);
    expect(first.said()).not.toContain("herbst");
    const second = serving(args);
    await second.open;
    expect(second.said()).not.toContain("the code");
    const opened = await fetch(`${origin}/api/v1/session`, { method: "POST", headers, body: JSON.stringify({ login: "jane@example.org", password: "herbst laterne finger" }) });
    expect(opened.status).toBe(201);
    second.interrupt();
    expect(await second.ended).toBe(130);
  });
});
