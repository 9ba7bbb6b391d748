import { strToU8 } from "fflate";
import { docxOf } from "../../docx/docx-sample.fixture.js";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A paragraph of a Word document; `number` puts it into the list, at that level. */
export const paragraph = (text: string, level?: number): string =>
  `<w:p>${level === undefined ? "" : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1(%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

/** A Word document of these paragraphs, or of a body as it stands. */
export const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array => docxOf(body, { "word/numbering.xml": numbering, ...more });

function pageStream(lines: readonly string[]): string {
  const shown = lines.map((line, index) => `1 0 0 1 72 ${720 - index * 14} Tm (${line.replace(/[\\()]/g, (sign) => `\\${sign}`)}) Tj`).join("\n");
  return lines.length === 0 ? "0 0 100 100 re f" : `BT /F1 11 Tf\n${shown}\nET`;
}

/** A PDF with a page for each list of lines; an empty line is a gap, a page without lines a picture. */
export function pdf(pages: readonly (readonly string[])[], { encrypted = false }: { readonly encrypted?: boolean } = {}): Uint8Array {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ")}]>>`, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  for (const [index, lines] of pages.entries()) {
    const stream = pageStream(lines);
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`, `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`);
  }
  if (encrypted) objects.push(`<</Filter/Standard/V 1/R 2/P -4/O <${"41".repeat(32)}>/U <${"42".repeat(32)}>>>`);
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${encrypted ? `/Encrypt ${objects.length} 0 R/ID[<41><41>]` : ""}>>\nstartxref\n${table}\n%%EOF\n`;
  return strToU8(text, true);
}
