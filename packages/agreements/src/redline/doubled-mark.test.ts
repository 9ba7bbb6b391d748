import { expect, test } from "vitest";
import { withoutChangedFrames } from "./content-control.js";
import { withMarksApart } from "./doubled-mark.js";
import { movers, withMoversNamed } from "./moved-paragraph.js";

const mark = (name: string): string => `<w:bookmarkStart w:name="${name}" w:id="1" />`;
const [goes, comes] = [`<w:del w:id="2">${mark("fee")}</w:del>`, `<w:ins w:id="3">${mark("fee")}</w:ins>`];

test.each([
  ["a mark that is there once stays", `<w:del w:id="2">${mark("fee")}</w:del>${mark("term")}`, null],
  ["one that goes and comes is called otherwise where it goes", goes + comes, `<w:del w:id="2">${mark("_gone0")}</w:del>${comes}`],
  ["with references and links that go", `${goes}${comes}<w:delInstrText xml:space="preserve">REF fee \\h</w:delInstrText><w:hyperlink w:history="1" w:anchor="fee"><w:del w:id="4">`, `<w:del w:id="2">${mark("_gone0")}</w:del>${comes}<w:delInstrText xml:space="preserve">REF _gone0 \\h</w:delInstrText><w:hyperlink w:history="1" w:anchor="_gone0"><w:del w:id="4">`],
  ["those that come still lead to the one that comes", `${goes}${comes}<w:instrText>REF fee \\h</w:instrText><w:hyperlink w:anchor="fee"><w:ins w:id="4">`, `<w:del w:id="2">${mark("_gone0")}</w:del>${comes}<w:instrText>REF fee \\h</w:instrText><w:hyperlink w:anchor="fee"><w:ins w:id="4">`],
  ["and one that stays is its number", `${goes}${comes}<w:fldSimple w:instr="REF fee \\h"><w:r>4.2</w:r></w:fldSimple><w:fldSimple w:instr="REF term \\h"><w:r>3</w:r></w:fldSimple>`, `<w:del w:id="2">${mark("_gone0")}</w:del>${comes}<w:r>4.2</w:r><w:fldSimple w:instr="REF term \\h"><w:r>3</w:r></w:fldSimple>`],
])("%s", (_what, xml, becomes) => expect(withMarksApart(xml)).toBe(becomes ?? xml));

const [opens, closes] = ["Start", "End"].map((each) => `<w:customXmlDelRange${each} w:id="7" />`);
const framed = (text: string): string => `${opens}<w:sdt><w:sdtPr><w:alias w:val="Contents" /></w:sdtPr><w:sdtContent>${closes}${text}${opens}</w:sdtContent></w:sdt>${closes}`;

test.each([
  ["a frame that goes is gone, and what is in it stays", `a${framed("b")}c`, "abc"],
  ["one in another too", framed(`a${framed("b")}c`), "abc"],
  ["one that stays, stays", "<w:sdt><w:sdtContent>a</w:sdtContent></w:sdt>", null],
  ["half a frame is left alone", `${opens}<w:sdt><w:sdtContent>${closes}a</w:sdtContent></w:sdt>`, null],
])("%s", (_what, xml, becomes) => expect(withoutChangedFrames(xml)).toBe(becomes ?? xml));

const by = (author: string): string => `w:id="1" w:author="${author}"`;
const half = (kind: "del" | "ins", text: string, author = "Cleartitle", more = ""): string => `<w:p><w:pPr><w:rPr><w:${kind} ${by(author)} /></w:rPr></w:pPr><w:${kind} ${by(author)}><w:r><w:${kind === "del" ? "delText" : "t"}>${text}</w:${kind === "del" ? "delText" : "t"}></w:r></w:${kind}>${more}</w:p>`;
const stays = "<w:p><w:r><w:t>Nobody publishes the weights.</w:t></w:r></w:p>";

test.each([
  ["a paragraph that goes in one place and comes in another says so by who changed it", `${half("del", "Nobody sells it.")}${stays}${half("ins", "Nobody  sells it.")}`, `${half("del", "Nobody sells it.", movers.del)}${stays}${half("ins", "Nobody  sells it.", movers.ins)}`],
  ["two that go and one that comes were not moved", `${half("del", "Nobody sells it.")}${half("del", "Nobody sells it.")}${half("ins", "Nobody sells it.")}`, null],
  ["nor was one of which words stay", `${half("del", "Nobody sells it.", "Cleartitle", "<w:r><w:t>Yet.</w:t></w:r>")}${half("ins", "Nobody sells it.")}`, null],
  ["nor one that says little", `${half("del", "30 days")}${half("ins", "30 days")}`, null],
])("%s", (_what, xml, becomes) => expect(withMoversNamed(xml)).toBe(becomes ?? xml));
