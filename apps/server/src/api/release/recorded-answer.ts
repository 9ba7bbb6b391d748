import type { Decision, World } from "@cleartitle/engine";
import { type RecordedDecision, StoreRefusal, type Workspace } from "@cleartitle/store";
import { decisionText } from "../decision/replay.js";
import { type Answer, answerOf } from "../standing/answer.js";

const mostKept = 300;

/** Recorded decisions in brief, by workspace and number: what was recorded never changes. */
const kept = new Map<string, Answer>();

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
  const answer = answerOf(JSON.parse(text) as Decision, world);
  kept.set(key, answer);
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return answer;
}
