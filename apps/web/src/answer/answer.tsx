import { type Decision, sayUse } from "@cleartitle/engine";
import { useNames, useWording } from "../api/names.js";
import { Verdict } from "../part/verdict.js";
import { Background } from "./background.js";
import { Exposures } from "./exposure.js";
import { FollowUps } from "./follow-up.js";
import { Obligations } from "./obligations.js";
import { PlacesTable } from "./places-table.js";
import { Reasons } from "./reasons.js";
import "./answer.css";

/** What a use comes to: the verdict first, then where, why, what would settle it, what it asks, and what the past left. */
export function Answer({ decision }: { readonly decision: Decision }) {
  const wording = useWording(decision);
  const names = useNames();
  const told = { decision, wording, names };
  const isBetween = decision.decision === "unresolved";
  return (
    <article className="answer" aria-label="Answer">
      <header className="answer-head">
        <Verdict status={decision.decision} large />
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

