import { describe, expect, it } from "vitest";
import { zipBytes } from "./atlas/made-zip.fixture.js";
import { memoryFile } from "./source-file.js";
import { zipEntries } from "./zip.js";
import type { ZipEntry } from "./zip.js";

const limits = { maxBytes: 10_000_000, maxEntries: 10, maxEntry: 100_000, maxTotal: 150_000 };
const read = async (bytes: Uint8Array): Promise<string[]> => {
  const found: ZipEntry[] = [];
  for await (const entry of zipEntries(memoryFile("a.zip", bytes), limits)) found.push(entry);
  return found.map((each) => `${each.name}: ${"bytes" in each ? Buffer.from(each.bytes).toString().slice(0, 20) : each.fault}`);
};
const zeros = "0".repeat(90_000);

describe("an archive", () => {
  it.each([
    ["two entries", zipBytes({ "a.json": "{}", "b/c.json": "[]" }), ["a.json: {}", "b/c.json: []"]],
    ["names that lead out of it", zipBytes({ "../a": "x", "/etc/b": "x", "a/../../c": "x", "C:\\d": "x", "ok": "x" }), ["null: not-allowed", "null: not-allowed", "null: not-allowed", "null: not-allowed", "ok: x"]],
    ["an entry that unpacks beyond the limit", zipBytes({ bomb: "0".repeat(5_000_000), ok: "x" }), ["bomb: too-large", "ok: x"]],
    ["entries that unpack beyond the limit together", zipBytes({ a: zeros, b: zeros, c: zeros }), [`a: ${"0".repeat(20)}`, "b: too-large"]],
    ["entries that share bytes", zipBytes({ a: "x", b: "y" }, { shared: true }), ["a: x", "b: damaged"]],
    ["a wrong checksum", zipBytes({ a: "x" }, { checksum: 7 }), ["a: damaged"]],
    ["encryption", zipBytes({ a: "x" }, { flags: 1 }), ["a: unsupported"]],
    ["another way of packing", zipBytes({ a: "x" }, { method: 12 }), ["a: unsupported"]],
    ["more entries than are read", zipBytes(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, "x"]))), ["null: too-large"]],
    ["an end that is cut off", zipBytes({ a: "x" }).subarray(0, -4), ["null: damaged"]],
    ["nothing", new Uint8Array(), ["null: damaged"]],
  ])("with %s", async (_, bytes, expected) => expect((await read(bytes)).toSorted()).toEqual(expected.toSorted()));

  it("damaged anywhere is told and never thrown", async () => {
    const whole = zipBytes({ "a.json": '{"a": 1}', "b.json": "{}" });
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at]! + 129) & 255;
      expect((await read(bytes)).length).toBeLessThanOrEqual(2);
    }
  });
});
