import { carriedHead, readCarriedTitle } from "@cleartitle/title";
import type { Evidence } from "./evidence.js";
import { jsonOf } from "./foreign-yaml.js";
import type { YamlValue } from "./foreign-yaml.js";

/**
 * Takes the title file that a document carries, where that is asked for. It says what only its owner may say (positions, titles, conclusions), so that of
 * anybody else's document, and of one that was changed since, only what the document itself says is read. Returns whether nothing is left to read.
 */
export function takeCarried(text: string, content: YamlValue, file: string, into: Evidence): boolean {
  if (!text.includes(carriedHead)) return false;
  if (!into.whole) {
    into.finding("title-file-carried", null, `\`${file}\` carries a title file, which was left alone`, "nothing, if it is another's; read your own with `import --whole`");
    return false;
  }
  const carried = readCarriedTitle(jsonOf(content), file);
  if (carried === null) return false;
  if (carried === "changed") into.problem("contradiction", "the document was changed since the title file in it was written", { file }, "read it without `--whole`, as evidence, or export it again");
  else {
    into.problems.push(...carried.problems);
    if (carried.graph !== null) into.carried.push(carried.graph);
  }
  if (carried !== "changed" && carried.graph !== null) into.read.push({ file, records: carried.graph.assets.size, links: carried.graph.derivations.size });
  else into.skipped.push({ file, why: "its title file cannot be taken" });
  return true;
}
