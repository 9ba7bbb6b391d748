import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { numbersOf, proseOf } from "./distortion.js";

function filesIn(folder: string, wanted: RegExp, depth: number): string[] {
  if (!existsSync(folder) || depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", ".git"].includes(entry.name) || (entry.name === "node_modules" && !folder.endsWith("packages")) ? [] : filesIn(path, wanted, depth - 1);
    return entry.isFile() && wanted.test(entry.name) ? [path] : [];
  });
}

/** At most so many of a list, spread over it. */
const spread = <T>(list: readonly T[], most: number): T[] => (list.length <= most ? [...list] : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!));

/**
 * Texts that are no license and name none: this repository's sources, rules and pages, which speak of licenses all the time (save the one that tells
 * under which license models came out); documents and code
 * of installed packages that do not have the word; and prose made of nothing.
 */
export function plainTexts(root: string, count: number): { readonly name: string; readonly text: string }[] {
  const third = Math.ceil(count / 3);
  const own = [...filesIn(join(root, "packages"), /(?<!\.test|\.gen)\.ts$/, 8), ...filesIn(join(root, "catalogue", "law"), /(?<!\.cases)\.yaml$/, 4), ...filesIn(join(root, "docs"), /(?<!license-traps)\.md$/, 3)];
  const others = filesIn(join(root, "node_modules"), /\.(?:md|js|d\.ts)$/, 4);
  const next = numbersOf(20261127);
  const read = (path: string): { name: string; text: string } => ({ name: path.slice(root.length + 1), text: readFileSync(path, "utf8") });
  const silent = spread(others, third * 6).map(read).filter(({ text }) => text.length > 300 && text.length < 100_000 && !/licen[cs]|copyright|spdx|public domain/i.test(text));
  const prose = Array.from({ length: count - third - Math.min(third, silent.length) }, (_, i) => ({ name: `prose ${i}`, text: proseOf(20 + (i % 60), next) }));
  return [...spread(own, third).map(read), ...silent.slice(0, third), ...prose];
}
