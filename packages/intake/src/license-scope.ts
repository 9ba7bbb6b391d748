import type { Scope } from "@cleartitle/norms";

/** Words for a part of a thing, what rights in it are about, and the kind of thing that is this as a whole. */
const parts: readonly (readonly [word: string, scope: Scope, whole: string | null])[] = [
  ["(?:source[_.-]?)?code|software", "code", "code"], ["model[_.-]?weights?|model|weights?|checkpoints?", "weights", "model"], ["meta[_.-]?data", "metadata", null],
  ["data[_.-]?sets?|database|data", "database", "dataset"], ["outputs?", "output", "output"],
];
const words = parts.map(([word]) => word).join("|");
const licenseKey = new RegExp(`^(?:(?:(${words})[_.-]?)?licen[cs]es?|licen[cs]e[_.-]?(${words}))(?:[_.-]?(?:id|name|spdx|expression|type))?$`, "i");

/** The scope of a license of what a word names, on a thing of some kind; `null` for what the thing itself is under, and for any other word. */
export function scopeOfWord(word: string, kind: string): Scope | null {
  const found = parts.find(([each]) => new RegExp(`^(?:${each})$`, "i").test(word));
  return found === undefined || found[2] === kind ? null : found[1];
}

/** The part that a key for licenses is of (`code_license`, `license-data`, `modelLicense`); empty for `license` itself, `null` for what is no such key. */
export function partOfLicenseKey(key: string): string | null {
  const found = licenseKey.exec(key.trim());
  return found === null ? null : (found[1] ?? found[2] ?? "");
}

/** What a license is of that stands under a key of somebody's own on a thing of some kind, such as `codeLicense` or `acme:data_license`; `null` for a key that names no part, `license` itself among them. */
export function partOfKey(key: string, kind: string): { readonly scope: Scope | null } | null {
  const part = partOfLicenseKey(key.split(/[:/#]/).at(-1)!);
  return part === null || part === "" ? null : { scope: scopeOfWord(part, kind) };
}
