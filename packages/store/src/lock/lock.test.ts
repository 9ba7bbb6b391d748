import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoreRefusal } from "../refusal.js";
import { FolderLock } from "./lock.js";
import { startOf } from "./running.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = async (): Promise<StoreRefusal["problem"] | null> => FolderLock.take(folder).then(() => null, (error: StoreRefusal) => error.problem);
const until = async (pid: number, stands: RegExp): Promise<void> => {
  while (!stands.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await new Promise((resolve) => setTimeout(resolve, 5));
};
const leave = (generation: number, holder: object): void =>
  writeFileSync(join(folder, `held-${generation}.json`), JSON.stringify({ pid: process.pid, host: hostname(), started: null, address: null, released: false, ...holder }));

describe("the lock of a folder", () => {
  it("has one holder at a time, and says who and where", async () => {
    const lock = await FolderLock.take(folder);
    expect(await refusal()).toMatchObject({ code: "conflict", message: `the data folder is in use by another program (process ${process.pid})`, offending: null });
    await lock.announce("http://127.0.0.1:8080");
    expect(await refusal()).toMatchObject({ code: "conflict", hint: "it answers at http://127.0.0.1:8080", offending: "http://127.0.0.1:8080" });
    await lock.release();
    expect(await refusal()).toBeNull();
    expect(readdirSync(folder)).toEqual(["held-2.json"]);
  });

  it("goes from a process that is gone to exactly one of those who wait for it", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"], { stdio: "ignore" });
    await once(child, "spawn");
    leave(7, { pid: child.pid, started: await startOf(child.pid!) });
    expect(await refusal()).toMatchObject({ code: "conflict" });
    child.kill("SIGKILL");
    await once(child, "exit");
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => FolderLock.take(folder)));
    expect(all.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(new Set(all.flatMap((each) => (each.status === "rejected" ? [(each.reason as StoreRefusal).problem.code] : [])))).toEqual(new Set(["conflict"]));
    expect(readdirSync(folder)).toEqual(["held-8.json"]);
  });

  it("takes away the socket of a holder that was killed, and nothing beside it", async () => {
    for (const [index, beside] of [false, true].entries()) {
      const [sockets, socket] = [join(folder, `sockets-${index}`), join(folder, `sockets-${index}`, "shared")];
      mkdirSync(sockets);
      if (beside) writeFileSync(join(sockets, "kept"), "");
      const child = spawn(process.execPath, ["-e", "require('node:net').createServer().listen(process.argv[1], () => console.log('up'))", socket], { stdio: ["ignore", "pipe", "ignore"] });
      await once(child.stdout, "data");
      leave(7 + index, { pid: child.pid, shared: socket });
      child.kill("SIGKILL");
      await once(child, "exit");
      expect(existsSync(socket)).toBe(true);
      const lock = await FolderLock.take(folder);
      expect([existsSync(sockets), existsSync(socket)]).toEqual([beside, false]);
      await lock.release();
    }
  });

  it("goes on where a process has ended and its parent never heard of it, as far as the system tells", async () => {
    const tells = (await startOf(process.pid)) !== null;
    // The shell becomes a program that asks after no child; the child ends when that has come about, or the shell may hear of it.
    const parent = spawn("sh", ["-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 60"], { stdio: ["pipe", "pipe", "ignore"] });
    const [said] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(said.toString());
    if (tells) await until(parent.pid!, /\(sleep\)/u);
    parent.stdin.end();
    if (tells) await until(pid, /\) Z /u);
    leave(1, { pid });
    expect((await refusal())?.code ?? "taken").toBe(tells ? "taken" : "conflict");
    parent.kill();
  });

  it("goes on where the number of a process was given to another one, as far as the system tells when processes began", async () => {
    const tells = (await startOf(process.pid)) !== null;
    leave(1, { started: "another-boot 1" });
    expect((await refusal())?.code ?? "taken").toBe(tells ? "taken" : "conflict");
  });

  it.each([
    ["of another machine, of which nothing can be known", () => leave(1, { host: "elsewhere", pid: 1 }), "the data folder is in use on the machine `elsewhere` (process 1)"],
    ["that is not readable", () => writeFileSync(join(folder, "held-1.json"), '{"pid":'), "the lock of the data folder is not readable"],
    ["that says something else", () => writeFileSync(join(folder, "held-1.json"), "[]"), "the lock of the data folder is not readable"],
  ])("is not taken from one %s", async (_, left, message) => {
    left();
    const before = readFileSync(join(folder, "held-1.json"), "utf8");
    const problem = await refusal();
    expect(problem).toMatchObject({ code: "conflict", message, file: join(folder, "held-1.json") });
    expect(problem!.hint).toContain("delete this file");
    expect(readFileSync(join(folder, "held-1.json"), "utf8")).toBe(before);
  });
});
