import type { operations } from "../../api/schema.gen.js";
import type { Proposal } from "./use-proposals.js";

type Body<O extends keyof operations> = operations[O] extends { readonly requestBody: { readonly content: { readonly "application/json": { readonly proposed: infer P } } } } ? P : never;
type OfPositions = Body<"postWorkspacesWorkspaceProposalsPositions">;
type OfConclusions = Body<"postWorkspacesWorkspaceProposalsConclusions">;
type OfWaivers = Body<"postWorkspacesWorkspaceProposalsWaivers">;
type Named<P, K extends string> = Extract<P, { readonly kind?: K }> & { readonly kind: K };

export type PositionText = Named<OfPositions, "position">;
export type ProfileText = Named<OfPositions, "profile">;
export type ConclusionText = Named<OfConclusions, "conclusion">;
export type WaiverText = Named<OfWaivers, "waiver">;

/** What is proposed, as whoever proposes it writes it. */
export type Proposed = PositionText | ProfileText | ConclusionText | Named<OfConclusions, "withdrawal"> | WaiverText | Named<OfWaivers, "ended-waiver">;

/** What was written that the changes of a proposal came of; null: they are not of the kind that is written on a screen. */
export function proposedIn({ changes }: Pick<Proposal, "changes">): Proposed | null {
  const [change, ...more] = changes;
  if (change === undefined || more.length > 0) return null;
  switch (change.change) {
    case "add-position": {
      const { position, territory, option, on } = change.position;
      return { kind: "position", position, territory, option, on };
    }
    case "remove-position": return { kind: "position", position: change.position, territory: change.territory ?? "WORLD", option: null, on: null };
    case "set-profile": return { kind: "profile", profile: change.profile };
    case "add-statement": {
      const { about, what, value, scope, part, valid: { from, to }, supersedes, source } = change.statement;
      return value === null ? null : { kind: "conclusion", about, what, value, scope, part, from, to, supersedes, evidence: source?.locator ?? null };
    }
    case "remove-statement": return { kind: "withdrawal", statement: change.statement };
    case "add-waiver": {
      const { kind, use, asset, reason, from, until } = change.waiver;
      return { kind: "waiver", finding: kind, use, asset, reason, from, until };
    }
    case "remove-waiver": return { kind: "ended-waiver", waiver: change.waiver };
    default: return null;
  }
}

/** What is written in place of a value, as the value was: a truth or a number stays one. */
export function valueAs(before: ConclusionText["value"], written: string): ConclusionText["value"] {
  const text = written.trim();
  if (typeof before === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return typeof before === "number" && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
