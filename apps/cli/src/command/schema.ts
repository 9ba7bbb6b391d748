import type { ExitCode } from "@cleartitle/norms";
import { changeFileSchema, titleFileSchema } from "@cleartitle/title";
import { decisionSchema } from "../decision-schema.js";
import type { Io } from "../io.js";

/** Writes the JSON Schema of what is read or of what is answered. */
export async function schema(io: Io, of: "title" | "decision" | "changes"): Promise<ExitCode> {
  io.stdout.write(`${JSON.stringify(of === "title" ? titleFileSchema() : of === "changes" ? changeFileSchema() : decisionSchema, null, 2)}\n`);
  return 0;
}
