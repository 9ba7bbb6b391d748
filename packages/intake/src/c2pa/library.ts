import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** What the library made of a file: its manifests as JSON, nothing, or why it could not. */
export type StoreRead = { readonly store: string } | { readonly none: true } | { readonly elsewhere: string } | { readonly fault: string };

/** Nothing is fetched: a manifest or a certificate's state that lies elsewhere is told, and left there. Whoever is trusted is on the list that the user names, and on no other. */
const settingsFor = (anchors: string | null): string =>
  JSON.stringify({ verify: { remote_manifest_fetch: false, ocsp_fetch: false, verify_trust: true }, ...(anchors === null ? {} : { trust: { trust_anchors: anchors } }) });

/** Whether the library failed by itself once. What it says after that is not believed. */
let failed = false;
let loading: Promise<typeof import("@contentauth/c2pa-wasm")> | null = null;

/** Loaded when a manifest is met: it is large, and most of what is imported has none. */
async function library(): Promise<typeof import("@contentauth/c2pa-wasm")> {
  const found = await import("@contentauth/c2pa-wasm");
  found.initSync({ module: await readFile(createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm")) });
  return found;
}

/** Reads the manifests of a file and checks their hashes and signatures, within the library's own memory. `anchors`: certificates (PEM) of whom the user trusts. */
export async function storeOf(bytes: Uint8Array, format: string, anchors: string | null): Promise<StoreRead> {
  const { WasmReader } = await (loading ??= library());
  if (failed) return { fault: "the library that checks manifests failed at a file before this one" };
  try {
    const reader = await WasmReader.fromBytes(format, bytes, settingsFor(anchors));
    const store = reader.json();
    reader.free();
    return { store };
  } catch (error) {
    // The library throws texts for what a file holds; anything else is its own failure.
    failed = typeof error !== "string";
    const said = String(error);
    const [, address] = /RemoteManifestUrl\("([^"]{1,2000})"\)/.exec(said) ?? [];
    if (address !== undefined) return { elsewhere: address };
    return /JumbfNotFound|ProvenanceMissing/.test(said) ? { none: true } : { fault: said.slice(0, 200) };
  }
}
