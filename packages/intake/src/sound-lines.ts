import type { Evidence } from "./evidence.js";
import { linesOf } from "./source-file.js";
import type { Line, SourceFile } from "./source-file.js";

/** Lines of a file that are taken. What each says is kept, so that their number bounds the memory of a file that has no end. */
const maxLines = 250_000;

/** The lines of a file that say something, one at a time. What cannot be read is a problem with its line, and the next line is read. */
export async function* soundLines(file: SourceFile, limit: number, into: Evidence): AsyncGenerator<Extract<Line, { text: string }>> {
  let count = 0;
  for await (const line of linesOf(file, limit)) {
    if ("text" in line) {
      if (line.text.trim() === "") continue;
      if (++count > maxLines) {
        into.problem("too-many", `more than ${maxLines} lines that say something`, { file: file.path, line: line.number }, "divide the file; the lines from here on were passed over");
        return;
      }
      yield line;
      continue;
    }
    const at = { file: file.path, line: line.number };
    if (line.fault === "too-large") into.problem("too-large", `a line of more than ${limit} bytes`, at, "the line was passed over; a record is one line");
    else into.problem("format-syntax", "bytes that are no UTF-8", at, "write the file as UTF-8; the line was passed over");
  }
}
