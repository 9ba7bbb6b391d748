import { assessmentSchema, decisionSchema, impactSchema, outlineSchema, questionsSchema } from "@cleartitle/engine";
import type { ExitCode } from "@cleartitle/norms";
import { changeFileSchema, titleFileSchema } from "@cleartitle/title";
import type { Io } from "../io.js";

const schemas = {
  title: titleFileSchema, changes: changeFileSchema, decision: () => decisionSchema, questions: () => questionsSchema, assessment: () => assessmentSchema, impact: () => impactSchema, outline: () => outlineSchema,
} as const satisfies Readonly<Record<string, () => object>>;

/** Writes the JSON Schema of what is read or of what is answered. */
export async function schema(io: Io, of: keyof typeof schemas): Promise<ExitCode> {
  io.stdout.write(`${JSON.stringify(schemas[of](), null, 2)}\n`);
  return 0;
}
