import { crc32 } from "node:zlib";
import type { SourceFile } from "../source-file.js";

/** One record of a run's log, or what is wrong with the log from here on. */
export type LogRecord = { readonly number: number; readonly bytes: Uint8Array } | { readonly number: number; readonly fault: "no-log" | "damaged" | "cut-off" | "too-large" };

const blockSize = 32_768;
const headSize = 7;
const maxRecord = 67_108_864;

/**
 * The records of a log: blocks of fixed size, in them pieces with a checksum, a length and a kind (whole, first, middle, last). A run that was
 * killed leaves its last piece cut off; what stands before it is sound.
 */
export async function* recordsOf(file: SourceFile): AsyncGenerator<LogRecord> {
  let number = 0;
  let held: Uint8Array[] = [];
  let length = 0;
  // The first block begins with the mark of the format.
  let from = headSize;
  for await (const block of blocksOf(file)) {
    if (from > 0 && block.toString("latin1", 0, 4) !== ":W&B") break;
    for (const piece of piecesOf(block, from)) {
      if ("fault" in piece) {
        yield { number, fault: piece.fault };
        return;
      }
      if (piece.kind === 1 || piece.kind === 2) [held, length] = [[], 0];
      held.push(piece.bytes);
      length += piece.bytes.length;
      if (length > maxRecord) {
        yield { number, fault: "too-large" };
        return;
      }
      if (piece.kind === 1 || piece.kind === 4) yield { number: (number += 1), bytes: Buffer.concat(held) };
    }
    from = 0;
  }
  if (from > 0) yield { number, fault: "no-log" };
}

type Piece = { readonly kind: number; readonly bytes: Uint8Array } | { readonly fault: "damaged" | "cut-off" };

function* piecesOf(block: Buffer, from: number): Generator<Piece> {
  for (let at = from; at + headSize <= block.length; ) {
    const [sum, size, kind] = [block.readUInt32LE(at), block.readUInt16LE(at + 4), block.readUInt8(at + 6)];
    // The end of a block that no piece fits into is filled with nothing.
    if (kind === 0 && size === 0) return;
    const end = at + headSize + size;
    const sound = end <= block.length && crc32(block.subarray(at + 6, end)) === sum;
    if (!sound) {
      // Only the last block of a log is shorter than the others.
      yield { fault: end > block.length || block.length < blockSize ? "cut-off" : "damaged" };
      return;
    }
    yield { kind, bytes: block.subarray(at + headSize, end) };
    at = end;
  }
}

async function* blocksOf(file: SourceFile): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of file.chunks()) {
    held = Buffer.concat([held, chunk]);
    for (; held.length >= blockSize; held = held.subarray(blockSize)) yield held.subarray(0, blockSize);
  }
  if (held.length > 0) yield held;
}
