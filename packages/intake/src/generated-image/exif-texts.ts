import { exifTexts } from "../exif.js";
import { walkParts } from "../parts.js";
import type { ImageText } from "../png-text.js";
import type { SourceFile } from "../source-file.js";
import type { ImageTexts } from "./png.js";

const maxPart = 16_777_216;

/** Fields of Exif that hold a text under another keyword's name, as extensions for ComfyUI write them. */
const prefixed = /^(prompt|workflow):\s*(?=\{)/i;

/**
 * The texts of a JPEG or WebP file, under the keywords that they have in PNG files: a comment of the user is what generators write as `parameters` there.
 * All or nothing, up to the pixels.
 */
export async function textsOfExif(file: SourceFile): Promise<ImageTexts> {
  const texts: ImageText[] = [];
  const walked = await walkParts(file, async (part) => {
    if (part.type !== "APP1" && part.type !== "EXIF") return;
    const data = await part.take(maxPart);
    if (data !== null && (part.type === "EXIF" || data.toString("latin1", 0, 4) === "Exif")) texts.push(...textsIn(exifTexts(data)));
  });
  return walked === "damaged" && texts.length > 0 ? { fault: "damaged", detail: "the file ends or is damaged before its pixels" } : { texts };
}

function textsIn(fields: ReadonlyMap<string, string>): ImageText[] {
  const under = [...fields.values()].flatMap((text) => {
    const [whole, key = ""] = prefixed.exec(text) ?? [];
    return whole === undefined ? [] : [{ key: key.toLowerCase(), text: text.slice(whole.length) }];
  });
  const comment = fields.get("UserComment");
  const scheme = fields.get("MakerNote");
  return [...under, ...(comment === undefined ? [] : [{ key: "parameters", text: comment }]), ...(scheme === "fooocus" || scheme === "a1111" ? [{ key: "fooocus_scheme", text: scheme }] : [])];
}
