import type { GraphFinding } from "./graph.js";

/** An asset that others name and nobody describes: what is known of it is nothing. */
export const placeholderFinding = (asset: string): GraphFinding => ({
  kind: "placeholder",
  asset,
  detail: `\`${asset}\` is named but not described`,
  settle: `describe \`${asset}\`: its kind, where it comes from and under which license`,
});
