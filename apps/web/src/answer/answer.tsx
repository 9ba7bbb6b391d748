import { type Decision, sayUse } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNames, useWording } from "../api/names.js";
import { Verdict } from "../part/verdict.js";
import { Background } from "./background.js";
import { Exposures } from "./exposure.js";
import { FollowUps } from "./follow-up.js";
import { Obligations } from "./obligations.js";
import { PlacesTable } from "./places-table.js";
import { Reasons } from "./reasons.js";
import "./answer.css";

/** Where the proof of an answer is shown. */
interface ProofAddress {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** What a use comes to: the verdict first, then where, why, what would settle it, what it asks, and what the past left. */
export function Answer({ decision, proof, children }: { readonly decision: Decision; readonly proof?: ProofAddress; readonly children?: ReactNode }) {
  const wording = useWording(decision);
  const names = useNames();
  const told = { decision, wording, names };
  const isBetween = decision.decision === "unresolved";
  return (
    <article className="answer" aria-label="Answer">
      <header className="answer-head">
        <div className="verdict-line">
          <Verdict status={decision.decision} large />
          {proof !== undefined && <Link to={proof.to} search={proof.search}>Proof</Link>}
          {children}
        </div>
        <p className="question"><bdi>{sayUse(decision, wording)}</bdi></p>
        {isBetween && <p className="soft">It may be anything between {decision.best} and {decision.worst}; what would settle it is below.</p>}
        {decision.cut && <p className="soft">The evaluation was cut at its budget: what was not reached counts as unknown.</p>}
      </header>
      <PlacesTable {...told} />
      <Reasons {...told} />
      <FollowUps {...told} />
      <Obligations {...told} />
      <Exposures {...told} />
      <Background {...told} />
    </article>
  );
}

