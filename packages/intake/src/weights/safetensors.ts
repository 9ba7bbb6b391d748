import { readForeignJson } from "../foreign-json.js";
import { valueAt } from "../foreign-yaml.js";
import { isNothing } from "../name-place.js";
import type { HeaderRead } from "./gguf.js";

const maxHeader = 33_554_432;
const maxText = 1_000_000;

/**
 * The texts under `__metadata__` in the first bytes of a safetensors file: the length of the header, then the header as JSON. The tensors, which
 * begin after it, are not looked at.
 */
export function readSafetensors(bytes: Uint8Array): HeaderRead {
  if (bytes.length < 8) return { fault: "more", detail: "the header ends in the middle" };
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  if (length < 2 || length > maxHeader) return { fault: "damaged", detail: `a header of ${length < 2 ? "no length" : `more than ${maxHeader} bytes`}` };
  if (bytes.length < 8 + length) return { fault: "more", detail: "the header ends in the middle" };
  const { root, problems } = readForeignJson(new TextDecoder().decode(bytes.subarray(8, 8 + length)), "");
  if (root?.entries == null) return { fault: "damaged", detail: `the header is no object in JSON${problems[0] === undefined ? "" : `: ${problems[0].message}`}` };
  const metadata = valueAt(root, "__metadata__");
  if (metadata !== undefined && metadata.entries === null && !isNothing(metadata)) return { fault: "damaged", detail: "`__metadata__` of the header is no object" };
  const entries = new Map<string, readonly string[]>();
  const unread = new Set<string>();
  for (const [key, value] of metadata?.entries ?? []) {
    if (typeof value.scalar === "string" && value.text.length <= maxText && !entries.has(key)) entries.set(key, [value.text]);
    else if (!isNothing(value)) unread.add(key);
  }
  return { entries, unread, counts: new Map(), length: 8 + length };
}
