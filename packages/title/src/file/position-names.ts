import { type Condition, type Instrument, nameHint, type Position } from "@cleartitle/norms";
import type { FilePositions } from "./record.js";
import { eachOf, type FileReport } from "./report.js";

/** Contested questions by name, with the options that each has. */
export type Questions = ReadonlyMap<string, ReadonlySet<string>>;

/** Questions in a condition, with the options that it maps. */
function* asked(condition: Condition | undefined): Generator<readonly [string, readonly string[]]> {
  if (condition === undefined || typeof condition !== "object") return;
  for (const key of ["all", "any", "none"] as const) if (key in condition) for (const each of (condition as Readonly<Record<string, readonly Condition[]>>)[key]!) yield* asked(each);
  if (!("position" in condition)) return;
  yield [condition.position, Object.keys(condition.options)];
  for (const each of Object.values(condition.options)) yield* asked(each);
}

function* askedBy({ norms, reach }: Pick<Instrument, "norms" | "reach">): Generator<readonly [string, readonly string[]]> {
  for (const norm of norms) yield* asked(norm.if);
  for (const row of Object.values(reach)) for (const cell of Object.values(row ?? {})) if (typeof cell === "object") yield [cell.position, Object.keys(cell.options)];
}

/** The questions of a catalogue, and those that texts of one's own ask. */
export function questionsOf(positions: ReadonlyMap<string, Position>, texts: Iterable<Pick<Instrument, "norms" | "reach">>): Questions {
  const known = new Map<string, Set<string>>([...positions.values()].map(({ id, options }) => [id, new Set(options.map((option) => option.id))]));
  for (const text of texts) for (const [id, options] of askedBy(text)) known.set(id, new Set([...(known.get(id) ?? []), ...options]));
  return known;
}

/** Questions and options that are not there: a position that nobody asks for is taken by nobody, and the profile would answer in its place. */
export function checkPositionNames(positions: FilePositions | undefined, known: Questions, report: FileReport): void {
  for (const [id, adopted] of Object.entries(positions ?? {})) {
    const options = known.get(id);
    if (options === undefined) {
      report.addKey("unknown-name", ["positions"], id, `the position \`${id}\` is not known here`, nameHint(id, known.keys()));
      continue;
    }
    if (typeof adopted === "string") {
      if (!options.has(adopted)) report.name("unknown-name", `option of \`${id}\``, adopted, options, ["positions", id]);
      continue;
    }
    for (const [each, path] of eachOf(adopted, ["positions", id])) {
      const taken = Object.entries(each).filter(([key]) => key !== "by" && key !== "on").map(([place, option]) => [String(option), [...path, place]] as const);
      for (const [option, at] of taken) if (!options.has(option)) report.name("unknown-name", `option of \`${id}\``, option, options, at);
    }
  }
}
