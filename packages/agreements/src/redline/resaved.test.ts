import { expect, test } from "vitest";
import { inFirstForm } from "./resaved.js";

const hand = 'w:author="x" w:date="2000-01-01T00:00:00Z"';
const list = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;
const run = (said: string, look = "") => `<w:r>${look}<w:t>${said}</w:t></w:r>`;
const gone = (inside: string) => `<w:del w:id="1" ${hand}>${inside.replaceAll("w:t>", "w:delText>").replaceAll("w:instrText>", "w:delInstrText>")}</w:del>`;
const come = (inside: string) => `<w:ins w:id="2" ${hand}>${inside}</w:ins>`;
const paragraph = (form: string, inside: string, mark: "ins" | "del" | null = null) => `<w:p><w:pPr>${form}${mark === null ? "" : `<w:rPr><w:${mark} w:id="3" ${hand}/></w:rPr>`}</w:pPr>${inside}</w:p>`;
const setOtherwise = (now: string, was: string, inside: string) => paragraph(`${now}<w:pPrChange w:id="4" ${hand}><w:pPr>${was}</w:pPr></w:pPrChange>`, inside);
const field = (says: string, shown: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${says}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const look = `<w:rPr><w:b/><w:rPrChange w:id="5" ${hand}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>`;

test.each<readonly [string, string, string]>([
  ["how paragraphs and words are set is as it was", setOtherwise("<w:jc/>", "<w:keepNext/>", run("a", look)), paragraph("<w:keepNext/>", run("a", "<w:rPr><w:i/></w:rPr>"))],
  ["of a paragraph that comes the number is in the list of the others", setOtherwise(list(7), list(2), run("a")) + paragraph(list(7), come(run("b")), "ins"), paragraph(list(2), run("a")) + paragraph(list(2), come(run("b")), "ins")],
  ["words that go and come again stay", paragraph("", run("a ") + come(run("b")) + gone(run("b"))), paragraph("", run("a ") + run("b"))],
  ["others do not", paragraph("", come(run("14")) + gone(run("30"))), paragraph("", come(run("14")) + gone(run("30")))],
  ["nor does a reference that leads elsewhere", paragraph("", come(field("REF _b", "2")) + gone(field("REF _a", "2"))), paragraph("", come(field("REF _b", "2")) + gone(field("REF _a", "2")))],
  ["a reference that is written otherwise does", paragraph("", come(field(" REF _a \\n", "2")) + gone(field("REF _a", "2"))), paragraph("", field("REF _a", "2"))],
  ["the number of a page is no word", paragraph("", come(field(" PAGE ", "6"))  + gone(field("PAGE", "1"))), paragraph("", field("PAGE", "1"))],
  ["paragraphs that go and come again stay, and what comes between them comes there", paragraph("", gone(run("a")), "del") + paragraph("", gone(run("b")), "del") + paragraph("", come(run("a")), "ins") + paragraph("", come(run("new")), "ins") + paragraph("", come(run("b")), "ins"), paragraph("<w:rPr></w:rPr>", run("a")) + paragraph("", come(run("new")), "ins") + paragraph("<w:rPr></w:rPr>", run("b"))],
  ["what goes between them goes", paragraph("", gone(run("a")), "del") + paragraph("", gone(run("old")), "del") + paragraph("", gone(run("b")), "del") + paragraph("", come(run("a")), "ins") + paragraph("", come(run("b")), "ins"), paragraph("<w:rPr></w:rPr>", run("a")) + paragraph("", gone(run("old")), "del") + paragraph("<w:rPr></w:rPr>", run("b"))],
  ["with a paragraph between they are two", paragraph("", gone(run("a")), "del") + paragraph("", run("c")) + paragraph("", come(run("a")), "ins"), paragraph("", gone(run("a")), "del") + paragraph("", run("c")) + paragraph("", come(run("a")), "ins")],
  ["where a page ends is no change", paragraph("", come('<w:r><w:br w:type="page"/></w:r>') + run("a")), paragraph("", run("a"))],
])("of a document that another program saved: %s", (_, xml, made) => {
  expect(inFirstForm(xml)).toBe(made);
});
