import type { Decision, World } from "@cleartitle/engine";
import { type RecordedDecision, StoreRefusal, type Workspace } from "@cleartitle/store";
import { decisionText } from "../decision/replay.js";
import { Shelf } from "../shelf.js";
import { type Answer, answerOf } from "../standing/answer.js";

/** Recorded decisions in brief, by workspace and number: what was recorded never changes. */
const kept = new Shelf<string, Answer>(300);

/** A recorded decision as it is compared with what the use comes to now; null: its text was redacted. */
export async function recordedAnswer(workspace: Workspace, recorded: RecordedDecision, world: World): Promise<Answer | null> {
  const key = JSON.stringify([workspace.id, recorded.number, recorded.decision]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  let text: string;
  try {
    text = await decisionText(workspace, recorded);
  } catch (error) {
    if (error instanceof StoreRefusal && error.problem.code === "not-found") return null;
    throw error;
  }
  return kept.put(key, answerOf(JSON.parse(text) as Decision, world));
}
