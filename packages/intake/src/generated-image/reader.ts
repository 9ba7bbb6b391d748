import { sha256 } from "@cleartitle/norms";
import type { Evidence } from "../evidence.js";
import { makerOf } from "../hub-id.js";
import { withoutPersons } from "../personal.js";
import type { Reader } from "../reader.js";
import { hasParts } from "../parts.js";
import { firstBytes } from "../source-file.js";
import type { SourceFile } from "../source-file.js";
import { unreadAt } from "../unread-source.js";
import { madeBy } from "./made-by.js";
import type { MadeBy } from "./made-by.js";
import type { Part } from "./part.js";
import { textsOfExif } from "./exif-texts.js";
import { pngTexts } from "./png.js";

/** Texts that generators of images leave in PNG files, and in the Exif part of JPEG and WebP files. */
export const generatedImage: Reader = {
  id: "generated-image",
  title: "Texts of generators in PNG, JPEG and WebP images (A1111, ComfyUI, Fooocus, InvokeAI, NovelAI)",
  within: true,
  detect({ head, size }) {
    if (!isPng(head)) return hasParts(head) && (size > 16_384 || /UNICODE\0|ASCII\0{3}|(?:Prompt|prompt):\s*\{/.test(head)) && (head.startsWith("RIFF") || head.includes("Exif\0\0")) ? "maybe" : "no";
    // Generators write before the pixels. A picture without their words is not looked through.
    // eslint-disable-next-line no-control-regex -- the format ends a keyword with a zero byte
    return /(?:tEXt|zTXt|iTXt)(?:parameters|prompt|invokeai_metadata|sd-metadata|Dream)\0|Software\0(?:\0{4})?NovelAI/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) await readOne(file, into);
  },
};

const isPng = (head: string): boolean => /^.PNG\r\n/su.test(head);

async function readOne(file: SourceFile, into: Evidence): Promise<void> {
  const start = (await firstBytes(file, 4)).at(1);
  const png = start === 0x50;
  const found = png ? await pngTexts(file) : await textsOfExif(file);
  const made = "fault" in found ? null : madeBy(found.texts);
  if ("fault" in found) into.problem(found.fault === "too-large" ? "too-large" : "format-syntax", found.detail, { file: file.path, line: 1 }, "the image was passed over");
  // Most comments are a person's, and of no generator.
  if (made === null && !png && !("fault" in found)) return;
  if (made === null) into.skipped.push({ file: file.path, why: "fault" in found ? "it cannot be read" : "its texts are of no generator that is known" });
  else into.read.push({ file: file.path, records: 1, links: record(file.path, made, into) });
}

/** The prompt is not recorded: it tells nothing of rights that the image does not, and may name persons. Returns the number of links. */
function record(file: string, made: MadeBy, into: Evidence): number {
  const id = into.known.get(file) ?? `image:${file}`;
  const at = { file, line: 1, where: made.key, sha256: sha256(made.raw).slice(7) };
  const models = made.parts.some((part) => part.kind === "model");
  into.asset({ id, kind: "output", modality: ["image"], source: `image:${file}`, upstream: models ? "partial" : "undisclosed" });
  into.statement({ asset: id, what: "generator", raw: made.generator, value: made.generator, rung: "detected", at });
  if (!models) into.finding("generating-model-unknown", id, `\`${made.generator}\` made it and its text names no model`, "record the model, or that it cannot be known");
  const from = [...new Set(made.parts.map((part) => (part.name === null ? unreadAt({ line: 1, column: 1 }, file, `what \`${made.generator}\` wrote as \`${made.key}\` names something in a way that cannot be read: ${part.why ?? "it is no text"}`, part.kind, id, into) : idOf(part.name, part, id, into))))];
  into.derivation({ from, to: id, by: "generate", who: makerOf(id) });
  return from.length;
}

/** Files of one digest are one model in whatever image; a name alone means nothing beyond the image. */
function idOf(name: string, { kind, mark }: Part, image: string, into: Evidence): string {
  if (mark !== null) return into.mention(`model-hash:${mark}`, kind);
  // The folders above a name tell of somebody's machine and nothing of rights.
  const shown = withoutPersons(name.split(/[/\\]/).findLast((each) => each !== "") ?? "unnamed").slice(0, 100);
  into.finding("not-an-identifier", image, `\`${shown}\` is a name, which others may use for something else`, kind === "model" ? "name the model by its id" : "record the picture it was made from");
  return into.mention(`${image}#${kind}/${shown}`, kind);
}
