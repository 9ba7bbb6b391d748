import { expect, test } from "vitest";
import { withChangesApart } from "./joined-change.js";
import { withFormsOfRunOns } from "./run-on-paragraph.js";

const hand = 'w:author="x" w:date="2000-01-01T00:00:00Z"';
const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
const words = (kind: "ins" | "del" | null, said = "a") => (kind === null ? `<w:r><w:t>${said}</w:t></w:r>` : `<w:${kind} w:id="1" ${hand}><w:r><w:${kind === "ins" ? "t" : "delText"}>${said}</w:${kind === "ins" ? "t" : "delText"}></w:r></w:${kind}>`);
const paragraph = (mark: "ins" | "del" | null, form: string, ...inside: readonly string[]) => `<w:p><w:pPr>${form}${mark === null ? "" : `<w:rPr><w:${mark} w:id="2" ${hand}/></w:rPr>`}</w:pPr>${inside.join("")}</w:p>`;
const plain = paragraph(null, "", words(null));
const body = (...parts: readonly string[]) => `<w:document><w:body>${parts.join("")}<w:sectPr/></w:body></w:document>`;
/** Whether a paragraph is there in no view. */
const isNobody = /<w:p><w:pPr><w:rPr><w:ins [^>]*\/><w:del [^>]*\/><\/w:rPr><\/w:pPr><\/w:p>/g;
/** The forms of each paragraph: as it is, and as it was where that is a change; and where one stands that is there in no view. */
const forms = (xml: string): string[] => [...xml.replaceAll(isNobody, "<w:pPr>nobody<w:rPr></w:rPr></w:pPr>").matchAll(/<w:pPr>((?:(?!<w:rPr>|<\/w:pPr>)[^])*)<w:rPr>[^]*?<\/w:rPr>(?:<w:pPrChange[^>]*><w:pPr>([^]*?)<\/w:pPr><\/w:pPrChange>)?<\/w:pPr>/g)].map(([, now, was]) => `${now === "" ? "-" : now} ${was === undefined ? "as it was" : was === "" ? "before: -" : `before: ${was}`}`);
const [one, two] = [numbered(0), numbered(1)];

test.each<readonly [string, string, readonly string[]]>([
  ["one that comes last had no number before", body(plain, paragraph("ins", one, words("ins"))), [`${one} before: -`]],
  ["so had all that come last together", body(plain, paragraph("ins", one, words("ins")), paragraph("ins", two, words("ins"))), [`${one} before: -`, `${two} before: -`]],
  ["behind one that goes last stands one that is nowhere", body(plain, paragraph("del", two, words("del"))), [`${two} as it was`, "nobody as it was"]],
  ["and one behind all that go last together", body(plain, paragraph("del", two, words("del")), paragraph("del", one, words("del"))), [`${two} as it was`, `${one} as it was`, "nobody as it was"]],
  ["one before a table", body(plain, paragraph("del", one, words("del")), "<w:tbl></w:tbl>", plain), [`${one} as it was`, "nobody as it was"]],
  ["words that run into one whose form changes", body(paragraph("del", one, words("del"), words(null)), `<w:p><w:pPr>${two}<w:rPr></w:rPr><w:pPrChange w:id="3" ${hand}><w:pPr/></w:pPrChange></w:pPr>${words(null)}</w:p>`), [`${two} before: ${one}`]],
  ["one at the end of a cell", body(`<w:tc>${plain}${paragraph("ins", one, words("ins"))}</w:tc>`, plain), [`${one} before: -`]],
  ["one behind which marks stand", body(plain, paragraph("ins", one, words("ins")), '<w:bookmarkEnd w:id="4"/>'), [`${one} before: -`]],
  ["one with another after it runs into that", body(paragraph("ins", one, words("ins")), plain), [`${one} as it was`]],
  ["one before a frame is left alone", body(plain, paragraph("ins", one, words("ins")), "<w:sdt></w:sdt>"), [`${one} as it was`]],
  ["one without a number is left alone", body(plain, paragraph("ins", '<w:jc w:val="left"/>', words("ins"))), ['<w:jc w:val="left"/> as it was']],
  ["words that run into an item are one", body(paragraph("del", "", words("del"), words(null)), paragraph(null, two, words(null))), [`${two} before: -`]],
  ["words that were parted from an item were one", body(paragraph("ins", "", words(null)), paragraph(null, two, words(null))), [`- before: ${two}`]],
  ["over one that goes as a whole, into the one after", body(paragraph("del", "", words(null)), paragraph("del", one, words("del")), paragraph(null, two, words(null))), [`${two} before: -`, `${one} as it was`]],
  ["of the same form nothing has to be said", body(paragraph("del", two, words(null)), paragraph(null, two, words(null))), [`${two} as it was`]],
])("a paragraph that runs on: %s", (_, xml, told) => {
  expect(forms(withFormsOfRunOns(xml))).toEqual(told);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  ["words that come on both sides of an end", [paragraph(null, "", words(null), words("ins")), paragraph(null, one, words("ins"), words(null))], ["00", "02"]],
  ["and on both sides of the next end", [paragraph(null, "", words("ins")), paragraph(null, "", words("ins")), paragraph(null, "", words("ins"))], ["00", "02", "00"]],
  ["words that go, and words that come", [paragraph(null, "", words("del")), paragraph(null, "", words("ins"))], ["00", "00"]],
  ["whole paragraphs that come stay together", [paragraph("ins", "", words("ins")), paragraph("ins", "", words("ins")), plain], ["00", "00"]],
  ["one that goes, before words that go", [paragraph("del", "", words("del")), paragraph(null, one, words("del"), words(null))], ["00", "02"]],
  ["with words between", [paragraph(null, "", words("ins"), words(null)), paragraph(null, "", words("ins"))], ["00", "00"]],
])("changes on both sides of the end of a paragraph: %s", (_, parts, minutes) => {
  const dated = [...withChangesApart(parts.join("")).matchAll(/<w:p>[^]*?<\/w:p>/g)].flatMap(([each]) => /T00:(\d\d):00Z/.exec(each)?.[1] ?? []);
  expect(dated).toEqual(minutes);
});
