import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { reservingSignals } from "@cleartitle/title";
import type { SourceFile } from "../source-file.js";
import { Counts, hostCounts, hostOf } from "./summary.js";
import type { Summary } from "./summary.js";

const maxHead = 65_536;
/** Of a block this much is kept: the headers of an answer, and who crawled. */
const maxBlock = 32_768;
/** Unpacked; a file of a public crawl has about five. */
const maxBytes = 8_589_934_592;

/** One record: its own headers by lower-case name, and how its block begins. */
interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly block: string;
}

/** What was found, and why reading ended before the end of the file. */
export interface WarcRead {
  readonly summary: Summary;
  readonly fault: string | null;
}

const latin = new TextDecoder("latin1");

/** Of an answer a name may stand more than once, which is one list; elsewhere the first counts. */
function headersIn(text: string, joined = false): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, name, value] = /^([\w-]{1,100}):([^]*)$/.exec(line.slice(0, 8_000)) ?? [];
    if (name === undefined || value === undefined) continue;
    const known = headers.get(name.toLowerCase());
    if (known === undefined || joined) headers.set(name.toLowerCase(), known === undefined ? value.trim() : `${known}, ${value.trim()}`);
  }
  return headers;
}

class Damaged extends Error {}

/** The records of a file, one at a time; of blocks no more than the beginning is ever held. */
async function* recordsOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<WarcRecord> {
  let [held, total, skip, keep]: [Buffer, number, number, number] = [Buffer.alloc(0), 0, 0, 0];
  let headers: Map<string, string> | null = null;
  let block: Buffer[] = [];
  const finish = (): WarcRecord => {
    const record = { headers: headers ?? new Map<string, string>(), block: latin.decode(Buffer.concat(block)) };
    [headers, block] = [null, []];
    return record;
  };
  for await (const chunk of chunks) {
    if ((total += chunk.length) > maxBytes) throw new Damaged(`it unpacks to more than ${maxBytes} bytes`);
    held = held.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([held, chunk]);
    for (;;) {
      if (headers !== null) {
        const taken = Math.min(skip, held.length);
        if (keep > 0) block.push(Buffer.from(held.subarray(0, Math.min(keep, taken))));
        [keep, skip, held] = [Math.max(0, keep - taken), skip - taken, held.subarray(taken)];
        if (skip > 0) break;
        yield finish();
      }
      let start = 0;
      while (held[start] === 13 || held[start] === 10) start += 1;
      held = held.subarray(start);
      const end = held.indexOf("\r\n\r\n");
      if (end === -1 || end > maxHead) {
        if (held.length > maxHead || end > maxHead) throw new Damaged(`headers of more than ${maxHead} bytes`);
        if (held.length >= 5 && held.subarray(0, 5).toString("latin1") !== "WARC/") throw new Damaged("no record begins where one should");
        break;
      }
      const head = held.subarray(0, end).toString("latin1");
      headers = headersIn(head);
      const length = Number(headers.get("content-length") ?? "none");
      if (!head.startsWith("WARC/") || !Number.isSafeInteger(length) || length < 0) throw new Damaged(head.startsWith("WARC/") ? "a record tells no length" : "no record begins where one should");
      [skip, keep, held] = [length, Math.min(length, maxBlock), held.subarray(end + 4)];
    }
  }
  if (headers !== null || held.length > 0) throw new Damaged("it ends within a record");
}

/** Signals of an answer's headers by which its site reserves, or licenses, what it sends. */
function signalsIn(http: ReadonlyMap<string, string>): string[] {
  const words = (name: string): string[] => [...new Set((http.get(name) ?? "").toLowerCase().split(/[,\s]+/))];
  const robots = words("x-robots-tag").filter((word) => ["noai", "noimageai", "noindex", "noarchive"].includes(word));
  const reserved = words("tdm-reservation").filter((word) => word === "0" || word === "1");
  return [...robots.map((word) => `x-robots-tag: ${word}`), ...reserved.map((word) => `tdm-reservation: ${word}`), ...(http.has("tdm-policy") ? ["tdm-policy"] : [])];
}

/** Signals that reserve mining or training; the others tell of searching, or where terms stand. */

const licenseLinks = (http: ReadonlyMap<string, string>): string[] => [...(http.get("link") ?? "").matchAll(/<([^<>\s]{1,500})>\s*;[^,<]{0,500}\brel="?license(?![\w-])/gi)].flatMap(([, link]) => link ?? []);

/** Records that hold content, or stand for content that another record holds. */
const holding = ["response", "resource", "conversion", "revisit"];

/** What of the one who crawled tells of rights; machines are left out, and operators are for whoever asks for persons. */
const crawlFields = { software: "crawl-software", robots: "crawl-robots", publisher: "crawl-publisher", description: "crawl-description" } as const;

/** Counts the records of a file; what stands before damage is kept. */
export async function summarizeWarc(file: SourceFile): Promise<WarcRead> {
  const [types, hosts, signals, licenses, told] = [new Counts(), hostCounts(), new Counts(), new Counts(), new Map<string, string>()];
  let [rows, unlicensed, answers]: [number, number, number] = [0, 0, 0];
  const partOf = new Set<string>();
  let operator: string | null = null;
  let fault: string | null = null;
  const days: string[] = [];
  const take = ({ headers, block }: WarcRecord): void => {
    const type = headers.get("warc-type") ?? "(none)";
    types.add(type);
    if (type === "warcinfo") {
      const info = headersIn(block);
      const whole = info.get("ispartof") ?? "";
      if (whole !== "") partOf.add(whole);
      operator = info.get("operator") ?? operator;
      for (const [field, what] of Object.entries(crawlFields)) if (info.has(field)) told.set(what, info.get(field) ?? "");
      return;
    }
    if (type !== "metadata" && !holding.includes(type)) return;
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(headers.get("warc-date") ?? "") ?? [];
    if (day !== undefined && (days.length < 2 || day < days[0]! || day > days[1]!)) days.splice(0, 2, ...[...days, day].toSorted().filter((_, at, all) => at === 0 || at === all.length - 1));
    const host = hostOf((headers.get("warc-target-uri") ?? "").replace(/^<|>$/g, ""));
    if (host !== null && type !== "metadata") hosts.add(host);
    if (type === "metadata") return;
    const http = type === "response" || type === "revisit" ? headersIn(block.split(/\r?\n\r?\n/, 1)[0] ?? "", true) : null;
    if (http !== null) for (const signal of signalsIn(http)) signals.add(signal);
    // Only an answer says under which license it comes.
    const links = http === null || type !== "response" ? [] : licenseLinks(http);
    [rows, answers, unlicensed] = [rows + 1, answers + Number(http !== null), unlicensed + Number(links.length === 0)];
    for (const link of links) licenses.add(link);
  };
  try {
    const packed = /\.gz$/i.test(file.path);
    for await (const record of recordsOf(packed ? unpacked(file) : file.chunks())) take(record);
  } catch (error) {
    if (!(error instanceof Damaged) && !isOfUnpacking(error)) throw error;
    fault = error instanceof Damaged ? error.message : "it is packed in a way that cannot be unpacked";
  }
  const [from] = days;
  const reserved = signals.sorted().filter(([signal]) => reservingSignals.includes(signal)).map(([signal, count]) => `${signal} (${count} of ${answers} answers)`).join("; ") || null;
  const more = [
    { what: "record-types", raw: types.said() }, ...(from === undefined ? [] : [{ what: "crawl-period", raw: `${from}/${days.at(-1)!}` }]),
    ...(signals.sorted().length === 0 ? [] : [{ what: "reservation-signals", raw: `${signals.said()} of ${answers} answers` }]), ...[...told].map(([what, raw]) => ({ what, raw })),
  ];
  return { fault, summary: { rows, licenses: licenses.sorted().length === 0 ? null : licenses, unlicensed, unknown: 0, hosts, reserved, told: more, partOf: [...partOf], operator } };
}

const isOfUnpacking = (error: unknown): boolean => typeof (error as { code?: unknown }).code === "string" && (error as { code: string }).code.startsWith("Z_");

async function* unpacked(file: SourceFile): AsyncGenerator<Uint8Array> {
  const source = Readable.from(file.chunks());
  const through = createGunzip();
  source.on("error", (error) => through.destroy(error));
  yield* source.pipe(through) as AsyncIterable<Uint8Array>;
}
