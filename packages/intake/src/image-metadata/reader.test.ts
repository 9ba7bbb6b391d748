import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";

const spaces = { x: "adobe:ns:meta/", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", dc: "http://purl.org/dc/elements/1.1/", dcterms: "http://purl.org/dc/terms/", r: "http://ns.adobe.com/xap/1.0/rights/", p: "http://ns.useplus.org/ldf/xmp/1.0/", photoshop: "http://ns.adobe.com/photoshop/1.0/", tdm: "http://www.w3.org/ns/tdmrep/", n: "http://ns.adobe.com/xmp/note/", e: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", cc: "http://creativecommons.org/ns#" };
const xmp = (inner: string, attributes = "") => `<?xpacket begin="\uFEFF"?><x:xmpmeta ${Object.entries(spaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(" ")}><rdf:RDF><rdf:Description rdf:about="" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const segment = (code: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, code, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
const jpeg = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from("ffd8", "hex"), ...parts, Buffer.from("ffda0008", "hex"), Buffer.alloc(64)]);
const withXmp = (text: string): Buffer => jpeg(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${text}`)));
const read = (bytes: Uint8Array, path = "a.jpg", reader?: string) => importFrom([memoryFile(path, bytes)], { us: "acme", recordedAt: "2026-11-21", ...(reader === undefined ? {} : { reader }) });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => graph.statements.filter((each) => each.what !== "upstream").map((each) => `${each.what} ${String(each.value)}`).toSorted();
const mining = (term: string) => `p:DataMining="http://ns.useplus.org/ldf/vocab/${term}"`;
const reserved = ["fact:reservation.expressed true", "fact:reservation.form c2pa_or_iptc_metadata", "fact:reservation.machine_readable true"];

it.each(["http://www.w3.org/ns/tdmrep/", "http://www.w3.org/ns/tdmrep#", "http://www.w3.org/ns/tdm/", "http://www.w3.org/ns/tdm#"])("a reservation under the name %s is one, as files spell it", async (uri) => {
  expect(said(await read(withXmp(xmp("<tdm:reservation>1</tdm:reservation>").replace(spaces.tdm, uri))))).toContain("fact:reservation.expressed true");
});

const typed = (more: string) => xmp(`<e:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceType>${more}`);
const entry = (tag: string, type: string, size: number, value: string) => `${tag}${type}${size.toString(16).padStart(8, "0")}${value}`;
const riff = (text: string): Buffer => {
  const [size, data] = [Buffer.alloc(4), Buffer.from(text)];
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBPXMP ", "latin1"), size, data, Buffer.alloc(data.length % 2)]);
};
const png = (data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), length, Buffer.from("iTXt"), data, Buffer.alloc(4)]);
};
const chunk = (type: string, text: string) => {
  const [length, sum, data] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.from(text)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([length, Buffer.from(type), data, sum]);
};

describe("rights that pictures state", () => {
  it.each<[string, string, string[]]>([
    ["mining prohibited", xmp("", mining("DMI-PROHIBITED")), ["data-mining DMI-PROHIBITED", ...reserved]],
    ["training prohibited, as an element", xmp("<p:DataMining rdf:resource=\"http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-GENAIMLTRAINING\"/>"), ["data-mining DMI-PROHIBITED-GENAIMLTRAINING", ...reserved]],
    ["mining under terms", xmp("", mining("DMI-PROHIBITED-SEECONSTRAINT")), ["data-mining DMI-PROHIBITED-SEECONSTRAINT", ...reserved]],
    ["a word on mining that nobody knows", xmp("", mining("DMI-NEW")), ["data-mining DMI-NEW", ...reserved]],
    ["mining allowed", xmp("", mining("DMI-ALLOWED")), ["data-mining DMI-ALLOWED"]],
    ["nothing said on mining", xmp("", mining("DMI-UNSPECIFIED")), ["data-mining DMI-UNSPECIFIED"]],
    ["a license and terms", xmp("<cc:license rdf:resource=\"https://creativecommons.org/licenses/by/4.0/\"/><r:UsageTerms><rdf:Alt><rdf:li xml:lang=\"x-default\">Ask before you print it.</rdf:li></rdf:Alt></r:UsageTerms>", "r:WebStatement=\"https://acme.example/terms\""), ["fact:work.cmi_present true", "license https://creativecommons.org/licenses/by/4.0/", "rights Ask before you print it.", "rights-link https://acme.example/terms"]],
    ["an organization's notice", xmp("<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">© 2026 Acme Images Ltd</rdf:li></rdf:Alt></dc:rights>", "photoshop:Credit=\"Acme Press\""), ["fact:work.cmi_present true", "rights © 2026 Acme Images Ltd", "rights-owner Acme Press"]],
    ["a person's notice", xmp("<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">Copyright 2026 by Jane Doe. All rights reserved.</rdf:li></rdf:Alt></dc:rights><dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator>", "photoshop:Credit=\"Jane Doe\""), ["fact:work.cmi_present true", "rights a notice that may name somebody"]],
    ["owners in a structure", xmp("<p:CopyrightOwner><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><p:CopyrightOwnerName>Acme GmbH</p:CopyrightOwnerName></rdf:li></rdf:Seq></p:CopyrightOwner>", mining("DMI-ALLOWED")), ["data-mining DMI-ALLOWED", "fact:work.cmi_present true", "rights-owner Acme GmbH"]],
    ["the protocol's reservation and policy", xmp("<tdm:reservation>1</tdm:reservation><tdm:policy>https://acme.example/policy</tdm:policy>"), ["data-mining tdm-reservation: 1", "fact:reservation.expressed true", "fact:reservation.form tdmrep", "fact:reservation.machine_readable true", "license-offer https://acme.example/policy"]],
    ["the protocol's word that nothing is reserved", xmp("<tdm:reservation>0</tdm:reservation>"), ["data-mining tdm-reservation: 0"]],
    ["a value that the protocol does not know, beside what prohibits", xmp("<tdm:reservation>2</tdm:reservation>", mining("DMI-PROHIBITED")), ["data-mining DMI-PROHIBITED", ...reserved]],
    ["a manifest that lies elsewhere", xmp("", "dcterms:provenance=\"https://acme.example/m\""), ["manifest-link https://acme.example/m"]],
  ])("are read: %s", async (_, text, expected) => {
    const found = await read(withXmp(text));
    expect([found.problems, said(found)]).toEqual([[], expected.toSorted()]);
    expect(JSON.stringify([[...found.graph.assets.values()], found.graph.statements, found.graph.findings])).not.toContain("Jane");
  });

  it("says which model made it, and that one is missing", async () => {
    const named = await read(withXmp(typed("<e:AISystemUsed>Maker</e:AISystemUsed>")));
    expect([...named.graph.derivations.values()].map((each) => [each.by, each.from, each.to])).toEqual([["generate", ["image:a.jpg#model/Maker"], "image:a.jpg"]]);
    expect(named.graph.assets.get("image:a.jpg")).toMatchObject({ kind: "output", upstream: "partial" });
    const unnamed = await read(withXmp(typed("")));
    expect([unnamed.graph.derivations.size, unnamed.graph.findings.map((each) => each.kind), unnamed.graph.assets.get("image:a.jpg")?.upstream]).toEqual([0, ["generating-model-unknown"], "undisclosed"]);
  });

  it.each<[string, string, string[], number]>([
    ["a system in a structure", "<e:AISystemUsed><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><e:Other>Maker</e:Other></rdf:li></rdf:Bag></e:AISystemUsed>", ["image:a.jpg#model/unreadable"], 1],
    ["a system, and not what it did", "<e:AISystemUsed>Maker</e:AISystemUsed>", ["image:a.jpg#model/Maker"], 0],
    ["a system in an empty list", "<e:AISystemUsed><rdf:Bag/></e:AISystemUsed>", [], 0],
  ])("keep what took part: %s", async (_, inner, expected, told) => {
    const found = await read(withXmp(typed(inner).replace(/<e:DigitalSourceType>[^<]*<\/e:DigitalSourceType>/, "")));
    expect([[...found.graph.derivations.values()].flatMap((each) => each.from), found.problems.map((each) => [each.code, each.line, each.column])]).toEqual([expected, Array.from({ length: told }, () => ["wrong-type", 1, 1])]);
  });

  it.each<[string, string, string[], number]>([
    ["in a structure", "<cc:license><rdf:Description cc:permits=\"x\"/></cc:license>", ["license a license that cannot be read"], 1],
    ["by what a description is about", "<cc:license><rdf:Description rdf:about=\"https://creativecommons.org/licenses/by/4.0/\"/></cc:license>", ["license https://creativecommons.org/licenses/by/4.0/"], 0],
    ["in an empty place", "<cc:license/>", [], 0],
  ])("keep that a license was stated: %s", async (_, inner, expected, told) => {
    const found = await read(withXmp(xmp(inner)));
    expect([said(found), found.problems.length]).toEqual([expected, told]);
  });

  const exif = jpeg(segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0MM\0*"), Buffer.from(`000000080001${entry("8298", "0002", 14, "0000001a")}00000000`, "hex"), Buffer.from("\xa9 Acme Press\0\0", "latin1")])));
  const iptc = jpeg(segment(0xed, Buffer.concat([Buffer.from("Photoshop 3.0\x008BIM"), Buffer.from("040400000000000f", "hex"), Buffer.from("1c0274000a", "hex"), Buffer.from("Acme Press")])));
  it.each<[string, Buffer, string[]]>([
    ["Exif", exif, ["fact:work.cmi_present true", "rights © Acme Press"]],
    ["the older form of IPTC", iptc, ["fact:work.cmi_present true", "rights Acme Press"]],
    ["a WebP file", riff(xmp("", mining("DMI-PROHIBITED"))), ["data-mining DMI-PROHIBITED", ...reserved]],
  ])("are read from %s", async (_, bytes, expected) => {
    const found = await read(bytes);
    expect([found.problems, said(found)]).toEqual([[], expected]);
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${xmp("&b;").replace(/^<\?[^>]*>/, "")}`;
  it.each<[string, Buffer, RegExp]>([
    ["entities that grow", withXmp(bomb), /document type/],
    ["an entity of the net", withXmp("<!DOCTYPE x SYSTEM \"https://acme.example/x.dtd\"><x/>"), /document type/],
    ["an entity that nobody defined", withXmp(xmp("&other;")), /no XML/],
    ["an element that does not end", withXmp(xmp("<open>")), /no XML/],
    ["very deep elements", withXmp(xmp("<a>".repeat(5_000))), /deeper than 64/],
    ["a text that unpacks to a gigabyte", png(Buffer.concat([Buffer.from("XML:com.adobe.xmp\0\x01\0\0\0"), deflateSync(Buffer.alloc(100_000_000))])), /unpacks to more/],
    ["a part that cannot be read beside one that allows", jpeg(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp("", mining("DMI-ALLOWED"))}`)), segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp("<open>")}`))), /no XML/],
    ["a picture that is cut off", withXmp(xmp("", mining("DMI-PROHIBITED"))).subarray(0, 300), /ends/],
  ])("are not read of %s, and nothing is recorded", async (_, bytes, message) => {
    const { graph, problems, skipped } = await read(bytes, "a.jpg", "image-metadata");
    expect([graph.assets.size, graph.statements.length, skipped.length]).toEqual([0, 0, 1]);
    expect(problems.map((each) => each.message).join()).toMatch(message);
  });

  const packet = (text: string): Buffer => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${text}`));
  it.each<[string, Buffer]>([
    ["another part cannot be read", jpeg(packet(xmp("<cc:license rdf:resource=\"https://creativecommons.org/licenses/by/4.0/\"/>", mining("DMI-PROHIBITED"))), packet(xmp("<open>")))],
    ["the picture is cut off after it", jpeg(packet(xmp("", mining("DMI-PROHIBITED")))).subarray(0, -68)],
  ])("of which only what reserves is recorded where %s", async (_, bytes) => {
    const found = await read(bytes, "a.jpg", "image-metadata");
    expect([said(found), found.problems.length, found.skipped.length]).toEqual([["data-mining DMI-PROHIBITED", ...reserved], 1, 0]);
  });

  it("are of the same picture that its generator's text is about", async () => {
    const whole = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${xmp("", mining("DMI-PROHIBITED"))}`), chunk("tEXt", "parameters\0a duck\nSteps: 15, Model hash: c0d1994c73, Model: real"), chunk("IEND", "")]);
    const found = await read(whole, "a.png");
    expect([...found.graph.assets.values()].map((each) => [each.id, each.kind])).toEqual([["image:a.png", "output"], ["model-hash:sha256-10/c0d1994c73", "model"]]);
    expect(said(found)).toEqual(["data-mining DMI-PROHIBITED", ...reserved, "generator A1111"]);
    expect(found.problems).toEqual([]);
  });
});

const u32 = (n: number): Buffer => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
const box = (type: string, ...data: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(data.map((each) => Buffer.from(each as string)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type), body]);
};
/** A picture of items, whose packet lies behind the description of items, or in it. */
function heif(packet: string, how: { readonly inside?: boolean; readonly packed?: boolean; readonly cut?: boolean } = {}): Buffer {
  const start = box("ftyp", "heic\0\0\0\0mif1heic");
  const info = box("iinf", "\0\0\0\0\0\u0001", box("infe", "\u0002\0\0\0\0\u0001\0\0mime", "\0application/rdf+xml\0", how.packed === true ? "deflate\0" : ""));
  const made = (at: number): Buffer => box("meta", "\0\0\0\0", info, box("iloc", "\u0001\0\0\0", Buffer.from([0x44, 0x00]), "\0\u0001\0\u0001", Buffer.from([0, how.inside === true ? 1 : 0]), "\0\0\0\u0001", u32(at), u32(Buffer.byteLength(packet))), ...(how.inside === true ? [box("idat", packet)] : []));
  const behind = start.length + made(0).length + 8;
  return Buffer.concat([start, made(how.inside === true ? 0 : how.cut === true ? 1_000_000 : behind), box("mdat", how.inside === true ? "" : packet)]);
}
const prohibited = xmp("", mining("DMI-PROHIBITED"));

describe("pictures of items", () => {
  it.each([["behind", {}], ["in", { inside: true }]])("have their packet read where it lies %s the description of items", async (_, how) => {
    const found = await read(heif(prohibited, how), "a.heic", "image-metadata");
    expect([found.problems, said(found)]).toEqual([[], ["data-mining DMI-PROHIBITED", ...reserved]]);
  });

  it.each([["is packed", { packed: true }], ["lies beyond the end", { cut: true }]])("tell of a packet that %s", async (_, how) => {
    const found = await read(heif(prohibited, how), "a.heic", "image-metadata");
    expect([found.problems.map((each) => each.code), said(found), found.skipped.length]).toEqual([["format-syntax"], [], 1]);
  });

  const meta = (...boxes: Buffer[]): Buffer => Buffer.concat([box("ftyp", "heic\0\0\0\0mif1heic"), box("meta", "\0\0\0\0", ...boxes)]);
  const item = box("infe", "\u0002\0\0\0\0\u0001\0\0mime", "\0application/rdf+xml\0");
  it.each([
    ["that ends in the middle of an item", meta(box("iinf", "\0\0\0\0\0\u0001", box("infe", "\u0002"))), []],
    ["with a box whose length is elsewhere", meta(box("iinf", "\0\0\0\0\0\u0001", Buffer.from([0, 0, 0, 1]), Buffer.from("infe"), Buffer.alloc(8))), ["format-syntax"]],
    ["with more items than anybody writes", meta(box("iinf", "\0\0\0\0\0\u0001", ...Array.from({ length: 10_000 }, () => box("infe", "\u0002\0\0\0")), item)), ["format-syntax"]],
  ])("do not throw at a description %s, and are not taken for pictures without a word", async (_, bytes, codes) => {
    const found = await read(bytes, "a.heic", "image-metadata");
    expect([found.problems.map((each) => each.code), said(found)]).toEqual([codes, []]);
  });

  it("that give many items one place are read within one bound", async () => {
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${" ".repeat(6_000_000)}</x:xmpmeta>`;
    const places = Array.from({ length: 4 }, (_, n) => Buffer.concat([Buffer.from([0, n + 1, 0, 1, 0, 0, 0, 1]), u32(0), u32(packet.length)]));
    const infos = places.map((_, n) => box("infe", Buffer.from([2, 0, 0, 0, 0, n + 1, 0, 0]), "mime", "\0application/rdf+xml\0"));
    const made = meta(box("iinf", "\0\0\0\0\0\u0004", ...infos), box("iloc", "\u0001\0\0\0", Buffer.from([0x44, 0x00, 0, 4]), ...places), box("idat", packet));
    expect((await read(made, "a.heic", "image-metadata")).problems.map((each) => each.code)).toEqual(["too-large"]);
  });

  it("are read on where they have none, and end in no throw wherever they are cut", async () => {
    const whole = heif(prohibited);
    for (let end = 12; end < whole.length; end += 7) expect((await read(whole.subarray(0, end), "a.heic", "image-metadata")).graph.statements.length).toBe(0);
  });
});

const guid = "0123456789ABCDEF0123456789ABCDEF";
const piece = (text: Buffer, from: number, to: number, name = guid): Buffer => segment(0xe1, Buffer.concat([Buffer.from(`http://ns.adobe.com/xmp/extension/\0${name}`), u32(text.length), u32(from), text.subarray(from, to)]));

describe("a packet that is larger than one segment", () => {
  const rest = Buffer.from(prohibited.replace(/^<\?[^>]*>/, ""));
  const first = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp("", `n:HasExtendedXMP="${guid}"`)}`));
  it.each<[string, Buffer, string[], number]>([
    ["is read with its rest, in whatever order the pieces stand", jpeg(first, piece(rest, 200, rest.length), piece(rest, 0, 200)), ["data-mining DMI-PROHIBITED", ...reserved], 0],
    ["of which a piece is missing is told", jpeg(first, piece(rest, 0, 200)), [], 1],
    ["of which a piece stands twice is told", jpeg(first, piece(rest, 0, 200), piece(rest, 0, 200), piece(rest, 200, rest.length)), [], 1],
    ["does not take what is left of an earlier one", jpeg(first, piece(rest, 0, rest.length, "F".repeat(32))), [], 0],
  ])("%s", async (_, bytes, expected, problems) => {
    const found = await read(bytes, "a.jpg", "image-metadata");
    expect([said(found), found.problems.length]).toEqual([expected, problems]);
  });
});

interface TiffTag {
  readonly tag: number;
  readonly type: number;
  readonly data: Buffer;
}

/** A picture of fields: each page a list of them, with the values behind the lists. */
function tiffOf(pages: readonly (readonly TiffTag[])[], order: "II" | "MM" = "II", big = false): Buffer {
  const number = (n: number, size: number): Buffer => {
    const made = Buffer.alloc(size);
    if (size === 8) void (order === "II" ? made.writeBigUInt64LE(BigInt(n)) : made.writeBigUInt64BE(BigInt(n)));
    else void (order === "II" ? made.writeUIntLE(n, 0, size) : made.writeUIntBE(n, 0, size));
    return made;
  };
  const [ofCount, ofField, ofPlace] = big ? [8, 20, 8] : [2, 12, 4];
  const start = Buffer.concat([Buffer.from(order), number(big ? 43 : 42, 2), ...(big ? [number(8, 2), number(0, 2)] : []), number(big ? 16 : 8, ofPlace)]);
  let at = start.length + pages.reduce((sum, page) => sum + ofCount + page.length * ofField + ofPlace, 0);
  let next = start.length;
  const [lists, values]: [Buffer[], Buffer[]] = [[], []];
  for (const [n, page] of pages.entries()) {
    next += ofCount + page.length * ofField + ofPlace;
    lists.push(number(page.length, ofCount));
    for (const { tag, type, data } of page) {
      const count = type === 4 ? data.length / 4 : data.length;
      const isInside = data.length <= ofPlace;
      lists.push(number(tag, 2), number(type, 2), number(count, ofPlace), isInside ? Buffer.concat([data, Buffer.alloc(ofPlace - data.length)]) : number(at, ofPlace));
      if (!isInside) values.push(data);
      at += isInside ? 0 : data.length;
    }
    lists.push(number(n === pages.length - 1 ? 0 : next, ofPlace));
  }
  return Buffer.concat([start, ...lists, ...values]);
}

const tag = (n: number, data: Buffer | string, type = 1): TiffTag => ({ tag: n, type, data: Buffer.from(data as string) });

describe("pictures of fields", () => {
  const allowing = tag(700, xmp("<cc:license rdf:resource=\"https://creativecommons.org/licenses/by/4.0/\"/>", mining("DMI-ALLOWED")));
  const ofTest = ["data-mining DMI-PROHIBITED", ...reserved];
  it.each<[string, Buffer, string[]]>([
    ["XMP", tiffOf([[tag(700, prohibited)]]), ofTest],
    ["XMP, the big end first", tiffOf([[tag(256, "\0\u0001", 3), tag(700, prohibited, 7)]], "MM"), ofTest],
    ["XMP in the form for large files", tiffOf([[tag(700, prohibited)]], "II", true), ofTest],
    ["the older form of IPTC, as words of four bytes", tiffOf([[tag(33_723, Buffer.concat([Buffer.from("1c0274000a", "hex"), Buffer.from("Acme Press\0")]), 4)]]), ["fact:work.cmi_present true", "rights Acme Press"]],
    ["resources of picture programs", tiffOf([[tag(34_377, Buffer.concat([Buffer.from("8BIM"), Buffer.from("040400000000000f", "hex"), Buffer.from("1c0274000a", "hex"), Buffer.from("Acme Press")]))]]), ["fact:work.cmi_present true", "rights Acme Press"]],
    ["a notice of a photographer and of an editor", tiffOf([[tag(33_432, "\u00a9 Acme Press\0Acme Images\0", 2)]]), ["fact:work.cmi_present true", "rights \u00a9 Acme Press Acme Images"]],
    ["another picture in it, of which only what reserves is of the file", tiffOf([[tag(256, "\0\u0001", 3)], [allowing], [tag(700, prohibited)]]), ofTest],
    ["none", tiffOf([[tag(256, "\0\u0001", 3)]]), []],
  ])("have their rights read from %s", async (_, bytes, expected) => {
    const found = await read(bytes, "a.tif", "image-metadata");
    expect([found.problems, said(found)]).toEqual([[], expected.toSorted()]);
  });

  const whole = tiffOf([[tag(700, prohibited)]]);
  const looped = Buffer.from(whole);
  looped.writeUInt32LE(8, 8 + 2 + 12);
  it.each<[string, Buffer, string[]]>([
    ["whose fields begin beyond the end", Buffer.from("49492a00ffffff7f0000000000000000", "hex"), []],
    ["that is cut off", whole.subarray(0, whole.length - 1), []],
    ["whose lists go in a circle, but for what reserves", looped, ofTest],
    ["with more fields than anybody writes", Buffer.concat([Buffer.from("49492a0008000000ffff", "hex"), Buffer.alloc(16)]), []],
    ["with XMP that is no XML", tiffOf([[tag(700, "<x:xmpmeta")]]), []],
    ["with a field of four gigabytes", tiffOf([[tag(700, "")]]).fill(0xff, 14, 18), []],
  ])("are told of one %s", async (_, bytes, expected) => {
    const found = await read(bytes, "a.tif", "image-metadata");
    expect([found.problems.length, said(found)]).toEqual([1, expected.toSorted()]);
  });

  it("end in no throw wherever they are cut", async () => {
    for (let end = 4; end < whole.length; end += 5) expect((await read(whole.subarray(0, end), "a.tif", "image-metadata")).graph.statements.length).toBe(0);
  });
});

const object = (id: number, words: string): string => `${id} 0 obj\n${words}\nendobj\n`;
const streamOf = (words: string, data: Buffer | string): string => `<< ${words} /Length ${data.length} >>\nstream\n${Buffer.from(data as string).toString("latin1")}\nendstream`;
const pdf = (...parts: readonly string[]): Buffer => Buffer.from(`%PDF-1.7\n${parts.join("")}trailer << /Root 1 0 R >>\n%%EOF\n`, "latin1");
const catalog = object(1, "<< /Type /Catalog /Pages 3 0 R /Metadata 2 0 R >>");
const ofPicture = object(9, streamOf("/Type /Metadata /Subtype /XML", xmp("", mining("DMI-ALLOWED"))));
const packedBy = (data: string): Buffer => deflateSync(Buffer.from(data));

describe("documents", () => {
  const metadata = object(2, streamOf("/Type /Metadata /Subtype /XML", prohibited));
  const ofTest = ["data-mining DMI-PROHIBITED", ...reserved];
  it.each<[string, Buffer, string[]]>([
    ["as it stands", pdf(catalog, metadata, ofPicture), ofTest],
    ["packed", pdf(catalog, object(2, streamOf("/Type /Metadata /Filter /FlateDecode", packedBy(prohibited)))), ofTest],
    ["packed, whose length stands elsewhere", pdf(catalog, object(2, streamOf("/Filter [/FlateDecode] /Length 7 0 R", packedBy(prohibited)).replace(/ \/Length \d+ >>/, " >>"))), ofTest],
    ["whose catalog is packed with other objects", pdf(metadata, object(5, streamOf("/Type /ObjStm /N 2 /First 8 /Filter /FlateDecode", packedBy("3 0 1 4 << >> << /Type /Catalog /Metadata 2 0 R >>")))), ofTest],
    ["of the last state that was saved", pdf(catalog, object(2, streamOf("", xmp("", mining("DMI-ALLOWED")))), metadata), ofTest],
    ["in a document that is encrypted, but for its metadata", pdf(catalog, metadata, "<< /Encrypt 8 0 R /EncryptMetadata false >>"), ofTest],
    ["of none: packets of pictures are not about the document", pdf(object(1, "<< /Type /Catalog >>"), ofPicture), []],
  ])("have their packet read %s", async (_, bytes, expected) => {
    const found = await read(bytes, "a.pdf", "image-metadata");
    expect([found.problems, said(found), [...found.graph.assets.values()].map((each) => [each.id, each.kind])]).toEqual([[], expected.toSorted(), expected.length === 0 ? [] : [["media:a.pdf", "document"]]]);
  });

  it.each<[string, Buffer, RegExp]>([
    ["a packet that unpacks to a hundred megabytes", pdf(catalog, object(2, streamOf("/Filter /FlateDecode", deflateSync(Buffer.alloc(100_000_000))))), /unpacks to more/],
    ["one that is packed in another way", pdf(catalog, object(2, streamOf("/Filter /LZWDecode", prohibited))), /cannot be unpacked/],
    ["one that is not there", pdf(catalog), /cannot be unpacked/],
    ["an encrypted document", pdf(catalog, metadata, "<< /Encrypt 8 0 R >>"), /encrypted/],
    ["a document that is cut off", pdf(catalog, metadata).subarray(0, -40), /damaged/],
    ["a catalog that is not there", pdf(metadata), /catalog/],
    ["an entity of the net", pdf(catalog, object(2, streamOf("", '<!DOCTYPE x SYSTEM "https://acme.example/x.dtd"><x/>'))), /document type/],
  ])("are told of %s, and nothing is recorded", async (_, bytes, message) => {
    const { graph, problems, skipped } = await read(bytes, "a.pdf", "image-metadata");
    expect([graph.assets.size, skipped.length, problems.length]).toEqual([0, 1, 1]);
    expect(problems[0]?.message).toMatch(message);
  });

  it("of millions of empty objects are read within the time that their bytes take", async () => {
    const many = "/Root 1 0 R /Type /ObjStm 1 0 obj\n".repeat(50_000);
    expect((await read(pdf(many), "a.pdf", "image-metadata")).problems.map((each) => each.code)).toEqual(["format-syntax"]);
  });
});

const beside = (files: Readonly<Record<string, string | Uint8Array>>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme" });
const abouts = ({ graph }: Read) => [...new Set(graph.statements.map((each) => each.about.id))];

describe("a packet beside a file", () => {
  it.each([
    ["with its ending before `.xmp`", { "p/a.jpg.xmp": prohibited }, ["image:p/a.jpg"], []],
    ["with its name before `.xmp`", { "p/a.xmp": prohibited, "p/a.jpg": withXmp(xmp("<r:WebStatement>https://acme.example/terms</r:WebStatement>")) }, ["image:p/a.jpg"], []],
    ["whose name has a point", { "p/a.1.xmp": prohibited, "p/a.1.jpg": withXmp(xmp("<r:WebStatement>https://acme.example/terms</r:WebStatement>")) }, ["image:p/a.1.jpg"], []],
    ["or of one of two, each of which may be reserved", { "p/a.xmp": prohibited, "p/a.jpg": withXmp(xmp("<r:WebStatement>https://acme.example/terms</r:WebStatement>")), "p/a.webp": riff(xmp("<r:WebStatement>https://acme.example/terms</r:WebStatement>")) }, ["image:p/a.jpg", "image:p/a.webp", "image:p/a.xmp"], ["described-file-unknown"]],
    ["that nobody knows", { "p/a.xmp": prohibited }, ["image:p/a.xmp"], ["described-file-unknown"]],
  ])("is said of the file %s", async (_, files, about, findings) => {
    const found = await beside(files);
    expect([found.problems, abouts(found).toSorted(), found.graph.findings.map((each) => each.kind)]).toEqual([[], about, findings]);
    expect(said(found)).toEqual(expect.arrayContaining(reserved));
  });

  it("with a document type is refused", async () => {
    const found = await beside({ "a.jpg.xmp": `<!DOCTYPE x [<!ENTITY a "b">]>${prohibited}` });
    expect([found.problems.length, found.graph.assets.size]).toEqual([1, 0]);
  });
});
