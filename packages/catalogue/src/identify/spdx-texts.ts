import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isDeprecatedId } from "@cleartitle/norms";
import { knownText, type KnownText } from "./reference-text.js";

interface ListedLicense {
  readonly name: string;
  readonly licenseText: string;
}

/** The folder of the SPDX list as it is installed. */
export const spdxListDir = (): string => dirname(createRequire(import.meta.url).resolve("spdx-license-list/package.json"));

/** The words that must be there, as a key: texts that share it are one text under several ids. */
function classKey(text: KnownText): string {
  return text.stretches.filter((each) => each.is === "needed").map(({ from, to }) => text.hash!.subarray(from, to).join(" ")).join("|");
}

/** Which id a text goes by where several fit: one that is not deprecated, the one that gives less, the shorter. */
const rank = (id: string): string => `${isDeprecatedId(id) ? 1 : 0}${/-or-later$|\+$/.test(id) ? 1 : 0}${String(id.length).padStart(3, "0")}${id}`;

/** Every text of the SPDX list, each with all the ids that it cannot tell apart. */
export function spdxTexts(dir: string): KnownText[] {
  const classes = new Map<string, KnownText[]>();
  for (const file of readdirSync(join(dir, "licenses")).toSorted()) {
    const id = file.replace(/\.json$/, "");
    const { name, licenseText } = JSON.parse(readFileSync(join(dir, "licenses", file), "utf8")) as ListedLicense;
    const text = knownText([id], name, licenseText.replaceAll("\r\n", "\n"));
    const key = classKey(text);
    classes.set(key, [...(classes.get(key) ?? []), text]);
  }
  return [...classes.values()].map((all) => {
    const ids = all.flatMap((each) => each.ids).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    const own = all.find((each) => each.ids[0] === ids[0])!;
    return { ...own, ids };
  });
}
