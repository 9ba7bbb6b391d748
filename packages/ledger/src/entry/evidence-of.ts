import type { Entry } from "./entry.js";

const isDigest = (value: unknown): value is string => typeof value === "string" && /^sha256:[0-9a-f]{64}$/.test(value);

/** Digests of the files that an entry rests on: those of its `evidence`, and of a decision its title file, its text and that of its catalogue. */
export function evidenceOf({ event, open }: Entry): readonly string[] {
  const [evidence, title, decision, catalogue] = ["evidence", "title", "decision", "catalogueText"].map((name) => open[name]?.value);
  const named = Array.isArray(evidence) ? evidence : [evidence];
  const file = title !== null && typeof title === "object" && "sha256" in title ? title.sha256 : null;
  return (event.kind === "decision" ? [...named, file, decision, catalogue] : named).filter(isDigest);
}
