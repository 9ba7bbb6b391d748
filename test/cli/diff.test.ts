import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileDeal, loadClauses, openDocx, paragraphsOf, readDeal, writeDraft } from "@cleartitle/agreements";
import { defaultCatalogueDir } from "@cleartitle/catalogue";
import { run } from "@cleartitle/cli";
import { afterAll, describe, expect, test } from "vitest";
import { rooms } from "../../apps/cli/src/rooms.js";
import { docxOf, sampleDocx, type Block } from "../../packages/agreements/src/docx/docx-sample.fixture.js";

const folder = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const catalogue = rooms.catalogue();
const { taxonomies } = (await catalogue).catalogue!;

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-11-28", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(["diff", ...args], io), out: out.join(""), err: err.join("") };
}

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const example = new URL("../../examples/code-model/", import.meta.url);
for (const [from, to] of [["cleartitle.yaml", "cleartitle.yaml"], ["deal/vendor.yaml", "vendor.yaml"], ["deal/ours.yaml", "ours.yaml"], ["deal/playbook.yaml", "playbook.yaml"]] as const) copyFileSync(new URL(from, example), join(folder, to));
const ours = readFileSync(join(folder, "ours.yaml"), "utf8");

const left: Block[] = [{ heading: "Grant" }, { p: "Acme may train on the data for two years." }, { heading: "Law" }, { p: "The law of Ireland governs." }];
const right: Block[] = [{ heading: "Grant" }, { p: "Acme may train on the data for three years." }, { heading: "Law" }, { p: "The law of Ireland governs." }, { heading: "Audit" }, { p: "Books are open once a year." }];
const [leftDocx, rightDocx] = [put("left.docx", sampleDocx(left)), put("right.docx", sampleDocx(right))];

/** Two uses: what a customer takes away, and the next model. */
const few = put("few.yaml", readFileSync(join(folder, "cleartitle.yaml"), "utf8").replace(/^ {2}(?:launch|keep-serving|tune-again|hand-to-a-customer): .*\n/gm, ""));
const gate = (from: string, to: string, ...args: string[]): Promise<number> => cli(from, to, "--title", few, ...args).then(({ exit }) => exit);
const plain = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => ("p" in block ? [block.p] : "heading" in block ? [block.heading] : []));

describe("two deals", () => {
  test("say what becomes of each use, by which clause and sentence, and that drafts are asked as if signed", async () => {
    const { exit, out, err } = await cli("vendor.yaml", "ours.yaml", "--title", "cleartitle.yaml", "--playbook", "playbook.yaml");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("5 uses changed (4 better, 1 with the same answer and other duties or exposure)");
    expect(out).toContain("Neither state is signed");
    expect(out).toContain("conditional launch: blocked → conditional, better");
    expect(out).toContain("only together: outputs and improvements");
    expect(out).toContain("3.1 before: What the models put out stays within Acme, which may");
    expect(out).toContain("the other changes take it back");
    expect(out).toContain("taken as a fallback: 11. Improvements");
    expect(out).toMatch(/Ownership of outputs \/ \[-Outputs belong to Acme, save those/);
  });

  test("as JSON with all of it, the same each time; as Markdown", async () => {
    const args = ["vendor.yaml", "ours.yaml", "--title", few, "--playbook", "playbook.yaml", "--format"] as const;
    const { out } = await cli(...args, "json");
    const json = JSON.parse(out);
    expect(json).toMatchObject({ $schema: "urn:cleartitle:schema:diff:1", version: 1, left: { file: "vendor.yaml", kind: "deal", deal: "coder-2027" }, right: { kind: "deal" }, effect: { asIfSigned: { before: true, after: true }, cut: null } });
    expect(json.deviations.map((each: { readonly severity: string; readonly isNew: boolean }) => [each.severity, each.isNew])).toContainEqual(["fallback", true]);
    expect((await cli(...args, "json")).out).toBe(out);
    expect((await cli(...args, "md")).out).toMatch(/^## What it does\n/m);
  });

  const weights = put("weights.yaml", ours.replace("improvements: { version: neutral }", "improvements: { version: licensor }"));
  const outputs = put("outputs.yaml", ours.replace("outputs: { version: neutral }", "outputs: { version: licensor }"));
  test.each([
    ["nothing is asked of it", ["ours.yaml", outputs], 0],
    ["a use became blocked", ["ours.yaml", outputs, "--fail-on", "blocked"], 2],
    ["uses became worse, and none is blocked", ["ours.yaml", weights, "--fail-on", "blocked"], 0],
    ["uses became conditional or open", ["ours.yaml", weights, "--fail-on", "worse"], 2],
    ["all became better", ["vendor.yaml", "ours.yaml", "--fail-on", "worse"], 0],
    ["not every use was asked", ["ours.yaml", weights, "--fail-on", "blocked", "--most", "1"], 4],
    ["not every use was asked, and none of those that were became worse", ["vendor.yaml", "ours.yaml", "--fail-on", "worse", "--most", "1"], 4],
    ["the playbook stops", ["ours.yaml", weights, "--fail-on", "blocked", "--playbook", "playbook.yaml"], 2],
    ["the playbook asks, and that is not asked for", ["ours.yaml", put("cover.yaml", ours.replace("output-indemnity: { version: neutral }", "output-indemnity: { version: licensor }")), "--fail-on", "worse", "--playbook", "playbook.yaml"], 0],
    ["the playbook asks", ["ours.yaml", "cover.yaml", "--fail-on", "deviation", "--playbook", "playbook.yaml"], 2],
  ] as const)("as a gate: %s", async (_what, args, exit) => {
    expect(await gate(...(args as readonly string[] as [string, string]))).toBe(exit);
  });

  test.each([["blocked", [], "--title or --playbook"], ["worse", [], "--title or --playbook"], ["deviation", ["--title", few], "--playbook"]])("a gate that nothing could stop at is wrong usage: --fail-on %s %j", async (failOn, more, hint) => {
    const { exit, out, err } = await cli("ours.yaml", outputs, "--fail-on", failOn, ...more);
    expect([exit, out, err.includes(hint)]).toEqual([64, "", true]);
  });

  test("where all that became worse is open, the gate says so", async () => {
    const one = put("one-use.yaml", readFileSync(join(folder, few), "utf8").replace(/^ {2}suggest: .*\n/gm, ""));
    expect((await cli("ours.yaml", weights, "--title", one, "--fail-on", "worse")).exit).toBe(4);
  });
});

describe("deals as documents", () => {
  const house = { library: loadClauses(defaultCatalogueDir()!, taxonomies).library!, taxonomies };
  const drafted = async (name: string, format: "docx" | "md"): Promise<string> => {
    const deal = readDeal(readFileSync(join(folder, name), "utf8"), { file: name, ...house }).file!;
    const { compiled } = compileDeal(deal, house);
    return put(name.replace("yaml", format), await writeDraft({ deal: deal.deal, compiled: compiled!, ...house }, format, { reckoned: false }));
  };

  test("two deals become one document with tracked changes; accepted it is the second deal again", async () => {
    expect(await cli("vendor.yaml", "ours.yaml", "--redline", "deals.docx")).toMatchObject({ exit: 0, err: "written: deals.docx\n" });
    const { exit, out, err } = await cli("ours.yaml", "deals.docx", "--title", few);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("`deals.docx` has open changes: it is compared as if they were accepted.");
    expect(out).toContain("0 uses changed");
    expect(out).toContain("No clause is worded otherwise.");
  });

  test("what the other side wrote into the document counts, and what no norm carries leaves uses open", async () => {
    const markdown = await drafted("ours.yaml", "md");
    const edited = put("edited.md", readFileSync(join(folder, markdown), "utf8").replaceAll(", for money too.", ", with care."));
    const { out } = await cli("ours.yaml", edited, "--title", few, "--playbook", "playbook.yaml");
    expect(out).toContain("`edited.md` says in 1 place something else than the deal inside it");
    expect(out).toContain("suggest: cleared → unresolved, worse");
    expect(out).toContain("by outputs alone");
    expect(out).toContain("stop: 3. Use of outputs (new): it is said in words of the parties");
    expect((await cli(markdown, await drafted("ours.yaml", "docx"))).out).toContain("No clause is worded otherwise.");
  });
});

/** A sentence in a style, and what stands at its end. */
const styled = (form: string, end: string): Uint8Array => docxOf(`<w:p><w:pPr><w:pStyle w:val="Term"/></w:pPr><w:r><w:t>Two years.</w:t>${end}</w:r></w:p>`, { "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults/><w:style w:type="paragraph" w:styleId="Term"><w:name w:val="Term"/><w:rPr>${form}</w:rPr></w:style></w:styles>` });

describe("two documents", () => {
  test("are compared clause by clause, and become one with tracked changes", async () => {
    const { exit, out, err } = await cli(leftDocx, rightDocx, "--redline", "redline.docx");
    expect([exit, err]).toEqual([0, "written: redline.docx\n"]);
    expect(out).toContain("for [-two-]{+three+} years.");
    expect(out).toContain("Audit: added");
    const opened = openDocx(readFileSync(join(folder, "redline.docx")), "redline.docx");
    const texts = (view: "accepted" | "rejected"): string[] => ("archive" in opened ? paragraphsOf(opened.archive, view) : []).map((each) => each.text).filter((each) => each !== "");
    expect([texts("accepted"), texts("rejected")]).toEqual([plain(right), plain(left)]);
  });

  test("what the tracked document does not hold beside words is told, and where a page ends is no word", async () => {
    const { exit, out } = await cli(put("bold.docx", styled("<w:b/>", "")), put("italic.docx", styled("<w:i/>", '<w:br w:type="page"/>')), "--redline", "styles.docx");
    expect([exit, out.replaceAll(/\s+/g, " ")]).toEqual([0, expect.stringContaining("Tracked changes: with all changes rejected words in the style `Term` do not look as in `bold.docx`: it is defined otherwise there.")]);
    expect(out).toContain("No clause is worded otherwise.");
  });

  test("a file that is there is left as it is, and what is no document of a word processor becomes none", async () => {
    const there = put("there.docx", "mine");
    expect(await cli(leftDocx, rightDocx, "--redline", there)).toMatchObject({ exit: 1, out: "", err: expect.stringContaining("left as it is") });
    expect(readFileSync(join(folder, there), "utf8")).toBe("mine");
    expect(await cli(leftDocx, put("law.txt", "1. Law\n\nThe law of Ireland governs."), "--redline", "new.docx")).toMatchObject({ exit: 64, out: "" });
    expect(existsSync(join(folder, "new.docx"))).toBe(false);
  });

  test("one with a deal inside that is damaged is compared by its words, and this is told", async () => {
    const damaged = put("damaged.md", "# Law\n\nThe law of Ireland governs.\n\n```cleartitle-draft\n{\"deal\": {\n```\n");
    const { exit, out } = await cli(damaged, put("law.txt", "1. Law\n\nThe law of Ireland governs."));
    expect([exit, out.includes("The deal inside `damaged.md` is damaged: its words alone are compared.")]).toEqual([0, true]);
  });

  test("Markdown, plain text and a document of a word processor are compared with each other", async () => {
    const { exit, out } = await cli(put("left.md", "# Grant\n\nAcme may train on the data for two years.\n\n# Law\n\nThe law of Ireland governs.\n"), rightDocx, "--format", "json");
    expect(exit).toBe(0);
    expect(JSON.parse(out).clauses.map((each: { readonly kind: string }) => each.kind)).toEqual(["changed", "same", "added"]);
    expect((await cli("law.txt", "law.txt")).out).toContain("No clause is worded otherwise.");
  });

  test("of words alone nobody decides a use, nor holds them against a playbook", async () => {
    expect(await cli("ours.yaml", rightDocx, "--title", "cleartitle.yaml")).toMatchObject({ exit: 3, out: "", err: expect.stringContaining("it carries no deal") });
    expect(await cli("ours.yaml", rightDocx, "--playbook", "playbook.yaml")).toMatchObject({ exit: 3, out: "" });
  });
});

describe("bad input is a clear problem, and nothing is written", () => {
  const ends = `  delivery: { own: { text: ["It ends in May."], dates: [{ id: end, at: 1, what: it ends, on: "2028-05-01", sets: end }] } }\n`;
  const bad: readonly (readonly [what: string, make: () => string, exit: number, words: string])[] = [
    ["a broken document", () => put("broken.docx", sampleDocx(left).subarray(0, 700)), 3, "damaged"],
    ["one with macros", () => put("macros.docm", docxOf("", { "word/vbaProject.bin": "x" })), 3, "with macros"],
    ["one of 50 MB", () => put("large.docx", Buffer.concat([Buffer.from("PK"), Buffer.alloc(50_000_000)])), 3, "50 MB"],
    ["an old `.doc`", () => put("old.doc", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])), 3, "`.doc`"],
    ["a PDF", () => put("pages.pdf", "%PDF-1.7\n"), 3, "pages are not compared"],
    ["bytes that are no text", () => put("bytes.txt", Uint8Array.from([0xff, 0xfe, 0x00])), 3, "UTF-8"],
    ["a deal that contradicts itself", () => put("twice.yaml", `${ours}${ends}`), 3, "ends on"],
    ["a deal with unknown topics", () => put("topics.yaml", `${ours}  outputz: { version: neutral }\n`), 3, "outputz"],
    ["no file", () => "none.docx", 1, "no such file"],
  ];
  test.each(bad)("%s", async (_what, make, exit, words) => {
    const found = await cli(leftDocx, make(), "--redline", "never.docx");
    expect(found).toMatchObject({ exit, out: "", err: expect.stringContaining(words) });
    expect(existsSync(join(folder, "never.docx"))).toBe(false);
  });

  test("a title file or playbook with problems stops", async () => {
    expect(await cli("vendor.yaml", "ours.yaml", "--title", put("bad-title.yaml", "us: acme\nassets: 5\n"))).toMatchObject({ exit: 3, out: "" });
    expect(await cli("vendor.yaml", "ours.yaml", "--playbook", put("bad-playbook.yaml", "id: x\n"))).toMatchObject({ exit: 3, out: "", err: expect.stringContaining("bad-playbook.yaml") });
    expect(await cli("vendor.yaml", "ours.yaml", "--title", put("strangers.yaml", "us: acme\nparties: [{ id: acme }]\nassets: [{ id: songs, kind: dataset }]\n"))).toMatchObject({ exit: 3, err: expect.stringContaining("no party `vendor`") });
  });
});
