import { check, problem, readYaml, type Problem } from "@cleartitle/norms";
import { z } from "zod";
import { knownText, startsOf, type KnownMark, type KnownText, type Stretch } from "./reference-text.js";

const kinds = ["needed", "optional", "variable"] as const;

/**
 * A license text as the catalogue keeps it where the text itself is not the project's to give: one hash of every eight words, and the
 * numbers and addresses between them. The text cannot be read back from it; a text at hand can be held against it.
 */
export const Fingerprint = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9.-]+$/),
  title: z.string(),
  /** Where one license came out more than once: which of its texts this is. */
  version: z.string().optional(),
  source: z.array(z.strictObject({ what: z.string(), where: z.string(), retrieved: z.string() })),
  words: z.number().int().min(8).max(65_000),
  /** `needed 12-400`, in order. */
  stretches: z.array(z.string().regex(/^(needed|optional|variable) \d+-\d+$/)),
  slots: z.array(z.number().int()),
  /** Word, sign and text: `=` a number that counts, `~` a sign that may come and go, `@` an address. */
  marks: z.string(),
  blocks: z.base64(),
});
export type Fingerprint = z.output<typeof Fingerprint>;

function bytesOf(blocks: Uint32Array): string {
  const bytes = Buffer.alloc(blocks.length * 4);
  for (const [i, block] of blocks.entries()) bytes.writeUInt32LE(block, i * 4);
  return bytes.toString("base64");
}

function blocksFrom(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4));
}

export const printMarks = (marks: readonly KnownMark[]): string => marks.map(({ at, text, loose, url }) => `${at}${url ? "@" : loose ? "~" : "="}${text}`).join(" ");

export function parseMarks(text: string): KnownMark[] {
  return text.split(" ").filter((each) => each !== "").map((each) => {
    const [, at, sign, rest] = /^(\d+)([@~=])(.*)$/.exec(each) ?? ["", "0", "~", each];
    return { at: Number(at), text: rest, loose: sign === "~", url: sign === "@" };
  });
}

export const printStretches = (stretches: readonly Stretch[]): string[] => stretches.map(({ from, to, is }) => `${is} ${from}-${to}`);

export const parseStretches = (lines: readonly string[]): Stretch[] => lines.map((line) => {
  const [is, range] = line.split(" ");
  const [from, to] = range!.split("-").map(Number);
  return { is: kinds.find((each) => each === is)!, from: from!, to: to! };
});

/** Makes the fingerprint of a text; the text is not in it. */
export function fingerprintOf(about: Pick<Fingerprint, "id" | "title" | "version" | "source">, text: string): Fingerprint {
  const known = knownText([about.id], about.title, text.replaceAll("\r\n", "\n"));
  return { ...about, words: known.words, stretches: printStretches(known.stretches), slots: [...known.slots], marks: printMarks(known.marks), blocks: bytesOf(known.blocks) };
}

/** Reads a fingerprint of the catalogue. */
export function readFingerprint(text: string, file: string): { readonly known: KnownText | null; readonly problems: readonly Problem[] } {
  const { document, problems } = readYaml(text, { file });
  if (document === null) return { known: null, problems };
  const { value, problems: faults } = check(Fingerprint, document);
  if (value === null) return { known: null, problems: [...problems, ...faults] };
  const stretches = parseStretches(value.stretches);
  const blocks = blocksFrom(value.blocks);
  if (blocks.length !== startsOf(stretches).length) return { known: null, problems: [problem("bad-value", `there are ${blocks.length} hashes where the stretches have ${startsOf(stretches).length} blocks`, { file, ...document.locate(["blocks"]), pointer: "/blocks", hint: "make the fingerprint anew from its text" })] };
  return { known: { ids: [value.id], title: value.title, version: value.version ?? null, words: value.words, stretches, slots: value.slots, blocks, marks: parseMarks(value.marks), keepsWords: false, hash: null, spelled: () => null }, problems };
}
