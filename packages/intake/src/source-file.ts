/** A file as a reader sees it: a path relative to what was imported, and its bytes in pieces. Nothing else of the world. */
export interface SourceFile {
  /** With `/` on every system. */
  readonly path: string;
  readonly size: number;
  /** Where it lies on this machine, so that another processor can read it by itself; absent where nothing lies. */
  readonly location?: string;
  /** The bytes from the start, in pieces; may be asked for again. */
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** The bytes from `start` up to `end`, for formats that are read in part; without it they are read from the start on. */
  part?(start: number, end: number): Promise<Uint8Array>;
}

/** What helps against a failure of the file system, as far as it says what it is. */
export function hintOf(error: unknown): string | null {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EACCES" || code === "EPERM" ? "check its permissions" : (code ?? null);
}

/** The bytes from `start` up to `end`; fewer where the file ends before. */
export async function partOf(file: SourceFile, start: number, end: number): Promise<Uint8Array> {
  if (file.part !== undefined) return file.part(start, end);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for await (const piece of file.chunks()) {
    pieces.push(piece.subarray(Math.max(0, start - at), Math.max(0, end - at)));
    at += piece.length;
    if (at >= end) break;
  }
  return Buffer.concat(pieces);
}

/** A file held in memory. */
export function memoryFile(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, chunks: () => [bytes], part: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}

/** The first bytes, at most `limit` of them; the rest of the file is not read. */
export async function firstBytes(file: SourceFile, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.chunks()) {
    pieces.push(piece.subarray(0, limit - length));
    length += piece.length;
    if (length >= limit) break;
  }
  return Buffer.concat(pieces);
}

/** The first bytes as text, for recognizing a format: bytes that are no UTF-8 become U+FFFD here and are a problem only when read. */
export async function headOf(file: SourceFile, limit = 16_384): Promise<string> {
  return withoutMark(new TextDecoder("utf-8").decode(await firstBytes(file, limit)));
}

/** A whole file as text, or why it cannot be read. */
export type TextResult = { readonly text: string } | { readonly fault: "too-large" | "not-utf8" };

export async function textOf(file: SourceFile, limit: number): Promise<TextResult> {
  if (file.size > limit) return { fault: "too-large" };
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.chunks()) {
    length += piece.length;
    if (length > limit) return { fault: "too-large" };
    pieces.push(piece);
  }
  const text = decode(Buffer.concat(pieces));
  return text === null ? { fault: "not-utf8" } : { text: withoutMark(text) };
}

/** A line with its number from 1; a line that cannot be read carries a fault and no text. */
export type Line = { readonly number: number; readonly text: string } | { readonly number: number; readonly fault: "too-large" | "not-utf8" };

/**
 * The lines of a file, one at a time. A line over the limit is passed over without being held in memory, so that one hostile
 * line costs neither the memory nor the lines after it.
 */
export async function* linesOf(file: SourceFile, limit: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const finish = (): Line => {
    number += 1;
    const line: Line = length > limit ? { number, fault: "too-large" } : lineFrom(number, held);
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of file.chunks()) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      length += end - start;
      if (length <= limit) held.push(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    length += chunk.length - start;
    if (length <= limit && start < chunk.length) held.push(chunk.subarray(start));
    else if (length > limit) held = [];
  }
  if (length > 0) yield finish();
}

function lineFrom(number: number, pieces: readonly Uint8Array[]): Line {
  const text = decode(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces));
  if (text === null) return { number, fault: "not-utf8" };
  const unmarked = number === 1 ? withoutMark(text) : text;
  return { number, text: unmarked.endsWith("\r") ? unmarked.slice(0, -1) : unmarked };
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    // The decoder's only way of saying that the bytes are no UTF-8.
    return null;
  }
}

const withoutMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);
