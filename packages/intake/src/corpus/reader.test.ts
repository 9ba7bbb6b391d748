import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFrom, memoryFile } from "../index.js";
import { archiveOf, parquetOf } from "./made-corpus.fixture.js";

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

  it.each([
    ["cut off", sound.subarray(0, -9)],
    ["a description longer than the file", Uint8Array.from([...sound.subarray(0, -8), 0xff, 0xff, 0x0f, 0, ...sound.subarray(-4)])],
    ["a description of gigabytes", Uint8Array.from([...sound.subarray(0, -8), 0xff, 0xff, 0xff, 0x7f, ...sound.subarray(-4)])],
    ["a description of lists within lists", Uint8Array.from([0x50, 0x41, 0x52, 0x31, ...new Uint8Array(100_000).fill(0x19), 0xa0, 0x86, 1, 0, 0x50, 0x41, 0x52, 0x31])],
  ])("are a problem with nothing recorded: %s", async (_, bytes) => {
    const { graph, problems, skipped } = await read({ "a.parquet": bytes });
    expect([problems.length, graph.assets.size, skipped.length]).toEqual([1, 0, 1]);
  });
});

describe("archives of crawls", () => {
  const answers = [
    { uri: page(1), headers: { "X-Robots-Tag": "noai, noimageai" } }, { uri: page(2), headers: { "TDM-Reservation": "1", Link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"' } },
    { uri: page(3, "other.example"), body: "x".repeat(300_000) },
  ];
  const archive = archiveOf({ isPartOf: "CRAWL-1", software: "crawler 1", robots: "checked", operator: "Jane Doe (jane@acme.example)" }, answers);

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
