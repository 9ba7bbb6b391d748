import { parquetWriteBuffer } from "hyparquet-writer";

/** A table with columns of texts; `null` is a place that says nothing. */
export function parquetOf(columns: Readonly<Record<string, readonly (string | null)[]>>, codec: "SNAPPY" | "UNCOMPRESSED" = "SNAPPY", rowGroupSize = 1_000): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: Object.entries(columns).map(([name, data]) => ({ name, data: [...data], type: "STRING" as const, nullable: true })), codec, rowGroupSize }));
}

export interface MadeAnswer {
  readonly uri: string;
  /** Several values of one name stand in lines of their own. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** A kind of record in place of an answer with its content. */
  readonly type?: "resource" | "conversion" | "revisit";
  readonly body?: string;
}

const record = (type: string, headers: Readonly<Record<string, string>>, block: string): string =>
  [`WARC/1.1`, `WARC-Type: ${type}`, "WARC-Date: 2026-03-01T10:00:00Z", ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), `Content-Length: ${Buffer.byteLength(block)}`, "", block, "", ""].join("\r\n");
const fields = (of: Readonly<Record<string, string | readonly string[]>>): string => Object.entries(of).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`)).join("");

/** An archive of a crawl: who crawled, then each answer of a site. */
export function archiveOf(info: Readonly<Record<string, string>>, answers: readonly MadeAnswer[]): string {
  return record("warcinfo", { "Content-Type": "application/warc-fields" }, fields(info)) + answers.map(({ uri, headers = {}, body = "page", type = "response" }) => record(type, { "WARC-Target-URI": uri }, `HTTP/1.1 200 OK\r\n${fields(headers)}\r\n${body}`)).join("");
}
