import { memoryFile, zipEntries } from "@cleartitle/intake";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, json, openHouse } from "./house.js";

/** Decisions as documents. */
let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.ask("/workspaces/acme/decisions", json({ use: "launch", in: ["EU", "JP"] }));
});
afterAll(async () => house.close());

const ask = (path: string) => house.ask(`/workspaces/acme${path}`);
const bytesOf = async (path: string): Promise<Buffer> => Buffer.from(await (await ask(path)).arrayBuffer());

/** Files of an archive as text. */
async function unpacked(bytes: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const entry of zipEntries(memoryFile("memo.docx", bytes), { maxBytes: 1e7, maxEntries: 100, maxEntry: 1e7, maxTotal: 1e8 })) {
    if (!("bytes" in entry)) throw new Error(entry.detail);
    files[entry.name] = Buffer.from(entry.bytes).toString("utf8");
  }
  return files;
}

describe("a memo of a recorded decision", () => {
  test("tells question, answer by place, reasons with quotes, what is open, duties, whom to ask and what it stands on", async () => {
    const response = await ask("/decisions/1/memo");
    const text = await response.text();
    expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const wanted = ["Question", "Answer", "By territory", "Reasons", "Exposure from past acts", "Open positions and assumptions", "Obligations", "What would settle it", "Remedies", "Whom to ask", "Basis"];
    expect(headings.filter((each) => wanted.includes(each!))).toEqual(wanted);
    expect(text).toContain("# Memo: launch");
    expect(text).toContain("as decision 1 by jane");
    expect(text).toMatch(/“[^”]*NonCommercial[^”]*”/);
  });
  test("is a document for a word processor, with the day of the answer and no other", async () => {
    const files = await unpacked(await bytesOf("/decisions/1/memo?format=docx"));
    expect(files["word/document.xml"]).toContain("NonCommercial");
    expect(files["word/document.xml"]).toContain("BLOCKED");
    expect([...files["docProps/core.xml"]!.matchAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)].map(([each]) => each)).toEqual(["2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z"]);
  });
  test("is a PDF, with its fonts in it", async () => {
    const text = (await bytesOf("/decisions/1/memo?format=pdf")).toString("latin1");
    expect(text.startsWith("%PDF-1.")).toBe(true);
    expect(text).toContain("NotoSans");
    expect(text).toContain("(D:20261201000000Z)");
  });
  test.each(["markdown", "docx", "pdf"])("as %s has the same bytes each time", async (format) => {
    const [one, two] = [await bytesOf(`/decisions/1/memo?format=${format}`), await bytesOf(`/decisions/1/memo?format=${format}`)];
    expect(Buffer.compare(one, two)).toBe(0);
  });
});

describe("a memo of what a use comes to", () => {
  test("has names of any script, and nothing of them is markup or turns the line around", async () => {
    const hostile = "数据 سلام 한글 Жизнь <script>alert(1)</script> \u202etxt.exe";
    await house.ask("/workspaces/acme/changes", json({ changes: { add: { assets: [{ id: hostile, kind: "dataset", license: "CC-BY-NC-4.0", licensor: "maker" }], derivations: [{ from: hostile, to: "assistant", by: "include", on: "2026-02-01" }] } } }));
    const markdown = (await bytesOf("/uses/launch/memo")).toString("utf8");
    expect(markdown).toContain("数据 سلام 한글 Жизнь &lt;script");
    const { "word/document.xml": document = "" } = await unpacked(await bytesOf("/uses/launch/memo?format=docx"));
    expect(document).toContain("数据 سلام 한글 Жизнь &lt;script&gt;");
    const pdf = (await bytesOf("/uses/launch/memo?format=pdf")).toString("latin1");
    expect(pdf).not.toContain("NotoSansJP");
    // Signs that Japanese writes otherwise than Chinese, where kana says which it is.
    await house.ask("/workspaces/acme/changes", json({ changes: { add: { assets: [{ id: "直角の骨", kind: "dataset", license: "CC-BY-NC-4.0", licensor: "maker" }], derivations: [{ from: "直角の骨", to: "assistant", by: "include", on: "2026-02-01" }] } } }));
    expect((await bytesOf("/uses/launch/memo?format=pdf")).toString("latin1")).toContain("NotoSansJP");
    for (const font of ["NotoSans-Regular", "NotoSansSC", "NotoSansArabic", "NotoSansKR"]) expect(pdf).toContain(font);
    for (const text of [markdown, document]) expect(text).not.toContain("\u202e");
  });
  test.each([["/uses/nothing/memo", 404], ["/uses/launch/memo?format=doc", 422], ["/decisions/9/memo", 404], ["/uses/launch/memo?asOf=yesterday", 422]])("%s is answered %i", async (path, status) => expect((await ask(path)).status).toBe(status));
});

test("none of these requests met a bug", () => expect(house.bugs).toEqual([]));
