import { boundedParts, lostPart, partOf, shortDigest } from "./part.js";
import type { Part } from "./part.js";

/** Settings are a line; what is longer is none. */
const maxLine = 65_536;

/**
 * What took part by the text that the web interface of A1111 writes: the prompt, then a line of settings. `null` if the text has no such line, so
 * that another program's `parameters` are not taken for these.
 */
export function settingsIn(text: string): Part[] | null {
  const lines = text.split("\n");
  const at = lines.findLastIndex((line) => /^Steps: \d/.test(line));
  const line = lines[at];
  if (line === undefined || line.length > maxLine) return null;
  const settings = new Map<string, string>();
  for (const [, key = "", value = ""] of line.matchAll(/(?:^|, ?)([A-Za-z][\w -]{0,40}): ("(?:\\.|[^"\\])*"|[^,]*)/g)) {
    if (!settings.has(key)) settings.set(key, value.replace(/^"|"$/g, "").trim());
  }
  const adapters = new Map<string, string | null>();
  const lost: Part[] = [];
  for (const pair of (settings.get("Lora hashes") ?? "").split(",")) {
    const [, name, hash] = /^\s*([^:]{1,200}):\s*([0-9a-f]{10,64})\s*$/i.exec(pair) ?? [];
    if (name !== undefined && hash !== undefined) adapters.set(name.trim(), `a1111-lora/${hash.toLowerCase()}`);
    else if (pair.trim() !== "") lost.push(lostPart("`Lora hashes` are no pairs of a name and a digest"));
  }
  for (const [, name = ""] of lines.slice(0, at).join("\n").slice(0, maxLine).matchAll(/<lora:([^:<>]{1,200}):/g)) if (!adapters.has(name)) adapters.set(name, null);
  const named = [["Model", "Model hash"], ["VAE", "VAE hash"], ["Refiner", null]] as const;
  // Old versions write the digest alone.
  return boundedParts([
    ...named.flatMap(([key, hash]) => partOf(settings.get(key) ?? (hash === null ? null : (settings.get(hash) ?? null)), hash === null ? null : shortDigest(settings.get(hash) ?? null))),
    ...[...adapters].flatMap(([name, mark]) => partOf(name, mark)), ...lost,
  ]);
}
