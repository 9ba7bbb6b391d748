import { z } from "@hono/zod-openapi";
import type { World } from "@cleartitle/engine";
import { type ChangeSet, readChangeFile } from "@cleartitle/title";
import { stopAt } from "./record-changes.js";

/** A change set as people write it. Its schema is the one of the command line: `cleartitle schema changes`. */
export const ChangeFile = z.record(z.string(), z.unknown()).openapi("ChangeFile", { description: "A change set as `cleartitle schema changes` describes it: what is added, removed, redlined, terminated, erased, left, asked otherwise." });

/** The changes of a file, made of the records of a world; stops with all that is wrong with it. `under`: where it stands in the body. */
export function readChanges(file: z.output<typeof ChangeFile>, { graph, catalogue }: World, under: string): ChangeSet {
  const { taxonomies, instruments, positions } = catalogue;
  // One line of all would be longer than a line may be.
  const { changes, problems } = readChangeFile(JSON.stringify(file, null, 1), { file: "changes", graph, taxonomies, instruments, positions });
  stopAt(problems, under);
  return changes ?? [];
}
