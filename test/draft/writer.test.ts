import { inflateSync } from "node:zlib";
import { readDraft, writeDraft } from "@cleartitle/agreements";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { library } from "../cases/clause-house.js";
import { allIn, dealOf, draftingOf, taxonomies } from "./drafted.js";

const drafting = draftingOf(dealOf(allIn("neutral"), { title: "Scans & <more>", further: [{ id: "peace", title: "Peace | war", text: ["No *party* speaks `ill` of\u0007 [the] other: 株式会社."] }] }));

test.each(["md", "docx", "pdf"] as const)("the same deal gives the same bytes: %s", async (format) => {
  const small = draftingOf(dealOf({ "permitted-acts": { version: "neutral" }, deletion: { version: "neutral" }, "model-after-term": { version: "neutral" } }));
  const [one, other] = [await writeDraft(small, format), await writeDraft(small, format)];
  expect(Buffer.compare(one, other)).toBe(0);
});

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1]!);

test("a DOCX holds what a word processor needs: parts with types, relations that lead somewhere, marks that are one each, references and contents to marks that are there", async () => {
  const files = Object.fromEntries(Object.entries(unzipSync(await writeDraft(drafting, "docx", { reckoned: false }))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const types = files["[Content_Types].xml"]!;
  const [extensions, parts] = [all(types, /Extension="([^"]+)"/g), all(types, /PartName="\/([^"]+)"/g)];
  expect(Object.keys(files).filter((name) => name !== "[Content_Types].xml" && !parts.includes(name) && !extensions.some((each) => name.endsWith(`.${each}`)))).toEqual([]);
  const targets = all(files["word/_rels/document.xml.rels"]!, /Target="([^"]+)"/g).map((target) => (target.startsWith("../") ? target.slice(3) : `word/${target}`));
  expect([...parts, ...targets].filter((part) => files[part] === undefined)).toEqual([]);
  const text = files["word/document.xml"]!;
  const [ids, ends, marks] = [all(text, /bookmarkStart [^>]*w:id="(\d+)"/g), all(text, /bookmarkEnd [^>]*w:id="(\d+)"/g), all(text, /bookmarkStart [^>]*w:name="([^"]+)"/g)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ends).toEqual(ids);
  expect(new Set(marks).size).toBe(marks.length);
  expect(Math.max(...marks.map((mark) => mark.length))).toBeLessThanOrEqual(40);
  const [references, pages, links] = [all(text, /"REF (\S+) /g), all(text, /PAGEREF (\w+)/g), all(text, /w:anchor="([^"]+)"/g)];
  expect([references.length > 20, pages.length > 50, links.length]).toEqual([true, true, pages.length]);
  for (const mark of [...references, ...pages, ...links]) expect(marks).toContain(mark);
  const numbered = new Set(all(text, /<w:numId w:val="(\d+)"/g));
  for (const id of numbered) expect(files["word/numbering.xml"]).toContain(`<w:num w:numId="${id}"`);
  for (const style of new Set(all(text, /<w:pStyle w:val="([^"]+)"/g))) expect(files["word/styles.xml"]).toContain(`w:styleId="${style}"`);
  expect(files["customXml/item1.xml"]).toContain("urn:cleartitle:schema:draft:1");
  expect(files["docProps/core.xml"]).toContain("2026-11-01T00:00:00Z");
});

test("contents of a DOCX tell pages where they were reckoned, and are to be made anew where not", async () => {
  const small = draftingOf(dealOf({ "permitted-acts": { version: "neutral" } }));
  const bytes = await writeDraft(small, "docx");
  expect(readDraft(bytes, { file: "back.docx", library, taxonomies }).differences).toEqual([]);
  expect(all(strFromU8(unzipSync(bytes)["word/document.xml"]!), /PAGEREF \w+<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>(\d+)</g)).toEqual(["3", "3", "3", "4", "4"]);
  expect(strFromU8(unzipSync(await writeDraft(small, "docx", { reckoned: false }))["word/document.xml"]!)).toMatch(/w:fldCharType="begin" w:dirty="true"\/><w:instrText xml:space="preserve">TOC /);
});

test("a PDF has the deal as an attachment", async () => {
  const raw = Buffer.from(await writeDraft(drafting, "pdf"));
  const at = raw.indexOf("/EmbeddedFile\n");
  const body = raw.subarray(raw.indexOf("stream\n", at) + 7);
  expect(JSON.parse(inflateSync(body.subarray(0, body.indexOf("endstream"))).toString("utf8"))).toMatchObject({ $schema: "urn:cleartitle:schema:draft:1", deal: { id: "scans" } });
});

test("in Markdown what the parties said is text", async () => {
  const text = Buffer.from(await writeDraft(drafting, "md")).toString("utf8");
  expect(text).toContain("# Scans \\& \\<more\\>\n");
  expect(text).toContain("12.1.1 No \\*party\\* speaks \\`ill\\` of \\[the\\] other: 株式会社.");
  expect(text).toContain("### <a id=\"_clause_further_peace\"></a>12.1 Peace \\| war");
});
