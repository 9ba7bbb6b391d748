import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { run, type Io } from "@cleartitle/cli";
import { describe, expect, test } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";
import { exampleNames, readText, root } from "./example.js";

const pages = (folder: string): string[] =>
  !existsSync(folder) ? [] : readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? pages(join(folder, entry.name)) : entry.name.endsWith(".md") ? [join(folder, entry.name)] : []));

interface Block {
  readonly page: string;
  readonly line: number;
  readonly marks: readonly string[];
  readonly text: string;
}

/** Fenced blocks of a page; a fence of more ticks is closed by as many. */
function blocksOf(path: string): Block[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^(`{3,})([^\n`]*)\n([^]*?)^\1$/gm)].map((found) => ({
    page: relative(root, path), line: text.slice(0, found.index).split("\n").length, marks: found[2]!.trim().split(/\s+/), text: found[3]!,
  }));
}

const blocks = [join(root, "README.md"), ...pages(join(root, "docs")), ...pages(join(root, "examples"))].flatMap(blocksOf);
const titles = blocks.filter((block) => block.marks.includes("title-file"));

/** Commands of the program in `sh` blocks; what shells make of quotes and pipes is not for a snippet. */
const commands = blocks
  .filter((block) => block.marks[0] === "sh")
  .flatMap((block) => block.text.split("\n").flatMap((text, index) => {
    const [, command] = /^(?:npx )?cleartitle (.+?)(?:\s+#.*)?$/.exec(text) ?? [];
    return command === undefined ? [] : [{ where: `${block.page}:${block.line + index + 1}`, text: command, page: block.page, isShown: block.marks.includes("shown") }];
  }));

/** The catalogue is loaded once for all commands: what is tried here is what the pages show. */
const catalogue = rooms.catalogue();

async function cli(args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    stdout: { write: (text) => out.push(text), isTTY: false }, stderr: { write: (text) => err.push(text) }, env: {}, folder: root, today: () => "2026-11-21", interrupted: Promise.resolve(),
    rooms: { ...rooms, catalogue: () => catalogue },
  };
  const exit = await run(args, io);
  return { exit, out: out.join(""), err: err.join("") };
}

const gate = async (name: string, failOn: string): Promise<number> => (await cli(["check", `examples/${name}/cleartitle.yaml`, "--fail-on", failOn])).exit;

describe("commands of README, docs and examples", () => {
  test.each(commands)("$where $text", { timeout: 240_000 }, async ({ text, page, isShown }) => {
    const { exit, out, err } = await cli(text.split(/\s+/));
    const gated = text.startsWith("check ");
    expect({ err, wrong: gated ? ![0, 2, 4].includes(exit) : exit !== 0 }).toEqual({ err: "", wrong: false });
    expect(out.length).toBeGreaterThan(100);
    // A page that shows what a command writes shows what it writes now.
    expect(readFileSync(join(root, page), "utf8")).toContain(isShown ? out : text);
  });

  test("every example shows a command that asks it", () => {
    const shown = exampleNames.filter((name) => commands.some((command) => command.page === `examples/${name}/README.md` && command.text.startsWith(`ask examples/${name}/cleartitle.yaml `)));
    expect(shown).toEqual(exampleNames);
  });

  test("the gates that the pages tell of", { timeout: 240_000 }, async () => {
    expect([await gate("price-scraping", "blocked"), await gate("public-domain", "conditional"), await gate("own-work", "unresolved")]).toEqual([2, 0, 4]);
  });
});

test("the waiver that the price index tells of lets it pass, and nothing else", { timeout: 240_000 }, async () => {
  const waivers = ["--waivers", "examples/price-scraping/waivers.yaml"];
  const { exit, out } = await cli(["check", "examples/price-scraping/cleartitle.yaml", "--fail-on", "conditional", "--format", "csv", ...waivers]);
  expect(exit).toBe(2);
  expect(out.split("\n").filter((line) => line.includes("waived"))).toEqual([expect.stringContaining("publish")]);
});

describe("title files in README and docs", () => {
  test.each(titles)("$page:$line", ({ page, line, text }) => {
    expect(readText(text, `${page}:${line}`).uses.size).toBeGreaterThan(0);
  });

  test("the README shows one", () => {
    expect(titles.map((block) => block.page)).toContain("README.md");
  });
});

test("the README has the two commands and no other", () => {
  const npm = blocks.filter((block) => block.page === "README.md" && block.marks[0] === "sh").flatMap((block) => block.text.match(/^npm (?:[^\s#]+ ?)+/gm) ?? []);
  expect(npm.map((line) => line.trim())).toEqual(["npm start", "npm test"]);
});

test("what the README links to is there", () => {
  const links = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((found) => found[1]!);
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  expect(links.length).toBeGreaterThan(3);
});
