import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "draft-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const catalogue = rooms.catalogue();

async function cli(args: readonly string[], ask?: (question: string) => Promise<string>): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue }, ...(ask === undefined ? {} : { ask }) };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

const at = (name: string): string => join(folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return name;
};

const answers = put("answers.yaml", `id: scans
written: "2026-06-01"
licensor: { id: maker, name: The Archive }
licensee: { id: acme, name: Acme }
assets: [scans]
answers:
  fields: [medical]
  from: "2026-07-01"
  fee: "EUR 50000"
  law: [GB]
  seat: [GB]
  after: licensee
`);

test("a template, answered, becomes a deal, and nothing is written over", async () => {
  expect(await cli(["draft", "new", "evaluation", "--answers", answers, "--output", "deal.yaml"])).toMatchObject({ exit: 0, err: "written: deal.yaml\n" });
  expect(readFileSync(at("deal.yaml"), "utf8")).toContain('  model-after-term: {"version":"licensee"}\n');
  expect(await cli(["draft", "new", "evaluation", "--answers", answers, "--output", "deal.yaml"])).toMatchObject({ exit: 1, err: expect.stringContaining("the file is there already") });
});

test.each([["docx", "PK"], ["pdf", "%PDF"]])("a deal becomes a document, and that the deal again: %s", async (format, bytes) => {
  expect(await cli(["draft", "deal.yaml", "--output", `agreement.${format}`])).toMatchObject({ exit: 0 });
  expect(readFileSync(at(`agreement.${format}`), "latin1").startsWith(bytes)).toBe(true);
  const back = await cli(["draft", "read", `agreement.${format}`]);
  expect([back.exit, back.out.includes("The document says what the deal inside says."), back.out.includes("was not compared")]).toEqual([0, format === "docx", format === "pdf"]);
}, 60_000);

test("what does not fit together is told beside the document, which is written all the same", async () => {
  put("clash.yaml", readFileSync(at("deal.yaml"), "utf8").replace(/^ {2}deletion: .*$/m, "").replace("topics:", 'topics:\n  deletion: {"version":"licensor"}'));
  expect(await cli(["draft", "clash.yaml", "--output", "clash.md"])).toMatchObject({ exit: 0, err: expect.stringMatching(/^written: clash\.md\ndoes not fit together \(model-after-term, deletion\): all that was derived is to be deleted, and models may live on\n {2}hint: `cleartitle deal check clash\.yaml` tells what to do\n$/) });
  expect((await cli(["draft", "deal.yaml", "--output", "fits.md"])).err).toBe("written: fits.md\n");
});

test("what was edited is told, and stops", async () => {
  const { out } = await cli(["draft", "deal.yaml"]);
  put("bare.md", out.slice(0, out.indexOf("```cleartitle-draft")));
  expect(await cli(["draft", "read", "bare.md"])).toMatchObject({ exit: 3, err: expect.stringContaining("`--by-text` reads one from which it was taken out") });
  expect(await cli(["draft", "read", "bare.md", "--by-text"])).toMatchObject({ exit: 0, out: expect.stringMatching(/^The document carries no deal: it was read by its words/) });
  put("edited.md", out.replace("runs for 3 months", "runs for 4 months").replace("Copies may be made", "No copies may be made"));
  const read = await cli(["draft", "read", "edited.md", "--deal", "deal.yaml", "--output", "theirs.yaml"]);
  expect(read.exit).toBe(2);
  expect(read.out).toContain("another value: term-and-renewal\n  - The deal begins on 2026-07-01 and runs for 3 months.\n  + The deal begins on 2026-07-01 and runs for 4 months.");
  expect(read.out).toContain("edited: permitted-acts\n");
  expect((await cli(["deal", "check", "theirs.yaml"])).out).toContain("In no norm");
});

test("a terminal is asked what the template asks, and an empty answer takes what is proposed", async () => {
  const said: Record<string, string> = { "Id of the licensor": "maker", "Id of the licensee": "acme", "Ids of what": "scans, notes", "Id of the deal": "trial" };
  // What has no proposal: the fields of use, the first day, the fee, the law and the seat.
  const must = ["medicine", "medical", "soon", "2026-07-01", "EUR 100", "GB", "GB"];
  const asked: string[] = [];
  const { exit, out, err } = await cli(["draft", "new", "evaluation"], (question) => {
    asked.push(question);
    return Promise.resolve(Object.entries(said).find(([begin]) => question.startsWith(begin))?.[1] ?? (question === "Answer: " ? must.shift()! : ""));
  });
  expect([exit, must, asked[2]]).toEqual([0, [], "Day of this draft [2026-06-01]: "]);
  // What would not do is asked once more.
  expect(err.split("\n").filter((line) => line.startsWith("  `"))).toEqual([expect.stringContaining("`soon` is no date")]);
  expect(err).toContain("there is no `medicine` among fields");
  expect(out).toContain('id: "trial"\n');
  expect(out).toContain('  field-of-use: {"version":"neutral","with":{"fields":["medical"]}}\n');
  expect(out).toContain('  term-and-renewal: {"version":"neutral","with":{"from":"2026-07-01","initial":"P3M"}}\n');
});

test.each([
  [["draft", "new", "data-license"], 64, "there is no terminal to ask on"],
  [["draft", "new", "data-licence"], 64, "there is no template `data-licence`"],
  [["draft", "new", "data-license", "--answers", put("short.yaml", "id: a\nwritten: \"2026-06-01\"\nlicensor: { id: b }\nlicensee: { id: c }\nassets: [d]\n")], 3, "short.yaml: nobody answered: "],
  [["draft", "new", "evaluation", "--answers", put("wrong.yaml", "id: a\nwritten: \"2026-06-01\"\nlicensor: { id: b }\nlicensee: { id: c }\nassets: [d]\nanswers:\n  fields: [medicine]\n  from: \"2026-07-01\"\n  fee: EUR 100\n  law: [GB]\n  seat: [GB]\n")], 3, "wrong.yaml:7:"],
  [["draft", "deal.yaml", "--format", "docx"], 64, "is written into a file"],
  [["draft", "read", put("none.md", "# Nothing\n")], 3, "the document carries no deal"],
  [["draft", "read", put("none.md", "# Nothing\n"), "--by-text"], 3, "`cleartitle read` reads any other"],
  [["draft", "read", put("broken.docx", "PK\u0003\u0004 no more")], 3, "damaged"],
  [["draft", "read", "missing.docx"], 1, "there is no such file\n  hint: check the name\n"],
  [["draft", "missing.yaml"], 1, "`cleartitle draft new` a first deal"],
])("%j ends with %d and says why", async (args, exit, message) => {
  const told = await cli(args);
  expect(told.exit).toBe(exit);
  expect(told.err).toContain(message);
  expect(existsSync(at("undefined"))).toBe(false);
});

test("templates are listed, and shown with what they ask", async () => {
  const { out } = await cli(["draft", "templates"]);
  expect(out.split("\n").filter((line) => /^[a-z]/.test(line))).toHaveLength(9);
  const one = await cli(["draft", "templates", "consortium"]);
  expect(one.out).toMatch(/Not in the deal: A deal has one licensor[\s\S]*leaver: What becomes of the data[\s\S]*proposed: neutral/);
  expect(JSON.parse((await cli(["draft", "templates", "consortium", "--format", "json"])).out)).toMatchObject({ templates: [{ id: "consortium" }] });
});
