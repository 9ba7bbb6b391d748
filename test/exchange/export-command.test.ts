import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, type Io } from "@cleartitle/cli";
import { afterAll, describe, expect, test } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";
import { formats } from "../../packages/reports/src/index.js";
import { digestGraph, readTitleFile } from "../../packages/title/src/index.js";

const folder = mkdtempSync(join(tmpdir(), "cleartitle-export-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** With a position, which is a matter of the house and its counsel. */
const example = `${readFileSync(new URL("../../examples/hosted-assistant/cleartitle.yaml", import.meta.url), "utf8")}
positions:
  adapter-is-derivative: { WORLD: depends-on-base-content, by: outside-counsel, on: "2026-11-02" }
`;
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
put("cleartitle.yaml", example);
put("dateless.yaml", "us: acme\nassets:\n  - { id: notes, kind: dataset, license: MIT }\n");
const catalogue = rooms.catalogue();

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text), isTTY: false }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: { ...rooms, catalogue: () => catalogue },
  };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

const graph = readTitleFile(example, { file: "cleartitle.yaml" }).graph!;
/** A card and a description are of one thing. */
const about = (format: string): readonly string[] => (format === "card" ? ["--of", "tuned"] : format === "croissant" ? ["--of", "notes"] : []);

describe.each(formats.map(({ id }) => id))("export --to %s", (format) => {
  test("writes the same bytes again, and tells what is lost", async () => {
    const first = await cli("export", "cleartitle.yaml", "--to", format, ...about(format));
    expect([first.exit, first.out]).toEqual([0, (await cli("export", "cleartitle.yaml", "--to", format, ...about(format))).out]);
    expect(first.err).toMatch(/^whoever reads it is not told: /);
    expect(graph.positions).toMatchObject([{ position: "adapter-is-derivative", by: "outside-counsel" }]);
    expect(first.out).not.toMatch(/adapter-is-derivative|depends-on-base-content|outside-counsel/);
  });
});

test("an answer goes along beside its asset, with what it was given on", async () => {
  const { out } = await cli("export", "cleartitle.yaml", "--to", "prov", "--use", "launch");
  const entity = (JSON.parse(out) as { entity: Record<string, Record<string, readonly string[]>> }).entity["title:assistant"]!;
  expect(JSON.parse(entity["cleartitle:decision"]![0]!)).toMatchObject({ use: "launch", decision: "blocked", on: "2026-12-01", graph: digestGraph(graph) });
});

test("whoever reads a document or its answer is not left to think that all was read", async () => {
  put("partly.yaml", `${example}findings: [{ kind: not-read, detail: "bill.json:3: no id", settle: mend it }]\n`);
  const { out, err } = await cli("export", "partly.yaml", "--to", "prov", "--use", "launch");
  expect(err).toContain("whoever reads it is not told: what of the evidence could not be read;");
  expect(JSON.parse((JSON.parse(out) as { entity: Record<string, Record<string, readonly string[]>> }).entity["title:assistant"]!["cleartitle:decision"]![0]!)).toMatchObject({ decision: "blocked", notRead: 1 });
  expect((await cli("export", "partly.yaml", "--to", "prov", "--losses")).out).toContain("bill.json:3: no id");
});

test("a document of one's own gives the title file back, and one that was changed does not", async () => {
  expect((await cli("export", "cleartitle.yaml", "--to", "prov", "--whole", "-o", "whole.json")).exit).toBe(0);
  const { exit, out } = await cli("import", "--whole", "whole.json");
  expect([exit, digestGraph(readTitleFile(out, { file: "t.yaml" }).graph!)]).toEqual([0, digestGraph(graph)]);
  put("changed.json", readFileSync(join(folder, "whole.json"), "utf8").replace('"prov:label": "notes"', '"prov:label": "other"'));
  const changed = await cli("import", "--whole", "changed.json");
  expect([changed.exit, changed.out]).toEqual([3, ""]);
  expect(changed.err).toContain("changed since");
  expect((await cli("import", "--whole", "cleartitle.yaml")).exit).toBe(64);
});

test("each thing that a reader is not told is listed in place of the document", async () => {
  const { exit, out, err } = await cli("export", "cleartitle.yaml", "--to", "prov", "--losses");
  expect([exit, err]).toEqual([0, ""]);
  expect(out.split("\n")).toContain('a position: {"by":"outside-counsel","on":"2026-11-02","option":"depends-on-base-content","position":"adapter-is-derivative","territory":"WORLD"}');
  expect((await cli("export", "cleartitle.yaml", "--to", "prov", "--losses", "--whole")).out).toBe("");
});

describe("bad input of export", () => {
  test.each<[string, readonly string[], number, RegExp]>([
    ["no such file", ["nothing.yaml", "--to", "prov"], 1, /there is no such file/],
    ["an asset that is not there", ["cleartitle.yaml", "--to", "prov", "--of", "nobody"], 3, /there is no asset `nobody`/],
    ["a format that is not written", ["cleartitle.yaml", "--to", "excel"], 64, /invalid/],
    ["no format", ["cleartitle.yaml"], 64, /--to/],
    ["a use of another asset", ["cleartitle.yaml", "--to", "prov", "--of", "notes", "--use", "launch"], 64, /is of `assistant`/],
    ["a use that is not there", ["cleartitle.yaml", "--to", "prov", "--use", "lunch"], 64, /there is no use `lunch`/],
    ["a day that is none", ["cleartitle.yaml", "--to", "prov", "--created", "2026-02-30"], 64, /is no instant/],
    ["a file that is there", ["cleartitle.yaml", "--to", "prov", "-o", "cleartitle.yaml"], 1, /left as it is/],
  ])("%s", async (_, args, exit, said) => {
    const ran = await cli("export", ...args);
    expect([ran.exit, ran.out]).toEqual([exit, ""]);
    expect(ran.err).toMatch(said);
    expect(readFileSync(join(folder, "cleartitle.yaml"), "utf8")).toBe(example);
  });
});
