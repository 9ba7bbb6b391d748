import { spoken } from "../format.js";
import { sourceAddressOf } from "../names.js";
import type { OutItem } from "../outline.js";

/** Where others know a thing by, in the fields from which readers take an identity; where it comes from is no such field. */
export function identityOf({ asset, uri }: OutItem): Record<string, unknown> {
  if (uri.startsWith("pkg:")) return { software_packageUrl: uri };
  if (uri.startsWith("swh:")) return { externalIdentifier: [{ type: "ExternalIdentifier", externalIdentifierType: "swhid", identifier: uri }] };
  const [, model] = /^https:\/\/huggingface\.co\/(?!datasets\/)(.+)$/.exec(uri) ?? [];
  const source = sourceAddressOf(asset);
  return spoken({
    software_packageUrl: model === undefined ? null : `pkg:huggingface/${model}`, software_downloadLocation: uri.startsWith("https://") ? uri : null,
    externalRef: source === null ? [] : [{ type: "ExternalRef", externalRefType: "altDownloadLocation", locator: [source] }],
  });
}

/** The digest of a thing as the format verifies it. */
export function hashOf({ asset }: OutItem): Record<string, unknown> {
  const digest = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? "")?.[1];
  return digest === undefined ? {} : { verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: digest }] };
}
