import { problem, type Problem } from "@cleartitle/norms";

/** A line of a file, or why it is none. Numbers begin at 1. */
export type Line = { readonly number: number; readonly text: string; readonly problem: null } | { readonly number: number; readonly text: null; readonly problem: Problem };

const newline = 10;

/** Lines of a stream of bytes as UTF-8. Of a line beyond the limit nothing is kept, and the next one is read; no more than one line is held. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, { file, maxBytes }: { readonly file: string; readonly maxBytes: number }): AsyncGenerator<Line> {
  let [number, length, parts]: [number, number, Uint8Array[]] = [1, 0, []];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  const end = (): Line => {
    const [bytes, size, at] = [Buffer.concat(parts), length, number];
    [number, length, parts] = [number + 1, 0, []];
    if (size > maxBytes) return { number: at, text: null, problem: problem("too-large", `the line has ${size} bytes; ${maxBytes} are read at most`, { file, line: at, hint: "no entry is as large; the file is damaged or is something else" }) };
    try {
      return { number: at, text: decoder.decode(bytes), problem: null };
    } catch {
      return { number: at, text: null, problem: problem("format-syntax", "the line is not UTF-8 text", { file, line: at, hint: "the line is not as the ledger wrote it; compare with another copy" }) };
    }
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, at));
      yield end();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield end();
}
