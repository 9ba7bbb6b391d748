import * as engine from "docxodus/core";
import * as fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { limits, openDocx } from "../docx/archive.js";
import { type Block, docxOf, sampleDocx } from "../docx/docx-sample.fixture.js";
import { paragraphsOf } from "../docx/paragraph.js";
import type { View } from "../docx/view.js";
import { editedBlocks } from "./edited-blocks.fixture.js";
import { trackedHere } from "./in-process.fixture.js";
import { track, trackedDocx, untrue } from "./tracked-docx.js";

const opened = (bytes: Uint8Array, file = "a.docx") => {
  const found = openDocx(bytes, file);
  if ("problems" in found) throw new Error(found.problems[0]!.message);
  return found.archive;
};
const texts = (bytes: Uint8Array, view: View = "accepted") => paragraphsOf(opened(bytes), view).map(({ text, number, cell }) => [text, number, cell].filter((each) => each !== null).join(" | "));
const xmlOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)["word/document.xml"]!);
const file = (bytes: Uint8Array, name: string) => ({ file: name, bytes });

const isRead = (lines: readonly string[]): string[] => lines.filter((each) => each !== "");

const header = (text: string): Readonly<Record<string, string>> => ({ "word/header1.xml": `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>` });
const sentenceXml = '<w:p><w:r><w:t xml:space="preserve">Two years.</w:t></w:r></w:p>';
const bold = sentenceXml.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>");
const was = '<w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange>';
const styled = (form: string): Uint8Array => docxOf(sentenceXml.replace("<w:r>", '<w:pPr><w:pStyle w:val="Term"/></w:pPr><w:r>'), { "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Term"><w:name w:val="Term"/><w:rPr>${form}</w:rPr></w:style></w:styles>` });

/** A document of sentences that are set in a form, with what is said of all words. */
const saved = (words: readonly string[], form: string, defaults: string): Uint8Array => docxOf(words.map((said) => sentenceXml.replace("<w:r>", `${form}<w:r>`).replace("Two years.", said)).join(""), { "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>${defaults}</w:rPrDefault></w:docDefaults></w:styles>` });

describe("one document of two", () => {
  const left: Block[] = [{ heading: "Grant" }, { item: "Acme may train on the data for two years.", level: 0 }, { item: "It deletes the data afterwards.", level: 0 }, { item: "Nobody publishes weights.", level: 1 }, { rows: [["fee", "EUR 100"], ["due", "30 days"]] }, { p: "Signed." }];
  const right: Block[] = [{ heading: "Grant" }, { item: "Acme may train on the data for three years.", level: 0 }, { item: "Nobody publishes weights.", level: 1 }, { item: "It tells of a breach.", level: 0 }, { rows: [["fee", "EUR 250"], ["unit", "token"], ["due", "30 days"]] }, { p: "Signed." }];

  test("has real tracked changes, accepts to the one and rejects to the other, and is the same each time", async () => {
    const made = await trackedDocx(file(sampleDocx(left), "a.docx"), file(sampleDocx(right), "b.docx"));
    expect(made.problems).toEqual([]);
    const { bytes, notes } = made.tracked!;
    expect(notes).toEqual([]);
    expect(texts(bytes, "accepted")).toEqual(texts(sampleDocx(right)));
    expect(texts(bytes, "rejected")).toEqual(texts(sampleDocx(left)));
    expect(texts(bytes, "rejected")).toContain("Nobody publishes weights. | 2.1");
    expect(texts(bytes, "accepted")).toContain("token | 1.2.2");
    expect(xmlOf(bytes)).toMatch(/<w:ins [^>]*w:author="Cleartitle"/);
    expect(xmlOf(bytes)).toMatch(/<w:del [^>]*w:author="Cleartitle"/);
    // Whoever comes soon after gets the same worker, which holds nothing of before.
    expect(Buffer.compare((await trackedDocx(file(sampleDocx(left), "a.docx"), file(sampleDocx(right), "b.docx"))).tracked!.bytes, bytes)).toBe(0);
    // The worker's runtime and the one of this process have nothing in common but the documents.
    expect(Buffer.compare((await trackedDocx(file(sampleDocx(left), "a.docx"), file(sampleDocx(right), "b.docx"), trackedHere)).tracked!.bytes, bytes)).toBe(0);
  });

  test("whatever was edited, accepted it is the right side and rejected the left one, by words, numbers, cells and looks", async () => {
    await fc.assert(fc.asyncProperty(editedBlocks, async ([blocks, edited]) => {
      const [one, other] = [sampleDocx(blocks), sampleDocx(edited)];
      const { tracked, problems } = await trackedDocx(file(one, "a.docx"), file(other, "b.docx"), trackedHere);
      expect([problems, tracked?.notes]).toEqual([[], []]);
      // What accepts and rejects in the library says the same as what reads here.
      expect(isRead(texts(await engine.docxDiffAcceptRevisions(tracked!.bytes)))).toEqual(isRead(texts(other)));
      expect(isRead(texts(await engine.docxDiffRejectRevisions(tracked!.bytes)))).toEqual(isRead(texts(one)));
    }), { numRuns: 25, seed: 11 });
  });

  test("open changes of a document count as accepted, and it is said", async () => {
    const marked = docxOf('<w:p><w:r><w:t xml:space="preserve">Two </w:t></w:r><w:ins w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"><w:r><w:t>long </w:t></w:r></w:ins><w:del w:id="2" w:author="x" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>short </w:delText></w:r></w:del><w:r><w:t>years.</w:t></w:r></w:p>');
    expect([texts(marked), texts(marked, "rejected")]).toEqual([["Two long years."], ["Two short years."]]);
    const { tracked } = await trackedDocx(file(marked, "marked.docx"), file(sampleDocx([{ p: "Three long years." }]), "b.docx"), trackedHere);
    expect(tracked!.notes).toEqual(["`marked.docx` has open changes of its own: it is compared as if they were accepted"]);
    expect(texts(tracked!.bytes, "rejected")).toEqual(["Two long years."]);
  });

  test("what does not hold both sides is not given out", async () => {
    const [one, other] = [sampleDocx(left), sampleDocx(right)];
    const { tracked, problems } = await trackedDocx(file(one, "a.docx"), file(other, "b.docx"), async () => ({ bytes: other }));
    expect(tracked).toBeNull();
    expect(problems).toMatchObject([{ code: "unsupported", message: expect.stringContaining("with all changes rejected paragraph 2 reads") }]);
    const lost = await trackedDocx(file(one, "a.docx"), file(other, "b.docx"), async () => ({ fault: "it took more than 120 seconds" }));
    expect(lost).toMatchObject({ tracked: null, problems: [{ message: expect.stringContaining("120 seconds") }] });
    expect(untrue(opened(other), opened(one), opened(other))).not.toBeNull();
  });

  test.each<readonly [what: string, left: Uint8Array, right: Uint8Array, made: Uint8Array, notes: readonly string[]]>([
    ["a header that is the first one's whatever becomes of the changes", docxOf(sentenceXml, header("Draft")), docxOf(sentenceXml, header("Final")), docxOf(sentenceXml, header("Draft")), ["with all changes accepted headers, footers or notes do not read as those of `b.docx`: they have to be compared by eye"]],
    ["a header that goes with the changes", docxOf(sentenceXml, header("Draft")), docxOf(sentenceXml), docxOf(sentenceXml, header('</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>Draft</w:delText></w:r></w:del><w:r><w:t>')), []],
    ["words that look as the second one has them whatever becomes of the changes", docxOf(sentenceXml), docxOf(bold), docxOf(bold), ["with all changes rejected 1 paragraph does not look as in `a.docx`, though the words are the same: the first is “Two years.”"]],
    ["words whose look is a change", docxOf(sentenceXml), docxOf(bold), docxOf(bold.replace("<w:b/>", `<w:b/>${was}`)), []],
    ["words in pieces that look alike", docxOf(sentenceXml), docxOf(sentenceXml), docxOf(sentenceXml.replace("Two ", 'Two </w:t></w:r><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">')), []],
    ["a style that the two define otherwise", styled("<w:b/>"), styled("<w:i/>"), styled("<w:b/>"), ["with all changes accepted words in the style `Term` do not look as in `b.docx`: it is defined otherwise there"]],
  ])("what a document does not hold beside its words is told: %s", async (_what, one, other, bytes, notes) => {
    expect((await trackedDocx(file(one, "a.docx"), file(other, "b.docx"), async () => ({ bytes }))).tracked?.notes).toEqual(notes);
  });

  test("of a document that another program saved, which sets everything otherwise, the words alone are changes", async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `Sentence ${at} of the agreement.`);
    const [one, other] = [saved(lines, "", ""), saved(lines.map((said) => said.replace("5", "50")), '<w:pPr><w:spacing w:before="0"/></w:pPr>', '<w:rPr><w:sz w:val="24"/></w:rPr>')];
    const { tracked } = await trackedDocx(file(one, "a.docx"), file(other, "b.docx"), trackedHere);
    expect(tracked!.notes).toEqual(["`b.docx` was saved by another program, which sets nearly everything otherwise: it looks as `a.docx`, and changes of form alone are left out"]);
    expect(xmlOf(tracked!.bytes)).not.toMatch(/Change\b/);
    expect([texts(tracked!.bytes), texts(tracked!.bytes, "rejected")]).toEqual([texts(other), texts(one)]);
  });

  test("the worker tells a fault of the library, and goes on living for the next", async () => {
    expect(await track(strToU8("PK nothing"), sampleDocx(right))).toMatchObject({ fault: expect.any(String) });
  });
});

/** The same archive, whose directory says another size of its last entry. */
function grown(bytes: Uint8Array, size = limits.part + 1): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(size, copy.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return copy;
}

describe("a document that is none", () => {
  const bad: readonly (readonly [string, () => Uint8Array, string])[] = [
    ["cut off", () => sampleDocx([{ p: "a" }]).subarray(0, 900), "format-syntax"],
    ["no archive", () => strToU8("Agreement"), "format-syntax"],
    ["empty", () => new Uint8Array(), "format-syntax"],
    ["of the old form", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "unsupported"],
    ["another archive", () => zipSync({ "a.txt": strToU8("a") }), "format-syntax"],
    ["with macros", () => docxOf("", { "word/vbaProject.bin": "x" }), "not-allowed"],
    ["with macros by its type", () => docxOf("", { "[Content_Types].xml": '<Types xmlns="t"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }), "not-allowed"],
    ["of 50 MB", () => new Uint8Array(50_000_000).fill(0x50, 0, 1), "too-large"],
    ["that says it unpacks to much more", () => grown(docxOf("", { "word/large.xml": " " })), "too-large"],
    ["that unpacks to more than it says", () => grown(sampleDocx([{ p: "a" }]), 10), "format-syntax"],
    ["with a document type", () => docxOf("", { "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), "unsupported"],
    ["nested without end", () => docxOf("<w:sdt>".repeat(200)), "too-deep"],
    ["with broken XML", () => docxOf("<w:p><w:r></w:p>"), "format-syntax"],
  ];
  test.each(bad)("%s is a problem and no document", async (_what, make, code) => {
    const bytes = make();
    const found = openDocx(bytes, "bad.docx");
    expect("problems" in found ? found.problems : []).toMatchObject([{ code, file: "bad.docx", message: expect.any(String) }]);
    expect((await trackedDocx(file(sampleDocx([{ p: "a" }]), "a.docx"), file(bytes, "bad.docx"))).tracked).toBeNull();
  });
});
