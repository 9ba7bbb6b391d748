import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";

/** What archives without the larger form can hold. */
const mostBytes = 0xffff_ffff;
const mostFiles = 0xffff;

interface Kept {
  readonly name: Buffer;
  readonly crc: number;
  readonly bytes: number;
  readonly offset: number;
}

/** Fields of a header, each with its bytes: 2 or 4. */
function header(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at);
  return buffer;
}

// The first day that an archive can name: what lies in it has no time of its own, so that the same content gives the same bytes.
const day = 0x21;
/** UTF-8 names, and sizes that stand behind the bytes: they are not known before. */
const flags = 0x0808;

const localHeader = (name: Buffer): Buffer => Buffer.concat([header([0x04034b50, 4], [20, 2], [flags, 2], [0, 2], [0, 2], [day, 2], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]), name]);
const descriptor = ({ crc, bytes }: Kept): Buffer => header([0x08074b50, 4], [crc, 4], [bytes, 4], [bytes, 4]);
const listed = ({ name, crc, bytes, offset }: Kept): Buffer =>
  Buffer.concat([header([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [0, 2], [0, 2], [day, 2], [crc, 4], [bytes, 4], [bytes, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]);

/** An archive written file by file, each as its bytes come; nothing is packed and nothing held in memory. Refused by `TooLarge` beyond what such an archive can hold. */
export class ZipFile {
  readonly #path: string;
  readonly #files: Kept[] = [];
  #offset = 0;
  #handle: Awaited<ReturnType<typeof open>> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  async add(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const [offset, encoded] = [this.#offset, Buffer.from(name)];
    await this.#write(localHeader(encoded));
    let [crc, bytes] = [0, 0];
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc);
      bytes += chunk.byteLength;
      await this.#write(chunk);
    }
    const kept = { name: encoded, crc, bytes, offset };
    await this.#write(descriptor(kept));
    if (this.#files.push(kept) >= mostFiles) throw new TooLarge();
  }

  /** Writes the directory, and closes the file. */
  async end(): Promise<void> {
    const begin = this.#offset;
    for (const each of this.#files) await this.#write(listed(each));
    const count = this.#files.length;
    await this.#write(header([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [this.#offset - begin, 4], [begin, 4], [0, 2]));
    await this.#handle?.close();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#handle ??= await open(this.#path, "wx");
    this.#offset += bytes.byteLength;
    if (this.#offset > mostBytes) throw new TooLarge();
    await this.#handle.appendFile(bytes);
  }

  /** Lets go of the file, whatever became of it. */
  async close(): Promise<void> {
    await this.#handle?.close().catch(() => undefined);
  }
}

export class TooLarge extends Error {}
