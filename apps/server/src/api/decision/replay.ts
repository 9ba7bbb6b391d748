import type { Decision } from "@cleartitle/engine";
import { type DecisionRecord, graphAsked, optionsOf, replayDecision } from "@cleartitle/ledger";
import type { Problem } from "@cleartitle/norms";
import type { RecordedDecision, Workspace } from "@cleartitle/store";
import type { Backing } from "../backing.js";
import { worldOf } from "../state.js";

/** The records as they were stand in for the title file of a bundle. */
const records = { file: "records", sha256: "sha256:records" };

const textOf = async (workspace: Workspace, digest: string): Promise<string> => Buffer.from(await workspace.file(digest)).toString("utf8");

export const decisionText = async (workspace: Workspace, { decision }: RecordedDecision): Promise<string> => textOf(workspace, decision);

/** Decides a recorded decision again of the records that it was made of; null: the same bytes came out. */
export async function replayed(backing: Backing, workspace: Workspace, recorded: RecordedDecision): Promise<Problem | null> {
  const { basis, question, status, decision } = recorded;
  const record: DecisionRecord = { question, basis, status, title: records, decision };
  const { states, catalogue, decide } = backing;
  return replayDecision(recorded.number, record, {
    catalogue, decide: (world, use, options) => decide(world, use, options), evidence: async (digest) => (digest === records.sha256 ? "" : textOf(workspace, digest)),
    graphOf: async () => ({ graph: worldOf(await states.at(workspace.id, recorded.changeSet), workspace.id).graph, problems: [] }),
  });
}

/** The nodes of the proof of a recorded decision, decided again with them. */
export async function proofOf(backing: Backing, workspace: Workspace, { question: asked, changeSet, use }: RecordedDecision): Promise<Decision["proof"]> {
  const world = worldOf(await backing.states.at(workspace.id, changeSet), workspace.id);
  const options = optionsOf(asked);
  return backing.decide({ ...world, graph: graphAsked(world.graph, asked) }, use, { ...options, fullProof: true }).proof;
}
