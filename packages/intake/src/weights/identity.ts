import { hubId, isHubName } from "../hub-id.js";

/**
 * Which model a file of weights belongs to: the one in whose snapshot it lies, by the layout of the hub's local cache or of its addresses; else
 * it is known by its path. The parts of one model are one. What a header names itself is no identity, for it goes along into copies and conversions.
 */
export function identityOf(path: string): { readonly id: string; readonly version: string | null } {
  const cached = /(?:^|\/)models--([^/]+)\/snapshots\/([^/]+)\//.exec(path);
  const online = /(?:^|\/)huggingface\.co\/([^/]+\/[^/]+)\/(?:(?:raw|resolve|blob)\/([^/]+)\/)/.exec(path);
  const name = cached?.[1]?.replace("--", "/") ?? online?.[1];
  if (name !== undefined && isHubName(name)) return { id: hubId("model", name), version: cached?.[2] ?? online?.[2] ?? null };
  return { id: `weights:${path.replace(/-\d{5}-of-\d{5}(?=\.(?:gguf|safetensors)$)/i, "")}`, version: null };
}
