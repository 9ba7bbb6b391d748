import { z } from "zod";
import { StoreRefusal } from "../refusal.js";

/** Who records something, when and why. The store has no clock: the entrance says what time it is. */
export interface Recording {
  readonly by: string;
  /** An instant in UTC. */
  readonly at: string;
  readonly why?: string;
  /** A name of the request: asked again under the same one, it is carried out once. */
  readonly request?: string;
}

const Recording = z.strictObject({ by: z.string().min(1).max(200), at: z.iso.datetime(), why: z.string().max(20_000).optional(), request: z.string().min(1).max(200).optional() });

export function checkRecording(recording: Recording): void {
  const issue = Recording.safeParse(recording).error?.issues[0];
  if (issue !== undefined) throw new StoreRefusal("bad-value", `what is recorded is not well said: \`${issue.path.join(".")}\`: ${issue.message}`, { pointer: `/${issue.path.join("/")}` });
}
