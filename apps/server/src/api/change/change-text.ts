import type { z } from "@hono/zod-openapi";
import type { World } from "@cleartitle/engine";
import { type ChangeSet, changeFileSchema, readChangeFile } from "@cleartitle/title";
import { mapping } from "../described.js";
import { stopAt } from "./record-changes.js";

/** A change set as people write it, by the schema of the command line (`cleartitle schema changes`). It is checked where it is read, against what the records and the catalogue have. */
export const ChangeFile = mapping("ChangeFile", { ...changeFileSchema(), $schema: undefined, description: "What is added, removed, redlined, terminated, erased, left, asked otherwise, as `cleartitle schema changes` describes it." });

/** The changes of a file, made of the records of a world; stops with all that is wrong with it. `under`: where it stands in the body. */
export function readChanges(file: z.output<typeof ChangeFile>, { graph, catalogue }: World, under: string): ChangeSet {
  // One line of all would be longer than a line may be.
  const { changes, problems } = readChangeFile(JSON.stringify(file, null, 1), { ...catalogue, file: "changes", graph });
  stopAt(problems, under);
  return changes ?? [];
}
