import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Journal } from "./journal.js";

// Looks at the folder after each step that may make the lock, as another program could.
const seen = vi.hoisted(() => ({
  look: (): void => undefined,
  after: <A extends unknown[], R>(work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    const result = await work(...args);
    seen.look();
    return result;
  },
}));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, open: seen.after(real.open), link: seen.after(real.link), writeFile: seen.after(real.writeFile) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("the lock of a folder is never there without its owner", async () => {
  const lock = join(folder, "connection.lock");
  const owners: string[] = [];
  seen.look = () => {
    if (existsSync(lock)) owners.push(readFileSync(lock, "utf8"));
  };
  const journal = await Journal.open(folder, "server", { kind: "mlflow", address: "https://example.org/", names: [] }, []);
  expect(new Set(owners)).toEqual(new Set([String(process.pid)]));
  await (journal as Journal).close();
  expect(readdirSync(folder)).toEqual(["connection.jsonl"]);
});
