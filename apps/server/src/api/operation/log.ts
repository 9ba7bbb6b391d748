/** One request, as the log tells it. Nothing of what callers send stands in it but names of ours: no address with its parameters, no header, no body, no token. */
interface RequestLine {
  readonly at: string;
  readonly request: string;
  readonly method: string;
  /** The route as the document has it, not the address that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly actor: string | null;
  readonly workspace: string | null;
}

/** What no route foresaw: told with the place in the program, and without the message, which may quote what a caller sent. */
export interface BugLine {
  readonly at: string;
  readonly request: string;
  readonly bug: string;
  readonly stack: readonly string[];
}

export type LogLine = RequestLine | BugLine;

export function bugLine(error: unknown, request: string, at: string): BugLine {
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim()) : [];
  return { at, request, bug: error instanceof Error ? error.name : typeof error, stack: stack.slice(0, 20) };
}
