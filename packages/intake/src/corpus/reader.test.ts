import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { archiveOf, parquetOf } from "./made-corpus.fixture.js";
import type { MadeAnswer } from "./made-corpus.fixture.js";

const read = (files: Readonly<Record<string, string | Uint8Array>>) => importFrom(Object.entries(files).map(([path, content]) => memoryFile(path, content)), { us: "acme", recordedAt: "2026-11-21" });
type Read = Awaited<ReturnType<typeof read>>;
const said = ({ graph }: Read) => Object.fromEntries(graph.statements.filter((each) => each.what !== "upstream").map((each) => [each.what, each.raw]));
const page = (n: number, host = "acme.example") => `https://${host}/${n}.png`;

describe("tables of addresses", () => {
  it("are one corpus with the sum of their parts, and no row becomes an asset", async () => {
    const result = await read({
      "laion/part-00001.snappy.parquet": parquetOf({ URL: [page(1), page(2), page(3)], TEXT: ["a", "b", "c"], LICENSE: ["?", "?", null] }),
      "laion/part-00002.snappy.parquet": parquetOf({ URL: [page(4), page(5)], TEXT: ["a", "b"], LICENSE: ["CC BY 4.0", "CC BY 4.0"] }, "UNCOMPRESSED"),
    });
    expect(result.problems).toEqual([]);
    expect([...result.graph.assets.values()].map((each) => [each.id, each.kind, each.upstream])).toEqual([["corpus:laion/part-*.snappy.parquet", "dataset", "partial"]]);
    expect(said(result)).toEqual({ "row-count": "5 in 2 files", "license-histogram": '{"CC BY 4.0":2}', "license-unsaid": "3 of 5 rows name no license", "telling-columns": "LICENSE, URL" });
  });

  it.each([
    ["one license in each row", ["MIT", "MIT", "MIT"], "MIT", 0],
    ["one in each group of rows", ["MIT", "MIT", "CC BY 4.0", "CC BY 4.0"], "CC BY 4.0\nMIT", 0],
    ["a row without one", ["MIT", null], undefined, 0],
    ["several in a group, of which no more is told", ["MIT", "CC BY 4.0"], undefined, 1],
    ["nothing in any row", ["?", "?", null], undefined, 0],
  ])("have a license of the whole only where every row surely names one: %s", async (_, license, expected, findings) => {
    const { graph } = await read({ "a.parquet": parquetOf({ license }, "SNAPPY", 2) });
    expect(graph.statements.find((each) => each.what === "license")?.value).toBe(expected);
    expect(graph.findings.filter((each) => each.kind === "license-of-rows").length).toBe(findings);
  });

  it("have no license of the whole where a part has no place for one", async () => {
    const { graph } = await read({ "part-001.parquet": parquetOf({ license: ["MIT", "MIT"] }), "part-002.parquet": parquetOf({ TEXT: ["a"] }) });
    expect(graph.statements.map((each) => each.what).filter((what) => what.startsWith("license"))).toEqual(["license-histogram"]);
  });

  it("are left alone where no column tells anything", async () => {
    const result = await read({ "sales.parquet": parquetOf({ amount: ["1"], customer: ["x"] }) });
    expect([result.graph.assets.size, result.problems, result.skipped.map((each) => each.why)]).toEqual([0, [], ["no column tells of licenses or sources"]]);
  });

  const sound = parquetOf({ license: Array.from({ length: 40 }, (_, n) => `License ${n % 3}`) });
  it("are refused or read, and nothing else, whatever byte of them is another", async () => {
    for (let at = 4; at < sound.length; at += 1) {
      const bytes = Uint8Array.from(sound);
      bytes[at] = 0xff;
      const { graph, problems } = await read({ "a.parquet": bytes });
      expect(problems.length === 0 || graph.assets.size === 0).toBe(true);
    }
  });

  /** The description tells of forty rows, and then of one group of them. */
  const rows = Buffer.from(sound).indexOf(Buffer.from([0x16, 80, 0x19, 0x1c]));
  it("tell their rows in the place that is changed below", () => expect(rows).toBeGreaterThan(0));
  it.each([
    ["more rows than its groups have", Uint8Array.from(sound).fill(82, rows + 1, rows + 2)],
    ["cut off", sound.subarray(0, -9)],
    ["a description longer than the file", Uint8Array.from([...sound.subarray(0, -8), 0xff, 0xff, 0x0f, 0, ...sound.subarray(-4)])],
    ["a description of gigabytes", Uint8Array.from([...sound.subarray(0, -8), 0xff, 0xff, 0xff, 0x7f, ...sound.subarray(-4)])],
    ["a description of lists within lists", Uint8Array.from([0x50, 0x41, 0x52, 0x31, ...new Uint8Array(100_000).fill(0x19), 0xa0, 0x86, 1, 0, 0x50, 0x41, 0x52, 0x31])],
  ])("are a problem with nothing recorded: %s", async (_, bytes) => {
    const { graph, problems, skipped } = await read({ "a.parquet": bytes });
    expect([problems.length, graph.assets.size, skipped.length]).toEqual([1, 0, 1]);
  });
});

const licensed = (of: string) => `<${of}>; rel="license"`;
const reservation = (raw: string) => ({ "fact:reservation.expressed": raw, "fact:reservation.form": raw, "fact:reservation.machine_readable": raw });

describe("archives of crawls", () => {
  const answers = [
    { uri: page(1), headers: { "X-Robots-Tag": "noai, noimageai" } }, { uri: page(2), headers: { "TDM-Reservation": "1", Link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' } },
    { uri: page(3, "other.example"), body: "x".repeat(300_000) },
  ];
  const archive = archiveOf({ isPartOf: "CRAWL-1", software: "crawler 1", robots: "checked", operator: "Jane Doe (jane@acme.example)" }, answers);

  it.each<[string, MadeAnswer[], string | undefined, string | undefined, string | undefined]>([
    ["a license in each answer", [{ uri: page(1), headers: { Link: licensed("https://acme.example/l") } }], "https://acme.example/l", undefined, undefined],
    ["a license in the second of two headers", [{ uri: page(1), headers: { Link: ['</style.css>; rel="preload"', licensed("https://acme.example/l")] } }], "https://acme.example/l", undefined, undefined],
    ["two licenses of one answer", [{ uri: page(1), headers: { Link: [licensed("https://acme.example/l"), licensed("https://acme.example/m")] } }], "https://acme.example/l\nhttps://acme.example/m", undefined, undefined],
    ["a link to something else about licenses", [{ uri: page(1), headers: { Link: '<https://acme.example/l>; rel="license-faq"' } }], undefined, undefined, undefined],
    ["a reservation in the second of two headers", [{ uri: page(1), headers: { "X-Robots-Tag": ["noindex", "noai"], "TDM-Reservation": ["0", "1"] } }], undefined, undefined, "tdm-reservation: 1 (1 of 1 answers); x-robots-tag: noai (1 of 1 answers)"],
    ["no reservation, for searching alone is barred", [{ uri: page(1), headers: { "X-Robots-Tag": "noindex, noarchive", "TDM-Reservation": "0" } }], undefined, undefined, undefined],
    ...(["resource", "conversion", "revisit"] as const).map((type): [string, MadeAnswer[], undefined, string, undefined] =>
      [`a record of the type ${type}, which names no license`, [{ uri: page(1), headers: { Link: licensed("https://acme.example/l") } }, { uri: page(2), type }], undefined, "1 of 2 rows name no license", undefined]),
    ["a reservation of what did not change", [{ uri: page(1), type: "revisit", headers: { "TDM-Reservation": "1" } }], undefined, undefined, "tdm-reservation: 1 (1 of 1 answers)"],
  ])("say of the whole what each of their records bears: %s", async (_, records, license, unsaid, reserved) => {
    const { graph } = await read({ "a.warc": archiveOf({}, records) });
    const value = (what: string) => graph.statements.find((each) => each.what === what);
    expect([value("license")?.value, value("license-unsaid")?.raw, value("fact:reservation.expressed")?.raw]).toEqual([license, unsaid, reserved]);
    expect(value("fact:reservation.form")?.value).toBe(reserved === undefined ? undefined : "http_header");
  });

  it("are read with blanks within headers", async () => {
    const result = await read({ "a.warc": archiveOf({}, Array.from({ length: 1_000 }, (_, n) => ({ uri: page(n), headers: { "X-A": Array.from({ length: 4 }, () => `a${" ".repeat(7_900)}b`) } }))) });
    expect([result.problems, said(result)["row-count"]]).toEqual([[], "1000 in 1 file"]);
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
    ["plain", { "crawl/a.warc": archive }],
    ["packed", { "crawl/a.warc.gz": gzipSync(archive) }],
    ["packed one record at a time", { "crawl/a.warc.gz": Buffer.concat([gzipSync(archive.slice(0, 700)), gzipSync(archive.slice(700))]) }],
  ])("add up to their sites, signals and who crawled: %s", async (_, files) => {
    const result = await read(files);
    expect(result.problems).toEqual([]);
    expect(said(result)).toEqual({
      "row-count": "3 in 1 file", "record-types": '{"response":3,"warcinfo":1}', "crawl-period": "2026-03-01/2026-03-01", "crawl-software": "crawler 1", "crawl-robots": "checked", "source-hosts": '{"acme.example":2,"other.example":1}',
      "reservation-signals": '{"tdm-reservation: 1":1,"x-robots-tag: noai":1,"x-robots-tag: noimageai":1} of 3 answers', "license-histogram": '{"https://creativecommons.org/licenses/by/4.0/":1}', "license-unsaid": "2 of 3 rows name no license",
      ...reservation("tdm-reservation: 1 (1 of 3 answers); x-robots-tag: noai (1 of 3 answers); x-robots-tag: noimageai (1 of 3 answers)"),
    });
    expect([...result.graph.derivations.values()].map((each) => [each.by, each.from])).toEqual([["subset", ["crawl:CRAWL-1"]]]);
    expect(JSON.stringify(result.graph.statements)).not.toMatch(/jane/i);
  });

  it.each([
    ["cut within a record", archive.slice(0, -200_000), 1],
    ["something else after a record", `${archiveOf({ software: "c" }, [])}nothing that is a record`, 1],
    ["a length that is none", archive.replace(/Content-Length: 3\d{5}/, "Content-Length: -1"), 1],
    ["headers without end", `WARC/1.0\r\n${"X: y\r\n".repeat(20_000)}`, 0],
    ["no record", `WARC/ ${"x".repeat(100_000)}`, 0],
  ])("keep what stands before damage, with a problem: %s", async (_, content, assets) => {
    const { graph, problems } = await read({ "a.warc": content });
    expect([problems.length, [...graph.assets.values()].filter((each) => !each.placeholder).length]).toEqual([1, assets]);
  });

  it("end where packing is damaged", async () => {
    const packed = gzipSync(archive);
    expect((await read({ "a.warc.gz": packed.subarray(0, packed.length - 30) })).problems).toMatchObject([{ code: "format-syntax", file: "a.warc.gz" }]);
  });
});

it("an archive of two crawls is a part of both, and one that names none is a part of nothing", async () => {
  const both = await importFrom([memoryFile("crawl/a.warc", ["CRAWL-1", "", "CRAWL-2"].map((isPartOf) => archiveOf({ isPartOf, software: "crawler 1" }, [])).join(""))], { us: "acme" });
  expect([[...both.graph.derivations.values()].flatMap((each) => each.from), both.read.map((each) => each.links)]).toEqual([["crawl:CRAWL-1", "crawl:CRAWL-2"], [2]]);
});
