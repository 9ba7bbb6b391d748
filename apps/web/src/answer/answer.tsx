import { type Decision, type Outline, sayCount, sayUse } from "@cleartitle/engine";
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
import { StandsFor, standingOf } from "./stands-for.js";
import "./answer.css";

/** Where the proof of an answer is shown. */
interface ProofAddress {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

interface BodyProps {
  readonly decision: Decision;
  /** Where it is told of one thing of each kind. */
  readonly outline?: Outline;
  /** Beside the verdict. */
  readonly beside: ReactNode;
  /** Below what was asked. */
  readonly lead: ReactNode;
}

function Body({ decision, outline, beside, lead }: BodyProps) {
  const wording = useWording(decision);
  const names = useNames();
  const told = { decision, wording, names, ...(outline === undefined ? {} : { standing: standingOf(outline) }) };
  const isBetween = decision.decision === "unresolved";
  return (
    <article className="answer" aria-label="Answer">
      <header className="answer-head">
        <div className="verdict-line">
          <Verdict status={decision.decision} large />
          {beside}
        </div>
        <p className="question"><bdi>{sayUse(decision, wording)}</bdi></p>
        {isBetween && <p className="soft">It may be anything between {decision.best} and {decision.worst}; what would settle it is below.</p>}
        {lead}
      </header>
      <PlacesTable {...told} />
      <Reasons {...told} />
      {outline !== undefined && <StandsFor outline={outline} />}
      <FollowUps {...told} />
      <Obligations {...told} />
      <Exposures {...told} />
      <Background {...told} />
    </article>
  );
}

/** What a use comes to: the verdict first, then where, why, what would settle it, what it asks, and what the past left. */
export function Answer({ decision, proof, children }: { readonly decision: Decision; readonly proof?: ProofAddress; readonly children?: ReactNode }) {
  const beside = <>{proof !== undefined && <Link to={proof.to} search={proof.search}>Proof</Link>}{children}</>;
  return <Body decision={decision} beside={beside} lead={decision.cut && <p className="soft">The evaluation was cut at its budget: what was not reached counts as unknown.</p>} />;
}

/** The same, told of one thing of each kind. `judgesPast`: earlier acts were judged as well; `children`: what else can be asked. */
export function OutlineAnswer({ outline, judgesPast, children }: { readonly outline: Outline; readonly judgesPast: boolean; readonly children: ReactNode }) {
  const { decision, things, kinds } = outline;
  const lead = (
    <>
      <p className="outline-lead"><strong>In outline:</strong> {sayCount(things, "thing")} went into <bdi>{decision.use.of}</bdi>, itself included, of {sayCount(kinds.length, "kind")}. The nearest of each kind was judged, and what is said of it is so of the others; questions, obligations and findings are told of it alone.{judgesPast && " Earlier acts are judged one by one."}</p>
      {decision.cut && <p className="soft">{judgesPast ? "The evaluation was cut at its budget: what was not reached counts as unknown." : "Earlier acts are counted and not judged, and count as unknown: no place is better than unresolved."}</p>}
    </>
  );
  return <Body decision={decision} outline={outline} beside={children} lead={lead} />;
}
