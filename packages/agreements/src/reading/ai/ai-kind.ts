/** Kinds of clauses on AI; what each means stands in bench/reading/ai-clauses.yaml. A weight stands for one by its place in this list. */
export const aiKinds = [
  "training-use", "model-scope", "competing-models", "purpose-limit", "use-restriction", "passing-on", "attribution", "scale-threshold", "tuned-model-ownership", "output-ownership",
  "output-use", "output-responsibility", "output-quality", "ai-disclosure", "input-use", "data-provenance", "indemnity", "infringement-suit", "usage-control", "after-term",
] as const;

export type AiKind = (typeof aiKinds)[number];
