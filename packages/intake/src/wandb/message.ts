/** The fields of a message in Protocol Buffers' wire form: numbers as they are, everything longer as bytes. */
export type Fields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** Reads the fields of one message; `null` if the bytes are none. Fields that nobody asks for cost nothing but their place. */
export function fieldsOf(bytes: Uint8Array): Fields | null {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number | null => {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return null;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = varint();
    if (key === null) return null;
    const wire = key % 8;
    let value: number | Uint8Array | null;
    if (wire === 0) value = varint();
    else {
      const size = wire === 2 ? varint() : wire === 1 ? 8 : wire === 5 ? 4 : null;
      if (size === null || at + size > bytes.length) return null;
      value = bytes.subarray(at, at + size);
      at += size;
    }
    if (value === null) return null;
    const number = Math.floor(key / 8);
    const known = fields.get(number);
    if (known === undefined) fields.set(number, [value]);
    else known.push(value);
  }
  return fields;
}

export const textField = (fields: Fields | null, number: number): string | null => {
  const value = fields?.get(number)?.at(-1);
  const text = value instanceof Uint8Array ? new TextDecoder().decode(value).trim() : "";
  return text === "" ? null : text;
};

export const numberField = (fields: Fields | null, number: number): number | null => {
  const value = fields?.get(number)?.at(-1);
  return typeof value === "number" ? value : null;
};

export const messageField = (fields: Fields | null, number: number): Fields | null => {
  const value = fields?.get(number)?.at(-1);
  return value instanceof Uint8Array ? fieldsOf(value) : null;
};

export const messagesField = (fields: Fields | null, number: number): Fields[] =>
  (fields?.get(number) ?? []).map((value) => (value instanceof Uint8Array ? fieldsOf(value) : null)).filter((each) => each !== null);
