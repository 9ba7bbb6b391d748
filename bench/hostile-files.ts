import { deflateSync, gzipSync } from "node:zlib";
import { importFrom, type SourceFile } from "@cleartitle/intake";
import { zipBytes } from "../packages/intake/src/atlas/made-zip.fixture.js";
import { samples } from "../packages/intake/src/format-samples.fixture.js";
import { pngOf } from "../packages/intake/src/generated-image/made-image.fixture.js";

const mega = 1_048_576;
/** Just below the limits that readers have, so that what is refused at once for its size is also met where it is read. */
const sizes = [100, 63.9, 31.9, 15.9, 7.9, 3.9];

interface Attack {
  readonly title: string;
  /** A file of about so many bytes. */
  readonly file: (bytes: number) => SourceFile;
  /** Small files that stand for much: their size says nothing, and they are given once. */
  readonly small?: boolean;
}

/** What one attack came to: the most that was read of it, the seconds of the processor for it, and how it ended. */
export interface Outcome {
  readonly title: string;
  readonly megabytes: number;
  readonly seconds: number;
  readonly end: string;
  /** Things that are known of the file nonetheless. */
  readonly assets: number;
}

/** A file that is made while it is read: a start, a piece again and again, and an end. Nothing of it is held. */
function streamed(path: string, start: string | Uint8Array, piece: string, end: string, bytes: number): SourceFile {
  const [head, tail] = [Buffer.from(start as string), Buffer.from(end)];
  const whole = Buffer.from(piece.repeat(Math.max(1, Math.ceil(Math.min(mega, bytes) / piece.length))));
  const count = Math.max(1, Math.floor((bytes - head.length - tail.length) / whole.length));
  const body = count * whole.length;
  const size = head.length + body + tail.length;
  const part = (from: number, to: number): Promise<Uint8Array> => {
    const bytesOf = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
    for (let at = 0; at < bytesOf.length; at++) {
      const here = from + at;
      bytesOf[at] = (here < head.length ? head[here] : here < head.length + body ? whole[(here - head.length) % whole.length] : tail[here - head.length - body]) ?? 0;
    }
    return Promise.resolve(bytesOf);
  };
  const chunks = function* (): Generator<Uint8Array> {
    yield head;
    for (let n = 0; n < count; n++) yield whole;
    yield tail;
  };
  return { path, size, chunks, part };
}

const held = (path: string, bytes: Uint8Array): SourceFile => ({ path, size: bytes.length, chunks: () => [bytes], part: (from, to) => Promise.resolve(bytes.subarray(from, to)) });

/** How a syntax goes on without an end, deeper and deeper, and as ever more values that are well formed. */
interface Growth {
  readonly open: (text: string) => string;
  readonly long: readonly [start: string, end: string];
  /** What ends the whole, where it depends on how it began. */
  readonly close?: (text: string) => string;
  readonly deep: string;
  readonly dense: readonly [start: string, piece: string, end: string];
}

const inJson: Growth = { open: (text) => text.replace(/\}\s*$/, ""), long: [',"more":"', '"}'], deep: '[{"a":', dense: [',"more":[0', ',{"a":1}', "]}"] };
const growths: readonly (readonly [RegExp, Growth])[] = [
  [/\.jsonl$/, { open: (text) => text, long: ['{"id":"a/b","license":"', '"}\n'], deep: '[{"a":', dense: ["", '{"id":"acme/quiet","license":["mit"]}\n', ""] }],
  [/\.json$/, inJson],
  [/\.(?:ya?ml|lock|dvc|cff)$/, { open: (text) => `${text}\n`, long: ['more: "', '"\n'], deep: "[{a: ", dense: ["more:\n", "- {a: 1}\n", ""] }],
  [/\.md$/, { open: (text) => text.replace(/\n---[^]*$/, "\n"), long: ['more: "', '"\n---\n'], deep: "[{a: ", dense: ["more:\n", "- {a: 1}\n", "---\n"] }],
  [/\.toml$/, { open: (text) => `${text}\n`, long: ['more = "', '"\n'], deep: "[{a=", dense: ["more = [", "{a=1},", "]\n"] }],
  [/\.xml$/, { open: (text) => text.replace(/<\/[^<]*$/, ""), close: (text) => /<\/[^<]*$/.exec(text)?.[0] ?? "", long: ["<more>", "</more>"], deep: "<a>", dense: ["", "<a b='1'/>", ""] }],
  [/\.ttl$/, { open: (text) => text, long: ['<a:b> <a:c> "', '" .\n'], deep: "[ <a:c> ( ", dense: ["", "<a:b> <a:c> <a:d> .\n", ""] }],
];
const inBytes: Growth = { open: (text) => text, long: ["", ""], deep: "[", dense: ["", "\0\0\0\u0001", ""] };

function inSyntax(name: string, content: string | Uint8Array): Attack[] {
  const growth = typeof content === "string" ? (growths.find(([ending]) => ending.test(name))?.[1] ?? inBytes) : inBytes;
  const start = typeof content === "string" ? growth.open(content) : content;
  const after = (more: string): string | Uint8Array => (typeof start === "string" ? start + more : start);
  const [longStart, longEnd] = growth.long;
  const [denseStart, piece, denseEnd] = growth.dense;
  const close = typeof content === "string" ? (growth.close?.(content) ?? "") : "";
  return [
    { title: "one line without an end", file: (bytes) => streamed(name, start, "x", "", bytes) },
    { title: "one long value", file: (bytes) => streamed(name, after(longStart), "x", longEnd + close, bytes) },
    { title: "ever deeper", file: (bytes) => streamed(name, after(longStart.replace(/"$/, "")), growth.deep, "", bytes) },
    { title: "ever more values", file: (bytes) => streamed(name, after(denseStart), piece, denseEnd + close, bytes) },
    { title: "a name that leads out", small: true, file: () => held(`../../../${name}`, Buffer.from(content as string)) },
  ];
}

const entities = `<!DOCTYPE d [<!ENTITY a "${"x".repeat(1_000)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${"abcdefghijk"[n + 1] ?? ""} "${`&${"abcdefghijk"[n] ?? ""};`.repeat(10)}">`).join("")}]>`;
const elsewhere = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d" [<!ENTITY j SYSTEM "file:///dev/zero">]>';
const packet = (kind: string): string => `${kind}<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>&j;</a></x:xmpmeta>`;
const xmp = (text: string): Buffer => pngOf(["iTXt", `XML:com.adobe.xmp\0\0\0\0\0${text}`]);
const ofLength = (start: string, length: bigint): Buffer => {
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(length);
  return Buffer.concat([Buffer.from(start, "latin1"), count, count]);
};

/** What is small and stands for much, or lies about its length. `bytes` is what it unpacks to. */
const bombs: Readonly<Record<string, readonly (readonly [title: string, name: string, make: (bytes: number) => Uint8Array])[]>> = {
  atlas: [
    ["an archive that unpacks to much", "bomb.zip", (bytes) => zipBytes({ "a.json": Buffer.alloc(bytes, " ") })],
    ["an archive of many that unpack to much", "bombs.zip", (bytes) => zipBytes(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.json`, Buffer.alloc(Math.ceil(bytes / 4), " ")])))],
    ["an archive whose names lead out", "out.zip", () => zipBytes({ "../../etc/passwd.json": "{}", "/etc/passwd.json": "{}", "..\\x.json": "{}" })],
  ],
  corpus: [["a crawl that unpacks to much", "bomb.warc.gz", (bytes) => gzipSync(Buffer.alloc(bytes, "WARC/1.1\r\n"))], ["a description that lies about its length", "lies.parquet", () => Buffer.concat([Buffer.from("PAR1"), Buffer.from([255, 255, 255, 127]), Buffer.from("PAR1")])]],
  "generated-image": [["a text that unpacks to much", "bomb.png", (bytes) => pngOf(["zTXt", Buffer.concat([Buffer.from("parameters\0\0"), deflateSync(Buffer.alloc(bytes, "x"))])])]],
  "image-metadata": [["entities of entities", "entities.png", () => xmp(packet(entities))], ["an entity from elsewhere", "elsewhere.png", () => xmp(packet(elsewhere))],
    ["a document whose metadata unpack to much", "bomb.pdf", (bytes) => Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Metadata 2 0 R >>\nendobj\n2 0 obj\n<< /Filter /FlateDecode >>\nstream\n"), deflateSync(Buffer.alloc(bytes, "x")), Buffer.from("\nendstream\nendobj\ntrailer << /Root 1 0 R >>")])],
    ["a document of objects without an end", "many.pdf", (bytes) => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(Math.min(bytes, 67_000_000), "/Type /ObjStm /Root 1 0 R 1 0 obj <<\n")])],
    ["a list of fields that lies about its length", "lies.tif", () => Buffer.from("49492a0008000000ffff00000000000000", "hex")]],
  prov: [["entities of entities", "e.xml", () => Buffer.from(`${entities}<document xmlns="http://www.w3.org/ns/prov#">&j;</document>`)], ["an entity from elsewhere", "f.xml", () => Buffer.from(`${elsewhere}<document xmlns="http://www.w3.org/ns/prov#">&j;</document>`)]],
  cyclonedx: [["entities of entities", "e.xml", () => Buffer.from(`${entities}<bom xmlns="http://cyclonedx.org/schema/bom/1.7">&j;</bom>`)], ["an entity from elsewhere", "f.xml", () => Buffer.from(`${elsewhere}<bom xmlns="http://cyclonedx.org/schema/bom/1.7">&j;</bom>`)]],
  weights: [["lengths that lie", "lies.gguf", () => ofLength("GGUF\u0003\0\0\0", 2n ** 62n)], ["a header that lies about its length", "lies.safetensors", () => ofLength("", 2n ** 62n)]],
  c2pa: [["a box that lies about its length", "lies.c2pa", () => Buffer.from("7fffffff6a756d62", "hex")]],
  dvc: [["aliases of aliases", "dvc.yaml", () => Buffer.from(`a: &a [x, x]\n${Array.from({ length: 22 }, (_, n) => `${String.fromCharCode(98 + n)}: &${String.fromCharCode(98 + n)} [${`*${String.fromCharCode(97 + n)}, `.repeat(9)}]`).join("\n")}\nstages: *w\n`)]],
};

function attacksOn(reader: string): Attack[] {
  const endings = new Map(Object.entries(samples[reader]?.files ?? {}).map(([name, content]) => [/[^.]*$/.exec(name)?.[0] ?? "", { name, content }] as const));
  return [...[...endings.values()].flatMap(({ name, content }) => inSyntax(name, content)), ...(bombs[reader] ?? []).map(([title, name, make]): Attack => ({ title, small: true, file: (bytes) => held(name, make(bytes)) }))];
}

/** Gives a reader every hostile file that there is for it, one after the other, of `megabytes` and then just below each limit, until one is read. */
export async function attack(reader: string, megabytes: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { title, file, small } of attacksOn(reader)) {
    for (const size of sizes) {
      const given = file((size / 100) * megabytes * mega);
      const before = process.cpuUsage();
      const { graph, problems, skipped } = await importFrom([given], { us: "us", reader });
      const { user, system } = process.cpuUsage(before);
      const refused = problems.some((each) => each.code === "too-large" && /a file of more than/.test(each.message));
      if (refused && small !== true && size !== sizes.at(-1)) continue;
      const end = problems.length > 0 ? [...new Set(problems.map((each) => each.code))].join(", ") : skipped.length > 0 ? "passed over" : "read";
      outcomes.push({ title: `${title} (${/[^/.]*\.[^/]*$/.exec(given.path)?.[0] ?? given.path})`, megabytes: given.size / mega, seconds: (user + system) / 1e6, end, assets: graph.assets.size });
      break;
    }
  }
  return outcomes;
}
