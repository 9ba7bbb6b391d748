import { crc32 } from "node:zlib";

/** Writes logs as the program does, for tests: no public sample has a run that takes data in. */
interface Message {
  readonly [field: number]: string | number | Message | readonly Message[];
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]);

function messageBytes(message: Message): Buffer {
  const field = (number: number, value: string | number | Message): Buffer => {
    if (typeof value === "number") return Buffer.from([...varint(number * 8), ...varint(value)]);
    const bytes = typeof value === "string" ? Buffer.from(value) : messageBytes(value);
    return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes]);
  };
  return Buffer.concat(Object.entries(message).flatMap(([number, value]) => (Array.isArray(value) ? (value as Message[]) : [value as string | number | Message]).map((each) => field(Number(number), each))));
}

export function logBytes(records: readonly Message[]): Buffer {
  let log = Buffer.from([...Buffer.from(":W&B"), 0xe1, 0xbe, 0]);
  for (const record of records) {
    let rest = messageBytes(record);
    let begun = false;
    do {
      const left = 32_768 - (log.length % 32_768);
      if (left < 7) log = Buffer.concat([log, Buffer.alloc(left)]);
      const room = 32_768 - (log.length % 32_768) - 7;
      const piece = rest.subarray(0, room);
      rest = rest.subarray(room);
      const kind = rest.length === 0 ? (begun ? 4 : 1) : begun ? 3 : 2;
      begun = true;
      const head = Buffer.alloc(7);
      head.writeUInt8(kind, 6);
      head.writeUInt16LE(piece.length, 4);
      head.writeUInt32LE(crc32(Buffer.concat([head.subarray(6), piece])), 0);
      log = Buffer.concat([log, head, piece]);
    } while (rest.length > 0);
  }
  return log;
}

export const runRecord = (config: Readonly<Record<string, string>>, id = "abc"): Message => ({
  1: 1, 17: { 1: id, 2: "acme", 3: "demo", 4: { 1: Object.entries(config).map(([key, value]) => ({ 1: key, 16: JSON.stringify(value) })) }, 13: "jane-laptop", 17: { 1: 1_772_359_200 }, 21: { 1: "https://github.com/acme/train.git", 2: "c".repeat(40) } },
});
export const madeRecord = (type: string, name: string, metadata: object = {}, digest = "d".repeat(32)): Message => ({ 1: 2, 8: { 1: "abc", 4: type, 5: name, 6: digest, 8: JSON.stringify(metadata) } });
export const usedRecord = (type: string, name: string): Message => ({ 1: 3, 25: { 1: "QXJ0", 2: type, 3: name } });
