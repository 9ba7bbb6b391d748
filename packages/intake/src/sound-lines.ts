import type { Evidence } from "./evidence.js";
import { linesOf } from "./source-file.js";
import type { Line, SourceFile } from "./source-file.js";

/** The lines of a file that say something, one at a time. What cannot be read is a problem with its line, and the next line is read. */
export async function* soundLines(file: SourceFile, limit: number, into: Evidence): AsyncGenerator<Extract<Line, { text: string }>> {
  for await (const line of linesOf(file, limit)) {
    if ("text" in line) {
      if (line.text.trim() !== "") yield line;
      continue;
    }
    const at = { file: file.path, line: line.number };
    if (line.fault === "too-large") into.problem("too-large", `a line of more than ${limit} bytes`, at, "the line was passed over; a record is one line");
    else into.problem("format-syntax", "bytes that are no UTF-8", at, "write the file as UTF-8; the line was passed over");
  }
}
