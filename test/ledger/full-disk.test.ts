import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { appendToBundle, createBundle, newSigningKey, openBundle, readSigningKey, redactInBundle, verifyLedger } from "@cleartitle/ledger";
import { expect, test, vi } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = "2026-11-20T09:00:00Z";

/** Appends in a process that may write no file beyond 48 KB, which is as near to a full disk as a test comes. */
const append = `
  const { appendToBundle, readSigningKey } = await import("@cleartitle/ledger");
  const key = readSigningKey(process.env.LEDGER_KEY);
  const events = [{ kind: "statement", at: "${at}", fields: { id: "s", about: "notes", what: "license", value: "x".repeat(60_000), by: "jane" } }];
  try { await appendToBundle(process.env.LEDGER_FOLDER, { key, events }); } catch (error) { console.log(error.code); }
`;

test("on a full disk nothing is left of what was not recorded", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-full-"));
  try {
    const { secret, verifier } = newSigningKey("acme.example/title");
    await createBundle(folder, { key: readSigningKey(secret)!, events: [{ kind: "opened", at, fields: { by: "counsel", key: verifier.text } }] });
    const before = ["entries.jsonl", "heads.jsonl"].map((file) => readFileSync(join(folder, file), "utf8"));
    const limited = ["-c", 'trap "" XFSZ; ulimit -f 48; exec "$@"', "bash", process.execPath, "--input-type=module", "--eval", append];
    const { stdout, stderr } = spawnSync("bash", limited, { cwd: root, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL", env: { ...process.env, LEDGER_KEY: secret, LEDGER_FOLDER: folder } });
    expect([stdout, stderr]).toEqual(["EFBIG\n", ""]);
    expect(["entries.jsonl", "heads.jsonl"].map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A ledger of two entries, one of which is to be redacted. */
async function withLedger(work: (folder: string, redact: () => ReturnType<typeof redactInBundle>, found: () => ReturnType<typeof verifyLedger>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cleartitle-full-"));
  try {
    const { secret, verifier } = newSigningKey("acme.example/title");
    const key = readSigningKey(secret)!;
    await createBundle(folder, { key, events: [{ kind: "opened", at, fields: { by: "counsel", key: verifier.text } }] });
    await appendToBundle(folder, { key, events: [{ kind: "statement", at, fields: { id: "s", about: "notes", what: "license", value: "MIT", by: "jane" } }] });
    const redact = () => redactInBundle(folder, { key, entry: 1, fields: ["by"], by: "counsel", why: "erasure", at });
    await work(folder, redact, async () => verifyLedger((await openBundle(folder)).bundle!.source, { keys: [verifier], follows: false, kept: [] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a redaction that a full disk ends leaves the entries, and no draft of them", () =>
  withLedger(async (folder, redact, found) => {
    symlinkSync("/dev/full", join(folder, "entries.jsonl.new"));
    await expect(redact()).rejects.toThrow("ENOSPC");
    expect(readdirSync(folder).toSorted()).toEqual(["entries.jsonl", "evidence", "heads.jsonl"]);
    expect(await found()).toMatchObject({ size: 3, problems: [], notes: ["entry 1: `by` is recorded as redacted and is told all the same"] });
  }));

test("a redaction is whole also where the system takes less at once than it was given", () =>
  withLedger(async (folder, redact, found) => {
    const file = await open(join(folder, "heads.jsonl"));
    await file.close();
    const handles = Object.getPrototypeOf(file) as FileHandle;
    const write = Object.getOwnPropertyDescriptor(handles, "write")!.value as (this: FileHandle, bytes: Uint8Array) => ReturnType<FileHandle["write"]>;
    const less = vi.spyOn(handles, "write").mockImplementation(function (this: FileHandle, data: string | NodeJS.ArrayBufferView) {
      const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      return write.call(this, bytes.subarray(0, Math.ceil(bytes.length / 2)));
    });
    try {
      expect((await redact()).problems).toEqual([]);
    } finally {
      less.mockRestore();
    }
    expect(await found()).toMatchObject({ size: 3, problems: [], notes: [], redactions: [{ entry: 1, fields: ["by"] }] });
  }));
