import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-same-"));
const bill = (license: string): string => JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", version: 1, components: [{ type: "library", name: "a", version: "1", purl: "pkg:npm/a@1", licenses: [{ license: { id: license } }] }] });

beforeAll(() => {
  for (const [path, license] of [["one/bom.json", "MIT"], ["two/bom.json", "CC-BY-NC-4.0"], ["far/one/bom.json", "CC-BY-NC-4.0"], ["two/other.json", "CC-BY-NC-4.0"]] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bill(license));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("several paths in one import", () => {
  it.each([
    ["files of one name", ["one/bom.json", "two/bom.json"], ["one/bom.json/bom.json", "two/bom.json/bom.json"]],
    ["folders of one name", ["one", "far/one/"], ["far/one/bom.json", "one/bom.json"]],
    ["one file, written twice", ["one/bom.json", "./one/bom.json"], ["one/bom.json/bom.json"]],
    ["files of different names", ["one/bom.json", "two/other.json"], ["bom.json/bom.json", "other.json/other.json"]],
  ])("are all read: %s", async (_, paths, files) => {
    const { graph, problems } = await rooms.import({ paths, format: "cyclonedx", us: "us", recordedAt: undefined, folder });
    expect(problems).toEqual([]);
    expect(graph!.statements.filter(({ what }) => what === "license").map(({ source }) => source!.locator!.split("#")[0]).toSorted()).toEqual(files);
  });
});
