import { strToU8, zipSync } from "fflate";

/** A block of a small document: a paragraph, whose second half may look otherwise, a heading, a numbered paragraph, or a table of rows of cells. */
export type Block = { readonly p: string; readonly look?: string; readonly set?: string } | { readonly heading: string } | { readonly item: string; readonly level: number } | { readonly rows: readonly (readonly string[])[] };

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const run = (text: string, look = ""): string => `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (text: string, properties = "", look = ""): string => {
  const half = look === "" ? text.length : text.length >> 1;
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${run(text.slice(0, half))}${look === "" ? "" : run(text.slice(half), look)}</w:p>`;
};

function blockXml(block: Block): string {
  if ("p" in block) return paragraph(block.p, block.set, block.look);
  if ("heading" in block) return paragraph(block.heading, '<w:pStyle w:val="Heading1"/>');
  if ("item" in block) return paragraph(block.item, `<w:numPr><w:ilvl w:val="${block.level}"/><w:numId w:val="1"/></w:numPr>`);
  const columns = Math.max(...block.rows.map((row) => row.length));
  const grid = `<w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>`;
  const rows = block.rows.map((row) => `<w:tr>${row.map((text) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`).join("")}</w:tr>`).join("");
  // Word processors put a paragraph behind a table: two that touch are one.
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${grid}${rows}</w:tbl><w:p/>`;
}

const level = (at: number): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${Array.from({ length: at + 1 }, (_, n) => `%${n + 1}`).join(".")}"/><w:lvlJc w:val="left"/></w:lvl>`;

const relationship = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relationships = (list: string): string => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
const part = (name: string, type: string): string => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;

/** A document of a word processor of the body that is given as XML. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("document", "document.main")}${part("styles", "styles")}${part("numbering", "numbering")}</Types>`,
    "_rels/.rels": relationships(relationship("rId1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relationships(relationship("rId1", "styles", "styles.xml") + relationship("rId2", "numbering", "numbering.xml")),
    "word/styles.xml": `<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`,
    "word/numbering.xml": `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0)}${level(1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${w}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: new Date(1980, 0, 1) });
}

export const sampleDocx = (blocks: readonly Block[]): Uint8Array => docxOf(blocks.map(blockXml).join(""));
