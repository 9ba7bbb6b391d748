import { expect, test } from "vitest";
import { withLevelsKept } from "./lost-level.js";

const hand = 'w:author="x" w:date="2000-01-01T00:00:00Z"';
const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
const [flat, deep] = [numbered(0), numbered(1)];
const run = (said: string, look = "") => `<w:r>${look}<w:t>${said}</w:t></w:r>`;
const bold = `<w:rPr><w:b/><w:rPrChange w:id="4" ${hand}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>`;
const paragraph = (now: string, was: string, content: string) => `<w:p><w:pPr>${now}<w:pPrChange w:id="9" ${hand}><w:pPr>${was}</w:pPr></w:pPrChange></w:pPr>${content}</w:p>`;
const whole = (kind: "ins" | "del", form: string, id: number, ...runs: readonly string[]) => `<w:p><w:pPr>${form}<w:rPr><w:${kind} w:id="${id}" ${hand}/></w:rPr></w:pPr>${runs.length === 0 ? "" : `<w:${kind} w:id="${id + 1}" ${hand}>${runs.join("").replaceAll("w:t>", kind === "del" ? "w:delText>" : "w:t>")}</w:${kind}>`}</w:p>`;

const edited = `${run("Acme ")}<w:ins w:id="1" ${hand}>${run("may")}</w:ins><w:del w:id="2" ${hand}><w:r><w:delText>must</w:delText></w:r></w:del>${run(" train.", bold)}`;

test.each<readonly [string, string, string | null]>([
  ["one whose level was deeper goes as a whole and comes as a whole, with its looks", paragraph(flat, deep, edited), whole("del", deep, 10, run("Acme "), run("must"), run(" train.", "<w:rPr><w:i/></w:rPr>")) + whole("ins", flat, 12, run("Acme "), run("may"), run(" train.", "<w:rPr><w:b/></w:rPr>"))],
  ["so does one that stays on its level", paragraph(`${deep}<w:jc w:val="center"/>`, deep, run("a")), whole("del", deep, 10, run("a")) + whole("ins", `${deep}<w:jc w:val="center"/>`, 12, run("a"))],
  ["and one without words", paragraph("", deep, ""), whole("del", deep, 10) + whole("ins", "", 11)],
  ["one that was on the first level comes back by itself", paragraph(deep, flat, run("a")), null],
  ["one with a mark is left alone", paragraph(flat, deep, `<w:bookmarkStart w:id="5" w:name="a"/>${run("a")}<w:bookmarkEnd w:id="5"/>`), null],
  ["one with a field is left alone", paragraph(flat, deep, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), null],
])("a numbered paragraph that is set otherwise: %s", (_, xml, made) => {
  expect(withLevelsKept(xml)).toBe(made ?? xml);
});
