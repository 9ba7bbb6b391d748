import { strFromU8 } from "fflate";
import { carriedSchema } from "../document/carried.js";
import { evened } from "../document/part.js";
import type { DocxArchive } from "../docx/archive.js";
import { hasOpenChanges, type DocxParagraph, paragraphsOf } from "../docx/paragraph.js";
import { readXml, type XmlElement } from "../docx/xml.js";
import { pairedLines } from "../redline/likeness.js";
import { unseenIn } from "./docx-unseen.js";
import type { ReadLine, ReadPaper } from "./read-line.js";

const lineOf = ({ text, heading, cell, marks = [] }: DocxParagraph): ReadLine => ({ text, heading, marks, row: cell === null ? null : cell.split(".").slice(0, 2).join(".") });

/** The text in an element; only what is taken out by an open change is left away where it is not accepted. */
function textIn(element: XmlElement): string {
  if (element.name === "w:ins" || element.name === "w:moveTo" || element.name === "w:instrText") return "";
  const own = element.name === "w:t" || element.name === "w:delText" ? element.text : element.name === "w:tab" || element.name === "w:br" ? " " : "";
  return own + element.children.map(textIn).join("") + (element.name === "w:p" ? "\n" : "");
}

/** Texts that others do not have. */
const lack = (of: readonly DocxParagraph[], others: readonly DocxParagraph[]): string[] => {
  const there = new Set(others.map((each) => each.text));
  return of.map((each) => each.text).filter((text) => text.trim() !== "" && !there.has(text));
};

function openChanges(accepted: readonly DocxParagraph[], rejected: readonly DocxParagraph[]): ReadPaper["open"] {
  const told = pairedLines(lack(rejected, accepted), lack(accepted, rejected)).map(({ before, after }) => ({ before, after }));
  return told.length > 0 ? told : [{ before: null, after: null }];
}

/** Reads a document of a word processor, with its open changes not accepted. */
export function docxPaper(archive: DocxArchive): ReadPaper {
  const rejected = paragraphsOf(archive, "rejected");
  const roots = [...archive.beside].map(([name, content]) => {
    const raw = strFromU8(content);
    const read = readXml(raw);
    return { name, raw, root: "root" in read ? read.root : null };
  });
  const carried = roots.find(({ name, raw }) => name.startsWith("customXml/") && raw.includes(carriedSchema));
  const beside = roots.filter(({ name }) => name.startsWith("word/")).map(({ name, root }) => ({ where: name.slice(5, -4), text: root === null ? "(cannot be read)" : evened(textIn(root)) })).filter(({ text }) => text !== "");
  return {
    lines: rejected.map(lineOf), carried: carried?.root?.text ?? null, open: hasOpenChanges(archive) ? openChanges(paragraphsOf(archive, "accepted"), rejected) : [],
    beside: [...beside.filter(({ where }) => !where.startsWith("comments")), ...unseenIn(archive)], notes: beside.filter(({ where }) => where.startsWith("comments")).map(({ text }) => `a comment: ${text.slice(0, 200)}`),
  };
}
