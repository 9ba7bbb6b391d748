import { digestOf, problem, type Problem } from "@cleartitle/norms";
import type { ChangeSet } from "@cleartitle/title";
import { isSame } from "../secret/secret.js";
import type { Matter } from "./matter.js";

/** What somebody proposes, as it was last written. */
export interface Proposal {
  readonly workspace: string;
  readonly number: number;
  readonly matter: Matter;
  readonly why: string;
  readonly changes: ChangeSet;
  /** From 1; a changed proposal is the next revision. */
  readonly revision: number;
}

/** What an approval names: all that is proposed, and where. */
export const digestOfProposal = ({ workspace, number, matter, why, changes, revision }: Proposal): string => digestOf({ workspace, number, matter, why, changes, revision });

/** `withdraw` is the proposer's own. */
export const verdicts = ["approve", "reject", "withdraw"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Ruling {
  readonly verdict: Verdict;
  /** Of the revision that was ruled on. */
  readonly digest: string;
  /** A person; who works by a token is its maker. */
  readonly by: string;
}

export interface Standing {
  readonly proposal: Proposal;
  /** Everybody who wrote a revision. */
  readonly authors: readonly string[];
  readonly rulings: readonly Ruling[];
  /** What was approved is in the records. */
  readonly isApplied: boolean;
}

export type ProposalState = "open" | "approved" | "rejected" | "withdrawn";

/** Where a proposal stands. Only rulings on the newest revision count: a change voids what was said of the text before. */
export function stateOf({ proposal, authors, rulings }: Standing): ProposalState {
  const digest = digestOfProposal(proposal);
  const onIt = rulings.filter((ruling) => isSame(ruling.digest, digest));
  if (onIt.some(({ verdict, by }) => verdict === "withdraw" && authors.includes(by))) return "withdrawn";
  if (onIt.some(({ verdict }) => verdict === "reject")) return "rejected";
  return onIt.some(({ verdict, by }) => verdict === "approve" && !authors.includes(by)) ? "approved" : "open";
}

/** Why somebody may not rule so on a proposal; null: he may. */
export function wrongInRuling(standing: Standing, { verdict, digest, by }: Ruling): Problem | null {
  const { proposal, authors } = standing;
  const name = `proposal ${proposal.number}`;
  const state = stateOf(standing);
  if (state !== "open") return problem("conflict", `${name} is ${state} already`, { hint: "make another proposal" });
  if (!isSame(digest, digestOfProposal(proposal))) return problem("conflict", `${name} was changed since it was read`, { pointer: "/digest", offending: digest, hint: `read revision ${proposal.revision}, and name its digest` });
  const isAuthor = authors.includes(by);
  if (verdict === "withdraw") return isAuthor ? null : problem("not-allowed", `${name} is withdrawn by who proposed it`, { hint: "reject it" });
  return isAuthor ? problem("not-allowed", `who proposed may not ${verdict}`, { hint: verdict === "reject" ? "withdraw it" : "ask somebody else who may approve" }) : null;
}

/** Why a proposal may not be changed; null: it may. */
export function wrongInRevision(standing: Standing): Problem | null {
  const state = stateOf(standing);
  if (standing.isApplied || state === "rejected" || state === "withdrawn") return problem("conflict", `proposal ${standing.proposal.number} is ${standing.isApplied ? "in the records" : state} already`, { hint: "make another proposal" });
  return null;
}
