import { numbered } from "./list.js";
import type { FileStatement } from "./record.js";
import { type FileReport, recordsOf } from "./report.js";
import type { TitleFile } from "./title-file.js";

/** A statement as far as corrections go: what it speaks of, who says so, and which other one it takes the place of. */
interface Said extends Pick<FileStatement, "what" | "rung"> {
  readonly supersedes?: string | null | undefined;
}

/** Whether a name that shorthand gives to a statement, which has colons, is of what is said: `ASSET:license`, `RUN:fact:plan`, with a number where the name was taken. */
const isOf = (id: string, what: string): boolean => id.replace(/:\d+$/, "").endsWith(`:${what}`) || id.endsWith(`:${what}`);

/** Statements to which one comes back by what they correct. */
function inCircles(corrects: ReadonlyMap<string, Said>): ReadonlySet<string> {
  const [done, found] = [new Set<string>(), new Set<string>()];
  for (const start of corrects.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    for (; at !== undefined && !done.has(at) && !way.has(at); at = corrects.get(at)?.supersedes ?? undefined) way.add(at);
    if (at !== undefined && way.has(at)) for (const id of [...way].slice([...way].indexOf(at))) found.add(id);
    for (const id of way) done.add(id);
  }
  return found;
}

/**
 * Corrections that would take away what they do not replace. A statement may correct for what thing another was said, and not what it speaks of: numbered names change where
 * one is put in between. Of statements that correct each other none would be left. `there`: what is said already, where the file
 * adds to it; what has no name then corrects others and is not corrected.
 */
export function checkCorrections(file: TitleFile, report: FileReport, there: Iterable<Said & { readonly id: string }> | null = null): void {
  const statements = file.statements ?? [];
  if (statements.every(({ supersedes }) => supersedes === undefined)) return;
  const ids = numbered(there === null ? "s" : "\u0000", statements.map(({ id }) => id));
  const known = new Map<string, Said>();
  for (const each of there ?? []) known.set(each.id, each);
  for (const [index, statement] of statements.entries()) known.set(ids[index]!, statement);
  const circles = inCircles(known);
  for (const [{ what, rung, supersedes }, path] of recordsOf(file.statements, "statements")) {
    if (supersedes === undefined) continue;
    const corrected = known.get(supersedes);
    const at = [...path, "supersedes"];
    if (corrected === undefined ? supersedes.includes(":") && !isOf(supersedes, what) : corrected.what !== what)
      report.add("contradiction", at, `what is said of \`${what}\` corrects nothing that is said of ${corrected === undefined ? "something else" : `\`${corrected.what}\``}`, supersedes, "name the statement of the same that is no longer to count");
    else if (corrected?.rung === "concluded" && rung !== "concluded")
      report.add("contradiction", at, `\`${supersedes}\` was concluded, and what is ${rung} does not correct it`, supersedes, "a conclusion is corrected by a conclusion: say `rung: concluded` and `by`, or leave out `supersedes`");
    else if (supersedes !== ids[path[1] as number] && circles.has(ids[path[1] as number]!)) report.add("contradiction", at, "statements correct each other in a circle, and none of them would count", supersedes, "leave out `supersedes` where it is the later word");
  }
}
