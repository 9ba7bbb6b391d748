import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { appendToBundle, createBundle, newSigningKey, openBundle, readSigningKey, redactInBundle, verifyLedger, type Verification } from "@cleartitle/ledger";
import { sha256 } from "@cleartitle/norms";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = "2026-11-20T09:00:00Z";
const { secret, verifier } = newSigningKey("acme.example/title");
const key = readSigningKey(secret)!;
const large = "jane said so; ".repeat(5_000);
const statement = (text: string) => ({ events: [{ kind: "statement" as const, at, fields: { id: "s", about: "notes", what: "license", value: "MIT", by: "jane", evidence: [sha256(text)] } }], evidence: [text] });
let folder = "";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cleartitle-killed-"));
  await createBundle(folder, { key, events: [{ kind: "opened", at, fields: { by: "counsel", key: verifier.text } }] });
  await appendToBundle(folder, { key, ...statement("the first") });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Does `work` in a process in which one call to the file system is the last thing that happens. */
function killedIn(patch: string, work: string): void {
  const script = `
    const { default: fs } = await import("node:fs/promises");
    const { syncBuiltinESMExports } = await import("node:module");
    const { writeFile, rename } = fs;
    const die = () => process.kill(process.pid, "SIGKILL");
    ${patch}
    syncBuiltinESMExports();
    const { appendToBundle, readSigningKey, redactInBundle } = await import("@cleartitle/ledger");
    const [folder, key, given] = [process.env.LEDGER_FOLDER, readSigningKey(process.env.LEDGER_KEY), JSON.parse(process.env.LEDGER_GIVEN)];
    ${work}
  `;
  const ran = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root, encoding: "utf8", timeout: 100_000, killSignal: "SIGKILL", env: { ...process.env, LEDGER_KEY: secret, LEDGER_FOLDER: folder, LEDGER_GIVEN: JSON.stringify(statement(large)) },
  });
  expect([ran.signal, ran.stdout, ran.stderr]).toEqual(["SIGKILL", "", ""]);
  rmSync(join(folder, "lock"));
}

async function verified(): Promise<Pick<Verification, "problems" | "notes" | "size">> {
  const { bundle, problems } = await openBundle(folder, "ledger");
  const found = await verifyLedger(bundle!.source, { keys: [key.verifier], follows: false, kept: [] });
  return { problems: [...problems, ...found.problems], notes: found.notes, size: found.size };
}

test("killed in the middle of a file of evidence, a ledger holds and is appended to", async () => {
  killedIn("fs.writeFile = async (path, text, ...rest) => (text.length > 1000 ? (await writeFile(path, text.slice(0, 1000), ...rest), die()) : writeFile(path, text, ...rest));", "await appendToBundle(folder, { key, ...given });");
  expect(await verified()).toEqual({ problems: [], notes: [], size: 2 });
  expect((await appendToBundle(folder, { key, ...statement(large) })).problems).toEqual([]);
  expect(await verified()).toEqual({ problems: [], notes: [], size: 3 });
  expect([existsSync(join(folder, "evidence.new")), readdirSync(join(folder, "evidence")).length]).toEqual([false, 2]);
});

test("killed before what was redacted is deleted, it tells which file is left", async () => {
  killedIn("fs.rename = async (...paths) => { await rename(...paths); die(); };", `await redactInBundle(folder, { key, entry: 1, fields: ["evidence"], by: "counsel", why: "erasure", at: "${at}" });`);
  expect(readFileSync(join(folder, "entries.jsonl"), "utf8")).not.toContain(sha256("the first"));
  expect(await verified()).toEqual({ problems: [], notes: [expect.stringContaining(`no entry names the file of evidence ${sha256("the first")}`)], size: 3 });
});

test("a redaction after which nothing is left deletes the file, and notes nothing", async () => {
  await redactInBundle(folder, { key, entry: 1, fields: ["evidence"], by: "counsel", why: "erasure", at });
  expect([readdirSync(join(folder, "evidence")), await verified()]).toEqual([[], { problems: [], notes: [], size: 3 }]);
});
