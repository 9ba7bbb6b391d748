import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Io } from "../../apps/cli/src/io.js";
import { rooms } from "../../apps/cli/src/rooms.js";
import { run } from "../../apps/cli/src/run.js";
import { openStore } from "@cleartitle/store";
import { FolderLock } from "../../packages/store/src/lock/lock.js";
import { Workspace } from "../../packages/store/src/workspace/workspace.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-serve-"));
const data = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command as a user runs it, until it is interrupted. */
function started(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const ends: (() => void)[] = [];
  const interrupted = new Promise<void>((resolve) => ends.push(resolve));
  const io: Io = {
    stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: { USER: "jane" }, folder: process.cwd(), today: () => "2026-03-01", now: () => "2026-03-01T09:00:00.000Z", interrupted, rooms,
  };
  const exit = run(words, io);
  const address = async (): Promise<string> => {
    for (;;) {
      const [, found] = /The API is at (\S+)api\/v1,/.exec(out.join("")) ?? [];
      if (found !== undefined) return found;
      if ((await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, 50, null))])) !== null) throw new Error(err.join(""));
    }
  };
  return { out, err, exit, interrupt: () => ends[0]!(), address };
}

const example = ["serve", "examples/hosted-assistant/cleartitle.yaml", "--use", "launch", "--with", "examples/hosted-assistant", "--data", data];

test("a title file becomes a workspace of the folder once, with the application and the API; a second server is told where the first answers", async () => {
  const first = started(...example);
  const address = await first.address();
  expect(first.out.join("")).toContain("blocked");
  expect(first.out.join("")).toContain(`Serving on ${address}w/hosted-assistant/ask?use=launch (`);
  expect((await fetch(address)).status).toBe(200);
  expect((await fetch(`${address}nothing`)).status).toBe(404);
  const workspace = `${address}api/v1/workspaces/hosted-assistant`;
  expect(await (await fetch(workspace)).json()).toMatchObject({ changeSet: 1, us: "acme" });
  // What lies beside the title file is there too; the contract is read while the application is served.
  const told = async (path: string): Promise<any> => (await fetch(`${workspace}/${path}`, { signal: AbortSignal.timeout(30_000) })).json();
  const [agreements, negotiations, runs] = await Promise.all([told("agreements"), told("negotiations"), told("runs?limit=10")]);
  expect([agreements.items, negotiations.items]).toMatchObject([[{ id: "notes-2026", state: "draft" }], [{ id: "notes-talks", agreement: "notes-2026" }]]);
  const reading = runs.items.find(({ kind }: { readonly kind: string }) => kind === "reading") as { readonly number: number };
  await (await fetch(`${workspace}/runs/${reading.number}/events`, { signal: AbortSignal.timeout(30_000) })).text();
  expect((await told("readings")).items).toMatchObject([{ name: "annotation-services.md", state: "read", title: "Annotation Services Agreement", parties: ["Acme GmbH", "Marginalia Services Ltd."] }]);
  // No language model is asked unless whoever runs the server says so.
  expect([(await told("readings/1")).mayAsk, (await fetch(`${workspace}/readings/1/opinion`, { method: "POST" })).status]).toEqual([null, 409]);
  await fetch(`${workspace}/changes`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ changes: { add: { parties: [{ id: "new" }] } } }) });
  const second = started(...example);
  expect(await second.exit).toBe(1);
  expect(second.err.join("")).toContain(`it answers at ${address}`);
  first.interrupt();
  expect(await first.exit).toBe(130);
  expect(first.err.join("").split("\n").filter(Boolean).map((line) => (JSON.parse(line) as { readonly route: string }).route)).toContain("/workspaces/{workspace}");
});

test("a first time that was cut off between two of its parts is gone on with by the next start, and nothing is brought twice", async () => {
  const starts = [...example, "--workspace", "cut-off", "--quiet"];
  for (const cut of [vi.spyOn(Workspace.prototype, "negotiate"), vi.spyOn(Workspace.prototype, "write")]) {
    cut.mockRejectedValueOnce(new Error("the machine stopped"));
    await expect(started(...starts).exit).rejects.toThrow("the machine stopped");
    cut.mockRestore();
  }
  const served = started(...starts);
  const workspace = `${await served.address()}api/v1/workspaces/cut-off`;
  const told = async (path: string): Promise<any> => (await fetch(`${workspace}${path}`)).json();
  expect(await told("")).toMatchObject({ changeSet: 1, us: "acme" });
  expect([(await told("/agreements")).items, (await told("/negotiations")).items, (await told("/runs?limit=10")).items.map(({ kind }: { readonly kind: string }) => kind).toSorted()]).toMatchObject([[{ id: "notes-2026", state: "draft" }], [{ id: "notes-talks", agreement: "notes-2026" }], ["reading", "review"]]);
  served.interrupt();
  expect(await served.exit).toBe(130);
});

test("where nothing can be served nothing goes on looking for work", async () => {
  const [begun, ended] = [vi.spyOn(globalThis, "setInterval"), vi.spyOn(globalThis, "clearInterval")];
  const port = createServer().listen(0, "127.0.0.1");
  await once(port, "listening");
  const refused = started(...example, "--port", String((port.address() as AddressInfo).port));
  expect([await refused.exit, refused.err.join("")]).toEqual([1, expect.stringContaining("is taken")]);
  port.close();
  const timers = begun.mock.results.map(({ value }) => value as unknown);
  const goingOn = timers.filter((timer) => !ended.mock.calls.some(([each]) => each === timer));
  vi.restoreAllMocks();
  expect([timers.length > 0, goingOn.length]).toEqual([true, 0]);
});

test("where it cannot be told that the server answers nothing is served, and the folder is free again", async () => {
  const listened = vi.spyOn(Server.prototype, "listen");
  vi.spyOn(FolderLock.prototype, "announce").mockRejectedValueOnce(Object.assign(new Error("write"), { code: "ENOSPC" }));
  const refused = started("serve", "--data", data, "--quiet");
  expect([await refused.exit, refused.out.join(""), refused.err.join("")]).toEqual([1, expect.not.stringContaining("The API is at"), expect.stringContaining("the database has no room left")]);
  const servers = listened.mock.contexts as Server[];
  vi.restoreAllMocks();
  expect([servers.length > 0, servers.filter((server) => server.listening)]).toEqual([true, []]);
  await (await openStore({ folder: data })).close();
});

test("what was recorded is there again", async () => {
  const again = started("serve", "--data", data, "--workspace", "hosted-assistant", "--quiet");
  expect(await (await fetch(`${await again.address()}api/v1/workspaces/hosted-assistant`)).json()).toMatchObject({ changeSet: 2 });
  again.interrupt();
  expect(await again.exit).toBe(130);
  expect(again.err).toEqual([]);
});

test("without a folder of data a title file is served all the same, and nothing of it stays", async () => {
  const before = new Set(readdirSync(tmpdir()));
  const served = started("serve", "examples/own-work/cleartitle.yaml", "--quiet");
  expect(await (await fetch(`${await served.address()}api/v1/workspaces/own-work`)).json()).toMatchObject({ changeSet: 1 });
  served.interrupt();
  expect(await served.exit).toBe(130);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("cleartitle-serve-") && !before.has(name))).toEqual([]);
});

test("people who sign in begin with a code, and nobody else is answered, be it by the application or by the API", async () => {
  const settings = join(folder, "people.yaml");
  writeFileSync(settings, "origin: https://title.example.org\n");
  const served = started("serve", "--data", data, "--people", settings, "--quiet");
  const own = await served.address();
  expect(served.out.join("")).toMatch(/first person gives the code \S+ at https:\/\/title\.example\.org\//);
  expect((await fetch(`${own}api/v1/workspaces/hosted-assistant`)).status).toBe(421);
  expect((await fetch(own)).status).toBe(421);
  served.interrupt();
  expect(await served.exit).toBe(130);
});

test.each([
  [["--people", "nowhere.yaml"], 1, "cannot be read"],
  [["--use", "launch"], 64, "--workspace"],
  [["--with", "examples/hosted-assistant"], 64, "needs a title file"],
  [["examples/own-work/cleartitle.yaml", "--with", "examples/hosted-assistant"], 3, "is no party to it"],
])("serve %j is refused before anything is served", async (words, code, said) => {
  const refused = started("serve", "--data", data, ...words);
  expect(await refused.exit).toBe(code);
  expect(refused.err.join("")).toContain(said);
});
