const mark = (kind: "Start" | "End"): string => String.raw`<w:customXml(?:Ins|Del)Range${kind}\b[^>]*/>\s*`;
const begin = new RegExp(String.raw`${mark("Start")}<w:sdt>(?:(?!<w:sdtContent>|</w:sdt>)[^])*?<w:sdtContent>\s*${mark("End")}`, "g");
const end = new RegExp(String.raw`${mark("Start")}</w:sdtContent>\s*</w:sdt>\s*${mark("End")}`, "g");

/**
 * Takes the frames off content that comes or goes as a whole, as contents do: the content is tracked by itself. LibreOffice takes all that follows the marks of
 * such a frame for changed.
 */
export function withoutChangedFrames(xml: string): string {
  const [begins, ends] = [xml.match(begin)?.length ?? 0, xml.match(end)?.length ?? 0];
  return begins === ends ? xml.replace(begin, "").replace(end, "") : xml;
}
