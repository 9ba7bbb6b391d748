const named = /<w:bookmarkStart\b[^>]*w:name="([^"]+)"/g;
const gone = /(<w:del\b[^>]*>\s*<w:bookmarkStart\b[^>]*w:name=")([^"]+)"/g;
/** References in words that go, and links around them. */
const fromGone = /(<w:delInstrText\b[^>]*>\s*(?:REF|PAGEREF)\s+)([^\s<]+)|(<w:hyperlink\b[^>]*w:anchor=")([^"]+)(?="[^>]*>\s*<w:del\b)/g;
const lasting = /<w:fldSimple\b[^>]*w:instr="\s*REF\s+([^\s"]+)[^"]*"[^>]*>([^]*?)<\/w:fldSimple>/g;

/**
 * A mark that goes in one place and comes in another is there twice, and a word processor keeps one of them: a reference would lead nowhere once the changes
 * are settled. The one that goes gets another name, with the references that go. One that stays, whichever way they are settled, becomes the number that it shows.
 */
export function withMarksApart(xml: string): string {
  const count = new Map<string, number>();
  for (const [, name] of xml.matchAll(named)) count.set(name!, (count.get(name!) ?? 0) + 1);
  const renamed = new Map([...xml.matchAll(gone)].flatMap(([, , name], at) => (count.get(name!)! > 1 ? [[name!, `_gone${at}`] as const] : [])));
  if (renamed.size === 0) return xml;
  const now = (name: string): string => renamed.get(name) ?? name;
  return xml
    .replace(gone, (_found, before: string, name: string) => `${before}${now(name)}"`)
    .replace(fromGone, (_found, field: string | undefined, mark: string | undefined, link: string | undefined, anchor: string | undefined) => (field === undefined ? `${link!}${now(anchor!)}` : `${field}${now(mark!)}`))
    .replace(lasting, (found, mark: string, shown: string) => (renamed.has(mark) ? shown : found));
}
