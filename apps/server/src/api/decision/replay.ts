import type { Decision, World } from "@cleartitle/engine";
import { type DecisionRecord, graphAsked, optionsOf, type Replay, replayDecision } from "@cleartitle/ledger";
import type { RecordedDecision, Workspace } from "@cleartitle/store";
import type { Backing } from "../backing.js";

/** The records as they were stand in for the title file of a bundle. */
const records = { file: "records", sha256: "sha256:records" };

const textOf = async (workspace: Workspace, digest: string): Promise<string> => Buffer.from(await workspace.file(digest)).toString("utf8");

export const decisionText = async (workspace: Workspace, { decision }: RecordedDecision): Promise<string> => textOf(workspace, decision);

/** Decides a recorded decision again of the records that it was made of, by the catalogue that it was made by. */
export async function replayed(backing: Backing, workspace: Workspace, recorded: RecordedDecision): Promise<Replay> {
  const { basis, question, status, decision } = recorded;
  const record: DecisionRecord = { question, basis, status, title: records, decision };
  const { states, catalogue, decide } = backing;
  return replayDecision(recorded.number, record, {
    catalogue, decide: (world, use, options) => decide(world, use, options), evidence: async (digest) => (digest === records.sha256 ? "" : textOf(workspace, digest)),
    graphOf: async (_text, _file, by) => ({ graph: (await states.worldBy(workspace.id, recorded.changeSet, by)).graph, problems: [] }),
    kept: async ({ basis: of }) => states.catalogueOf(of),
  });
}

/** What a recorded decision was made of: the records, and its catalogue where that is to be had. */
export async function worldThen({ states, catalogue }: Backing, workspace: Workspace, { changeSet, basis }: RecordedDecision): Promise<World> {
  const kept = await states.catalogueOf(basis);
  return states.worldBy(workspace.id, changeSet, kept !== null && "catalogue" in kept ? kept.catalogue : catalogue);
}

/** The nodes of the proof of a recorded decision, decided again with them. */
export async function proofOf(backing: Backing, workspace: Workspace, recorded: RecordedDecision): Promise<Decision["proof"]> {
  const { question: asked, use } = recorded;
  const world = await worldThen(backing, workspace, recorded);
  const options = optionsOf(asked);
  return backing.decide({ ...world, graph: graphAsked(world.graph, asked) }, use, { ...options, fullProof: true }).proof;
}
