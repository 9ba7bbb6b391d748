import { problem, type Problem } from "@cleartitle/norms";
import { Entry, maxDepth, printEntry } from "./entry.js";
import { depthOf } from "./json.js";

interface At {
  readonly file: string;
  readonly line: number;
}

/** Reads one line of a ledger. Anything but the exact text that the ledger writes is refused: a duplicate key, a space, a number written otherwise. */
export function readEntry(text: string, at: At): { readonly entry: Entry; readonly problem: null } | { readonly entry: null; readonly problem: Problem } {
  const refused = (code: Problem["code"], message: string, rest: Partial<Problem> = {}): { readonly entry: null; readonly problem: Problem } => ({ entry: null, problem: problem(code, message, { ...at, hint: "the line is not as the ledger wrote it; compare with another copy", ...rest }) });
  if (depthOf(text) > maxDepth) return refused("too-deep", `nested deeper than ${maxDepth} levels`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, column] = /at position (\d+)/.exec(String(error)) ?? [];
    return refused("json-syntax", text === "" ? "an empty line" : "the line is no JSON, or ends in the middle", column === undefined ? {} : { column: Number(column) + 1 });
  }
  const { data, error } = Entry.safeParse(value);
  if (data === undefined) {
    const [issue] = error.issues;
    const pointer = `/${(issue?.path ?? []).map(String).join("/")}`;
    return refused("bad-value", `the line is no entry: at \`${pointer.slice(0, 200)}\`: ${(issue?.message ?? "").slice(0, 200)}`, { pointer: pointer.slice(0, 200) });
  }
  return printEntry(data) === text ? { entry: data, problem: null } : refused("unproven", "the line is written otherwise than the ledger writes");
}
