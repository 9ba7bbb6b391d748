import { strFromU8 } from "fflate";
import type { DocxArchive } from "../docx/archive.js";
import { paragraphsOf } from "../docx/paragraph.js";
import type { View } from "../docx/view.js";
import { readXml } from "../docx/xml.js";
import { withoutPageNumbers } from "./page-number.js";

/** Headers, footers and notes, whatever part they stand in: their words, each text once. */
function besideTexts({ beside, ...archive }: DocxArchive, view: View): ReadonlySet<string> {
  const texts = [...beside].filter(([name]) => /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/.test(name)).map(([, content]) => {
    const read = readXml(withoutPageNumbers(strFromU8(content)));
    return "root" in read ? paragraphsOf({ ...archive, beside, body: read.root }, view).map(({ text }) => text.trim()).filter((text) => text !== "").join("\n") : "";
  });
  return new Set(texts.filter((text) => text !== ""));
}

const isAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((text) => b.has(text));

/** What of headers, footers and notes a tracked document does not hold of its two sides; empty: nothing. */
export function besideNotes(tracked: DocxArchive, left: DocxArchive, right: DocxArchive): readonly string[] {
  const sides = [["accepted", right], ["rejected", left]] as const;
  return sides.filter(([view, side]) => !isAlike(besideTexts(tracked, view), besideTexts(side, "accepted"))).map(([view, { file }]) => `with all changes ${view} headers, footers or notes do not read as those of \`${file}\`: they have to be compared by eye`);
}
