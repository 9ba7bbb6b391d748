import type { Evidence } from "../evidence.js";
import { hubId, isHubName, makerOf } from "../hub-id.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";

const arrow = " -> ";
const maxLine = 65_536;

/** Whether a text begins with a line `model -> base`. */
export function looksLikeChain(head: string): boolean {
  const names = (head.split("\n", 1)[0] ?? "").trim().split(arrow);
  return names.length > 1 && names.every((name) => isHubName(name.trim()));
}

/**
 * Reads lines `model -> base -> base of the base`. They name no relation, so each link is an assumed one, which gives way
 * where a listing states it. A link named by several lines counts once.
 */
export async function readChain(file: SourceFile, into: Evidence): Promise<void> {
  const pairs = new Set<string>();
  let records = 0;
  for await (const line of soundLines(file, maxLine, into)) {
    const at = { file: file.path, line: line.number };
    const names = line.text.split(arrow).map((name) => name.trim());
    if (names.length < 2 || !names.every((name) => isHubName(name))) {
      into.problem("format-syntax", "a line that is no chain of ids", at, "write `model -> base -> base of the base`; the line was passed over");
      continue;
    }
    records += 1;
    names.slice(1).forEach((base, index) => {
      const model = names[index] ?? "";
      const to = into.mention(hubId("model", model), "model");
      const from = [into.mention(hubId("model", base), "model")];
      into.derivation({ from, to, by: "finetune", who: makerOf(to), assumed: "a chain of base models names no relation" });
      pairs.add(`${model}${arrow}${base}`);
    });
  }
  into.read.push({ file: file.path, records, links: pairs.size });
}
