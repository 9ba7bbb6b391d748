/** Writes headers as converters do, for tests: no public sample of weights is small. What follows a header is no tensor and must not be asked for. */
type Value = string | number | readonly string[] | readonly number[];

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
export const u64 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);

function valueBytes(value: Value): Buffer {
  if (typeof value === "string") return Buffer.concat([u32(8), text(value)]);
  if (typeof value === "number") return Buffer.concat([u32(4), u32(value)]);
  const texts = typeof value[0] === "string";
  return Buffer.concat([u32(9), u32(texts ? 8 : 4), u64(value.length), ...value.map((each) => (typeof each === "string" ? text(each) : u32(each)))]);
}

export function ggufBytes(entries: Readonly<Record<string, Value>>, version = 3): Buffer {
  const keys = Object.entries(entries).map(([key, value]) => Buffer.concat([text(key), valueBytes(value)]));
  return Buffer.concat([Buffer.from("GGUF"), u32(version), u64(1), u64(keys.length), ...keys]);
}

/** Any metadata, also such as the format does not allow. */
export function safetensorsBytes(metadata: unknown): Buffer {
  const header = Buffer.from(JSON.stringify({ __metadata__: metadata, weight: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }));
  return Buffer.concat([u64(header.length), header, Buffer.alloc(4)]);
}
