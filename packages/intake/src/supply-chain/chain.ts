import type { Evidence } from "../evidence.js";
import { hubId, isHubName, makerOf } from "../hub-id.js";
import { soundLines } from "../sound-lines.js";
import type { SourceFile } from "../source-file.js";
import { standsFor, unreadSource } from "../unread-source.js";

const arrow = " -> ";
/** An arrow that leads to nothing still says that there is a base. */
const arrows = / ->(?: |$)/;
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
    const names = line.text.trimEnd().split(arrows).map((name) => name.trim());
    const isWhole = names.length > 1 && names.every((name) => isHubName(name));
    const named = names.slice(1).map((base, index) => [names[index] ?? "", base] as const).filter(([model]) => isHubName(model));
    if (!isWhole) into.problem("format-syntax", "a line that is no chain of ids", { ...at, column: 1 }, `write \`model -> base -> base of the base\`; ${named.length > 0 ? standsFor : "the line was passed over"}`);
    if (named.length === 0) continue;
    records += 1;
    named.forEach(([model, base]) => {
      const to = into.mention(hubId("model", model), "model");
      const from = [isHubName(base) ? into.mention(hubId("model", base), "model") : unreadSource(to, "model", into)];
      into.derivation({ from, to, by: "finetune", who: makerOf(to), assumed: "a chain of base models names no relation" });
      pairs.add(`${model}${arrow}${base}`);
    });
  }
  into.read.push({ file: file.path, records, links: pairs.size });
}
