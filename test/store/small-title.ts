import type { Question } from "@cleartitle/ledger";
import { type ChangeSet, GraphBuilder, type TitleGraph } from "@cleartitle/title";

export const at = "2026-03-01T09:30:00Z";
export const recording = { by: "jane", at };

/** A title of two sources and a model, with one use. */
export function small(): TitleGraph {
  const builder = new GraphBuilder("acme");
  builder.addAsset({ id: "base", kind: "model" }).addAsset({ id: "notes", kind: "dataset" });
  builder.addDerivation({ id: "d1", from: ["base", "notes"], to: "tuned", by: "finetune" });
  builder.addStatement({ id: "s1", about: { kind: "asset", id: "base" }, what: "license", rung: "declared", value: "MIT" });
  builder.addUse({ name: "launch", of: "tuned", actions: ["host"], purpose: ["commercial"], in: ["US"], on: "2026-12-01" });
  return builder.build();
}

export const party = (id: string): ChangeSet => [{ change: "add-party", party: { id, kind: null, domicile: null, headquarters: null, controlledBy: [], quantities: [], facts: [] } }];

export const drafted = { agreement: "deal", after: 0, content: { step: "draft" }, text: "the deal", parties: ["a", "b"] };

export const prepared = { negotiation: "talks", after: 0, content: { step: "file" }, text: "points: 45" };

export const plain: Question = { use: "launch", in: null, asOf: null, knownAt: null, profile: null };

/** A question that changes nothing of the graph that it asks. */
export const asWritten = (graph: TitleGraph): TitleGraph => graph;
