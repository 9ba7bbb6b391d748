import type { Waiver } from "@cleartitle/title";
import { check, problem, readYaml } from "@cleartitle/norms";
import { readText } from "../file.js";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/**
 * Reads a file of waivers: one key, `waivers`, whose entries are those of a title file. A waiver without a reason or an end
 * is a problem.
 */
export async function readWaivers(io: Io, path: string): Promise<Waiver[]> {
  const text = await readText(io, path);
  const { TitleFile } = await import("@cleartitle/title");
  const { document, problems } = readYaml(text, { file: path });
  if (document === null) throw new Stop(problems);
  const { value, problems: malformed } = check(TitleFile.pick({ waivers: true }).required(), document);
  if (value === null) throw new Stop(malformed);
  const waivers = value.waivers.map((w, at) => ({
    id: w.id ?? `${path}#${at + 1}`, use: w.use ?? null, asset: w.asset ?? null, kind: w.kind, reason: w.reason, by: w.by, from: w.from ?? null, until: w.until,
  }));
  const seen = new Set<string>();
  for (const { id } of waivers) {
    if (seen.has(id)) throw new Stop([problem("duplicate-id", `the waiver \`${id}\` is there twice`, { file: path, offending: id, hint: "give each its own id" })]);
    seen.add(id);
  }
  return waivers;
}
