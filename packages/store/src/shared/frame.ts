import type { Socket } from "node:net";
import { deserialize, serialize } from "node:v8";

/** More than the largest piece of a file or record that is written in one statement. */
const most = 256 * 1024 * 1024;
const headBytes = 4;

/** Writes one value on a socket, as Node keeps values in bytes: days, bytes and large numbers stay what they are. Ends when the socket took it. */
export function sendFrame(socket: Socket, value: unknown): Promise<void> {
  const body = serialize(value);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(body.byteLength);
  return new Promise((resolve, reject) => void socket.write(Buffer.concat([head, body]), (error) => (error ? reject(error) : resolve())));
}

/** The values that come on a socket, in order, until it ends. A frame beyond the bound ends it. */
export async function* framesOf(socket: Socket): AsyncGenerator<unknown, void> {
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const piece of socket as AsyncIterable<Buffer>) {
    pieces.push(piece);
    held += piece.byteLength;
    while (held >= headBytes) {
      if (pieces[0]!.byteLength < headBytes) pieces = [Buffer.concat(pieces)];
      const needed = headBytes + pieces[0]!.readUInt32BE(0);
      if (needed > most) throw new Error(`a frame of ${needed} bytes is more than is taken`);
      if (held < needed) break;
      const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
      const rest = all.subarray(needed);
      pieces = rest.byteLength === 0 ? [] : [rest];
      held = rest.byteLength;
      yield deserialize(all.subarray(headBytes, needed));
    }
  }
}
