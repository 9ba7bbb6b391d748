import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseMarks, parseStretches, printMarks, printStretches } from "./fingerprint.js";
import type { KnownMark, KnownText, Stretch } from "./reference-text.js";
import { hashOf } from "./spelling.js";

const here = dirname(fileURLToPath(import.meta.url));
const file = join(here, "license-texts.index");
const code = /\.js$/;

interface Header {
  readonly digest: string;
  readonly texts: readonly { readonly ids: readonly string[]; readonly title: string; readonly version: string | null; readonly words: number; readonly stretches: readonly string[]; readonly slots: readonly number[]; readonly marks: string; readonly blocks: number; readonly keepsWords: boolean }[];
  readonly vocabulary: number;
  readonly vocabularyBytes: number;
}

/**
 * Says whether a written index is still of what it was made from: the code that reads words, the SPDX list as installed, the fingerprints.
 * null where there is no built code, and so no place for an index.
 */
export function indexDigest(listDir: string, fingerprintDir: string): string | null {
  const own = readdirSync(here).filter((name) => code.test(name)).toSorted();
  if (own.length === 0) return null;
  const digest = createHash("sha256");
  for (const name of own) digest.update(name).update(readFileSync(join(here, name)));
  digest.update(readFileSync(join(listDir, "package.json")));
  if (existsSync(fingerprintDir)) for (const name of readdirSync(fingerprintDir).toSorted()) digest.update(name).update(readFileSync(join(fingerprintDir, name)));
  return digest.digest("hex");
}

/** Every word once, with its hash: a word may have two, since `owner` after `copyright` is read as `holder`. */
class Vocabulary {
  readonly spelled: string[] = [];
  readonly hashes: number[] = [];
  readonly #numbers = new Map<string, number>();

  number(spelled: string, hash: number): number {
    const key = `${hash} ${spelled}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.spelled.length;
      this.#numbers.set(key, number);
      this.spelled.push(spelled);
      this.hashes.push(hash);
    }
    return number;
  }
}

/** Writes the known texts beside the built code. */
export function writeIndex(texts: readonly KnownText[], digest: string): void {
  const vocabulary = new Vocabulary();
  const words = texts.flatMap((text) => (text.spelled(0, text.words) ?? []).map((each, i) => vocabulary.number(each, text.hash?.[i] ?? hashOf(each))));
  if (vocabulary.spelled.length > 65_535) throw new Error("the index numbers words with 16 bits, and there are more");
  const spelled = Buffer.from(vocabulary.spelled.join("\n"));
  const header: Header = {
    digest, vocabulary: vocabulary.spelled.length, vocabularyBytes: spelled.length,
    texts: texts.map(({ ids, title, version, words: count, stretches, slots, marks, blocks, keepsWords }) => ({ ids, title, version, words: count, stretches: printStretches(stretches), slots, marks: printMarks(marks), blocks: blocks.length, keepsWords })),
  };
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const bytes = Buffer.concat([size, head, ...texts.map(({ blocks }) => bytesOf(blocks)), bytesOf(Uint32Array.from(vocabulary.hashes)), bytesOf(Uint16Array.from(words)), spelled]);
  writeFileSync(file, bytes);
}

const bytesOf = (array: Uint32Array | Uint16Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A known text of the file, of which all but its blocks is read when somebody holds something against it. */
class StoredText implements KnownText {
  readonly ids: readonly string[];
  readonly title: string;
  readonly version: string | null;
  readonly words: number;
  readonly slots: readonly number[];
  readonly keepsWords: boolean;
  #stretches: readonly Stretch[] | null = null;
  #hash: Uint32Array | null = null;
  #marks: readonly KnownMark[] | null = null;

  constructor(
    readonly about: Header["texts"][number],
    readonly blocks: Uint32Array,
    readonly numbers: Uint16Array,
    readonly vocabulary: { readonly hashes: Uint32Array; spelled(): readonly string[] },
  ) {
    ({ ids: this.ids, title: this.title, version: this.version, words: this.words, slots: this.slots, keepsWords: this.keepsWords } = about);
  }

  get stretches(): readonly Stretch[] {
    return (this.#stretches ??= parseStretches(this.about.stretches));
  }

  get marks(): readonly KnownMark[] {
    return (this.#marks ??= parseMarks(this.about.marks));
  }

  get hash(): Uint32Array | null {
    if (!this.keepsWords) return null;
    return (this.#hash ??= Uint32Array.from(this.numbers, (number) => this.vocabulary.hashes[number]!));
  }

  spelled(from: number, to: number): readonly string[] | null {
    if (!this.keepsWords) return null;
    const spelled = this.vocabulary.spelled();
    return Array.from(this.numbers.subarray(from, to), (number) => spelled[number]!);
  }
}

/** The known texts as they were written; null where there is no index, or one of something else. */
export function readIndex(digest: string): KnownText[] | null {
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const headLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + headLength)) as Header;
  if (header.digest !== digest) return null;
  let at = 4 + headLength;
  const take = (length: number): ArrayBuffer => {
    const part = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + length);
    at += length;
    return part;
  };
  const blocks = new Uint32Array(take(4 * header.texts.reduce((sum, each) => sum + each.blocks, 0)));
  const hashes = new Uint32Array(take(4 * header.vocabulary));
  const numbers = new Uint16Array(take(2 * header.texts.reduce((sum, each) => sum + (each.keepsWords ? each.words : 0), 0)));
  const words = bytes.subarray(at, at + header.vocabularyBytes);
  let spelled: readonly string[] | null = null;
  const vocabulary = { hashes, spelled: (): readonly string[] => (spelled ??= words.toString("utf8").split("\n")) };
  let [block, word] = [0, 0];
  return header.texts.map((about) => {
    const own = about.keepsWords ? about.words : 0;
    const text = new StoredText(about, blocks.subarray(block, block + about.blocks), numbers.subarray(word, word + own), vocabulary);
    block += about.blocks;
    word += own;
    return text;
  });
}
