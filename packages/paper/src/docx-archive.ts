import { withoutControls } from "@cleartitle/engine";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const escaped = (text: string): string => withoutControls(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The library writes the day on which it runs; a document has the day of what it says. */
const properties = (title: string, day: string): string => {
  const at = `${day}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Cleartitle</dc:creator><cp:lastModifiedBy>Cleartitle</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
};

/** Text that the document carries beside what it shows: an XML element of one namespace, which word processors keep. */
interface Carried {
  readonly namespace: string;
  /** A name that never changes, by which a word processor knows it again. */
  readonly guid: string;
  readonly text: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relations = (type: string, target: string, id: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006";

/** INVARIANT: the library writes no such parts itself, so that the first is ours. */
function carry(files: Record<string, Uint8Array>, { namespace, guid, text }: Carried): void {
  const edit = (path: string, before: string, more: string): void => {
    const found = strFromU8(files[path]!);
    files[path] = strToU8(found.replace(before, `${more}${before}`));
  };
  files["customXml/item1.xml"] = strToU8(`${declaration}<carried xmlns="${namespace}">${escaped(text)}</carried>`);
  files["customXml/itemProps1.xml"] = strToU8(`${declaration}<ds:datastoreItem ds:itemID="${guid}" xmlns:ds="${office}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`);
  files["customXml/_rels/item1.xml.rels"] = strToU8(`${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations(`${office}/relationships/customXmlProps`, "itemProps1.xml", "rId1")}</Relationships>`);
  edit("word/_rels/document.xml.rels", "</Relationships>", relations(`${office}/relationships/customXml`, "../customXml/item1.xml", "rIdCarried"));
  edit("[Content_Types].xml", "</Types>", '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>');
}

/** The library gives the field of the contents a paragraph of its own at either end: after contents that fill a page the last of them would be a page without words. */
const withinContents = (xml: string): string =>
  xml.replace(/<w:p>(<w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText[^>]*>TOC [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><\/w:r>)<\/w:p>(<w:p><w:pPr>.*?<\/w:pPr>)/, "$2$1")
    .replace(/<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>)/, "$1");

/** A packed document with the day of what it says, what it carries, and nothing of when or where it was packed. The same content gives the same bytes. */
export function sealDocx(packed: Uint8Array, { title, day, carried }: { readonly title: string; readonly day: string; readonly carried?: Carried }): Uint8Array {
  const parts = unzipSync(packed);
  const files: Record<string, Uint8Array> = { ...parts, "word/document.xml": strToU8(withinContents(strFromU8(parts["word/document.xml"]!))), "docProps/core.xml": strToU8(properties(title, day)) };
  if (carried !== undefined) carry(files, carried);
  // The first day that an archive can name.
  return zipSync(Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))), { mtime: new Date(1980, 0, 1) });
}
