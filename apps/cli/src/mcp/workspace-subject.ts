import { inquire, readAnswers } from "@cleartitle/engine";
import type { SigningKey } from "@cleartitle/ledger";
import { openStoreForLong, type Place, Store } from "@cleartitle/store";
import { answerChanges, applyChanges, type ChangeSet, GraphBuilder } from "@cleartitle/title";
import { nowOf, type Io } from "../io.js";
import { Stop } from "../stop.js";
import { useNamed } from "../world.js";
import type { Subject } from "./tool.js";

/** A workspace: whatever anybody records of it is seen by the next question. */
export async function workspaceSubject(io: Io, place: Place, id: string, mayChange: boolean, signing: readonly SigningKey[]): Promise<Subject> {
  const store = new Store(await openStoreForLong(place), undefined, signing);
  try {
    const workspace = await store.workspace(id);
    const empty = new GraphBuilder("us").build();
    return {
      graph: async () => (await workspace.graph()).graph ?? empty,
      record: !mayChange ? null : async ({ use, answers: texts, by }, world) => {
        useNamed(world.graph, use);
        const { answers, problems } = readAnswers(world, inquire(world, use, await io.rooms.decide(), { most: Infinity }).questions, texts, use);
        if (problems.length > 0) throw new Stop(problems);
        const at = nowOf(io);
        let graph = world.graph;
        const changes: ChangeSet = answers.flatMap((answer) => {
          const each = answerChanges(graph, answer, { by, recordedAt: at });
          graph = applyChanges(graph, each);
          return each;
        });
        return [`change set ${await workspace.change(changes, { by, at, why: `answers for ${use}` })}`];
      },
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
