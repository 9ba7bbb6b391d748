import { problem, type Problem } from "@cleartitle/norms";
import { carriedFence } from "../document/carried.js";
import type { ReadLine, ReadPaper } from "./read-line.js";

const mostBytes = 5_000_000;
const mostLines = 50_000;

const unescaped = (text: string): string => text.replaceAll(/\\([\\`*_{}[\]<>#|~&$])/g, "$1");

/** What a line shows: the words of links and bold stretches, without marks and escapes. */
function shown(text: string): { readonly text: string; readonly marks: readonly string[] } {
  const marks = [...text.matchAll(/<a id="([^"\s<>]{1,60})"><\/a>/g)].map((found) => found[1]!);
  const bare = text.replaceAll(/<a id="[^"\s<>]{1,60}"><\/a>/g, "").replaceAll(/(?<!\\)\[((?:[^[\]\\]|\\.)*)\]\(#[^()\s]*\)/g, "$1").replaceAll(/(?<!\\)\*\*/g, "");
  return { text: unescaped(bare), marks };
}

const cellsOf = (row: string): string[] => row.trim().replace(/^\|/, "").replace(/(?<!\\)\|$/, "").split(/(?<!\\)\|/).map((cell) => shown(cell.trim()).text);

/** Reads Markdown as it is drafted: paragraphs, headings, tables, lists of contents, and the block with the deal. */
export function markdownPaper(bytes: Uint8Array, file: string): { readonly paper: ReadPaper } | { readonly problems: readonly Problem[] } {
  if (bytes.length > mostBytes) return { problems: [problem("too-large", `a text of ${Math.round(bytes.length / 1e6)} MB; at most ${mostBytes / 1e6} MB are read`, { file })] };
  let whole: string;
  try {
    whole = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problems: [problem("format-syntax", "neither DOCX nor PDF nor text", { file, hint: "a DOCX that is not whole is none: save it again; a text is read as UTF-8" })] };
  }
  const all = whole.split(/\r?\n/);
  if (all.length > mostLines) return { problems: [problem("too-many", `a text of ${all.length} lines; at most ${mostLines} are read`, { file })] };
  const lines: ReadLine[] = [];
  let carried: string | null = null;
  let open: string[] = [];
  let [tables, rows] = [0, 0];
  const flush = (): void => {
    if (open.length > 0) lines.push({ ...shown(open.join(" ")), heading: null, row: null });
    open = [];
  };
  // The last block counts, so that a quoted one before it does not stand for it: that is text as any other.
  const block = all.findLastIndex((line) => line.startsWith(`\`\`\`${carriedFence}`));
  for (let at = 0; at < all.length; at++) {
    const line = all[at]!;
    if (at === block) {
      flush();
      const end = all.indexOf("```", at + 1);
      carried = all.slice(at + 1, end < 0 ? all.length : end).join("\n");
      at = end < 0 ? all.length : end;
      continue;
    }
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const isRow = /^\s*\|/.test(line);
    if (!isRow) rows = 0;
    if (heading !== null || isRow || line.trim() === "" || /^\s*- /.test(line)) flush();
    if (heading !== null) {
      const { text, marks } = shown(heading[2]!);
      lines.push({ text, marks, heading: heading[1]!.length - 1, row: null });
    } else if (isRow) {
      if (rows === 0) tables++;
      rows++;
      if (!/^[\s|:-]+$/.test(line)) for (const text of cellsOf(line)) lines.push({ text, marks: [], heading: null, row: `${tables}.${rows}` });
    } else if (/^\s*- /.test(line)) lines.push({ ...shown(line.replace(/^\s*- /, "")), heading: null, row: null });
    else if (line.trim() !== "") open.push(line);
  }
  flush();
  return { paper: { lines, carried, open: [], beside: [], notes: [] } };
}
