import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Io, run } from "@cleartitle/cli";
import { decide, outline } from "@cleartitle/engine";
import { problem } from "@cleartitle/norms";
import { afterAll, describe, expect, test, vi } from "vitest";
import { realCatalogue } from "../cases/case-file.js";
import { hostile, isFile } from "./hostile-text.js";

vi.setConfig({ testTimeout: 120_000 });
const folder = mkdtempSync(join(tmpdir(), "cleartitle-bad-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text) }, stderr: { write: (text) => err.push(text) }, env: {}, folder, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: { catalogue: async () => ({ catalogue: realCatalogue(), problems: [], directory: "catalogue", from: "built", notes: [] }), decide: async () => decide, outline: async () => outline, import: async ({ paths }) => ({ graph: null, problems: [problem("unsupported", "nothing was read", { file: paths.join(" ") })], notes: [] }), model: async () => ({ problem: problem("usage", "no language model is named") }) },
  };
  const exit = await run(args, io);
  return { exit, out: out.join(""), err: err.join("") };
}
const put = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return name;
};
const isTrace = (text: string): boolean => /^\s+at .+:\d+/m.test(text) || /\b(TypeError|RangeError|SyntaxError|ZodError)\b/.test(text);

const sound = 'us: us\nassets:\n  - { id: a, kind: model, license: MIT, licensor: m, upstream: complete }\nuses:\n  asked: { of: a, actions: [host], purpose: [commercial], field: [general], in: [US], on: "2026-12-01" }\n';
put("sound.yaml", sound);
mkdirSync(join(folder, "hollow", "within"), { recursive: true });

describe("a title file that is none stops with 3, says where, and answers nothing", () => {
  // What is large is read in `title-file.test.ts`, by the same reader; here one that stops before it is parsed and one with very many problems are enough.
  const said = hostile.filter((each) => isFile(each) && (each.text.length < 100_000 || ["ten megabytes on one line", "many unknown names among many known ones"].includes(each.name)));
  test.each(said.map((each) => [each.name, each] as const))("%s", async (_, { text, code, at }) => {
    const file = put("title.yaml", text);
    for (const args of [["check", file], ["ask", file, "--use", "asked"], ["graph", file]].slice(0, text.length > 100_000 ? 1 : 3)) {
      const { exit, out, err } = await cli(...args);
      expect([args[0], exit, out, isTrace(err)]).toEqual([args[0], 3, "", false]);
      expect(err).toContain(at === null ? "title.yaml" : `title.yaml:${at[0]}:${at[1]}: `);
      expect(err).toMatch(code === "too-large" && at === null ? /^title\.yaml: / : /^title\.yaml:\d+:\d+: /);
      expect(err.split("\n").length).toBeLessThan(120);
    }
  });
  test.each([
    ["bytes that are no UTF-8", new Uint8Array([0x75, 0x73, 0x3a, 0x20, 0xff, 0xfe, 0x0a])], ["half a sign of UTF-8", new Uint8Array([0x75, 0x73, 0x3a, 0x20, 0xe2, 0x82])],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x75, 0x00, 0x73, 0x00])], ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])],
  ])("%s", async (_, bytes) => {
    const { exit, out, err } = await cli("check", put("title.yaml", bytes));
    expect([exit, out, isTrace(err)]).toEqual([3, "", false]);
    expect(err).toMatch(/UTF-8[^]*hint: /);
  });
});

describe("a second document in a file of ours stops with 3, and says where it begins", () => {
  test.each([
    [["check", "two.yaml"]], [["check", "sound.yaml", "--waivers", "two.yaml"]], [["ask", "two.yaml", "--use", "asked"]], [["impact", "sound.yaml", "--change", "two.yaml"]], [["deal", "check", "two.yaml"]], [["draft", "two.yaml"]], [["negotiate", "two.yaml"]],
    [["diff", "two.yaml", "two.yaml"]],
  ])("%j", async (args) => {
    put("two.yaml", `${sound}---\n${sound}`);
    const { exit, out, err } = await cli(...args);
    expect([exit, out, isTrace(err)]).toEqual([3, "", false]);
    expect(err).toContain("two.yaml:6:1: the file holds several documents");
  });
});

describe("words on the command line", () => {
  test.each([
    [["ask", "sound.yaml", "--use", "__proto__"], 64], [["ask", "sound.yaml", "--use", "constructor"], 64], [["ask", "sound.yaml", "--use", ""], 64], [["ask", "sound.yaml", "--use", "x".repeat(100_000)], 64],
    [["ask", "sound.yaml", "--use", "asked", "--in", "__proto__"], 64], [["ask", "sound.yaml", "--use", "asked", "--in", ","], 64], [["ask", "sound.yaml", "--use", "asked", "--as-of", "9999-99-99"], 64],
    [["ask", "sound.yaml", "--use", "asked", "--known-at", "2026-02-30T00:00:00Z"], 64], [["ask", "sound.yaml", "--use", "asked", "--profile", "__proto__"], 64], [["ask", "sound.yaml", "--use", "asked", "--format", "constructor"], 64],
    [["check", ""], 64], [["check", "a\u0000b"], 1], [["check", "x".repeat(5_000)], 1], [["check", "sound.yaml/below"], 1], [["check", "hollow"], 3], [["__proto__"], 64], [["constructor", "sound.yaml"], 64],
    [["check", "sound.yaml", "--fail-on", "toString"], 64],
  ] as const)("%j → %i", async (args, exit) => {
    const ran = await cli(...args);
    expect([ran.exit, ran.out, isTrace(ran.err), ran.err.length < 2_000 + args.join("").length * 3]).toEqual([exit, "", false, true]);
  });
});

describe("files beside the title file", () => {
  test.each([["nothing", ""], ["a list", "[]"], ["a scalar", "x"], ["deep lists", "[".repeat(10_000)], ["JSON of another kind", '{"rows":7}'], ["a waiver without an end", "waivers:\n  - { id: W, kind: any, by: x, reason: r }\n"], ["a key `__proto__`", "__proto__: {}\n"], ["a NUL byte", "\u0000"]])("%s as waivers or baseline", async (_, text) => {
    put("beside", text);
    for (const option of ["--waivers", "--baseline"]) {
      const { exit, out, err } = await cli("check", "sound.yaml", option, "beside");
      expect([option, [0, 3].includes(exit), exit === 0 || out === "", isTrace(err)]).toEqual([option, true, true, false]);
    }
  });
  test("one that is not there", async () => {
    expect((await cli("check", "sound.yaml", "--waivers", "gone")).exit).toBe(1);
    expect((await cli("check", "sound.yaml", "--baseline", "gone")).exit).toBe(1);
  });
});
