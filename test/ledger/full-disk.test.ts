import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createBundle, newSigningKey, readSigningKey } from "@cleartitle/ledger";
import { expect, test } from "vitest";

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
    const limited = ["-c", 'trap "" XFSZ; ulimit -f 48; exec "$@"', "bash", process.execPath, "--conditions=source", "--import", "tsx", "--input-type=module", "--eval", append];
    const { stdout, stderr } = spawnSync("bash", limited, { cwd: root, encoding: "utf8", env: { ...process.env, TSX_DISABLE_CACHE: "1", LEDGER_KEY: secret, LEDGER_FOLDER: folder } });
    expect([stdout, stderr]).toEqual(["EFBIG\n", ""]);
    expect(["entries.jsonl", "heads.jsonl"].map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
