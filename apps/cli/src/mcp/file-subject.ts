import type { Catalogue } from "@cleartitle/catalogue";
import { inquire, readAnswers } from "@cleartitle/engine";
import { answerTitleFile, type TitleGraph } from "@cleartitle/title";
import { readText, replaceText } from "../file.js";
import { nowOf, type Io } from "../io.js";
import { Stop } from "../stop.js";
import { titleOf, useNamed } from "../world.js";
import type { Subject } from "./tool.js";

/** A title file. It is read for each question, and understood anew where it changed. */
export function fileSubject(io: Io, catalogue: Catalogue, file: string, mayChange: boolean): Subject {
  let last: { readonly text: string; readonly graph: TitleGraph } | null = null;
  return {
    async graph() {
      const text = await readText(io, file);
      if (last?.text === text) return last.graph;
      const { graph, problems } = await titleOf(text, file, catalogue);
      if (graph === null) throw new Stop(problems);
      last = { text, graph };
      return graph;
    },
    record: !mayChange ? null : async ({ use, answers: texts, by }, world) => {
      useNamed(world.graph, use);
      const { answers, problems: unread } = readAnswers(world, inquire(world, use, await io.rooms.decide(), { most: Infinity }).questions, texts, use);
      if (unread.length > 0) throw new Stop(unread);
      const before = await readText(io, file);
      const { text, notes, problems } = answerTitleFile(before, answers, { by, recordedAt: nowOf(io) }, { file, taxonomies: catalogue.taxonomies });
      if (problems.length > 0) throw new Stop(problems);
      if (text !== before) await replaceText(io, file, text);
      return notes;
    },
    close: async () => undefined,
  };
}
