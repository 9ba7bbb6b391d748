import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Words } from "../../part/words.js";
import { agreementAt, contractsAt } from "../../shell/address.js";
import { AcceptSure } from "./accept-sure.js";
import { AddClause } from "./add-clause.js";
import { ContractText } from "./contract-text.js";
import { FieldFilter } from "./field-filter.js";
import { FieldList } from "./field-list.js";
import { fieldsShown } from "./fields-shown.js";
import { MakeDeal } from "./make-deal.js";
import { ModelOpinion } from "./model-opinion.js";
import { NotFound } from "./not-found.js";
import { AskedAgain, ReadAnew } from "./read-anew.js";
import { type ReadingDetail, useReading } from "./use-readings.js";
import "./contracts.css";

const evidenceAt = (workspace: string, digest: string): string => `/api/v1/workspaces/${encodeURIComponent(workspace)}/evidence/${digest}`;

function Facts({ reading: { number, name, format, pages, characters, document, agreement } }: { readonly reading: ReadingDetail }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  return (
    <>
      <bdi>{name}</bdi>{format !== null && `, ${format}`}{pages !== null && `, ${pages.toLocaleString("en")} ${pages === 1 ? "page" : "pages"}`}{characters !== null && `, ${characters.toLocaleString("en")} characters`}
      {document !== null && mayIn(session, workspace, "evidence:read") && <>; <a href={evidenceAt(workspace, document)} download={name.split("/").at(-1)}>the document as it came</a></>}
      {format !== null && <>; <a href={`/api/v1/workspaces/${encodeURIComponent(workspace)}/readings/${number}/file`} download>the reading as a file</a></>}
      {agreement !== null && <>; the agreement <Link to={agreementAt(workspace, agreement)}><bdi>{agreement}</bdi></Link> was begun with it</>}
    </>
  );
}

/** A document of which nothing was read: why, what to do, and that it is not lost. */
function Unread({ reading: { state, problems } }: { readonly reading: ReadingDetail }) {
  const workspace = useWorkspace();
  if (state === "redacted") return <p>What was read of it was redacted; that it was read stays in the ledger.</p>;
  return (
    <Empty title="It could not be read">
      {problems.map(({ message, hint }) => <p key={message}><strong><Words text={message} /></strong>{hint !== null && <span className="soft"> — <Words text={hint} /></span>}</p>)}
      <p>The document is kept as it came, and nothing of it is lost. <Link to={contractsAt(workspace)}>Drop it again</Link> once it is mended.</p>
    </Empty>
  );
}

function Read({ reading }: { readonly reading: ReadingDetail }) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [state] = useSearchState();
  const text = useRef<HTMLDivElement>(null);
  const { kinds } = reading;
  const shown = useMemo(() => fieldsShown(kinds, state["kind"], state["state"]), [kinds, state]);
  const mayWrite = mayIn(session, workspace, "agreements:write");
  return (
    <>
      {reading.isOfOtherWeights && <ReadAnew number={reading.number} mayWrite={mayWrite} />}
      <AskedAgain again={reading.askedAgain} />
      {reading.notes.map((note) => <p key={note} className="soft small"><bdi>{note}</bdi></p>)}
      <div className="contract">
        <div className="contract-text" ref={text} role="region" aria-label="Text of the contract" tabIndex={0}>
          <ContractText reading={reading} shown={shown} />
        </div>
        <div className="contract-fields">
          {mayWrite && <AddClause reading={reading} text={text} />}
          <FieldFilter kinds={kinds} />
          {mayWrite && <AcceptSure number={reading.number} shown={shown} />}
          <FieldList number={reading.number} shown={shown} mayWrite={mayWrite} />
          <ModelOpinion reading={reading} mayWrite={mayWrite} />
          <NotFound number={reading.number} kinds={kinds} mayWrite={mayWrite} />
        </div>
      </div>
    </>
  );
}

/** A contract of others: its text with the clauses that were found, and what persons say of each. */
export default function Contract() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const { number } = useParams({ strict: false }) as { readonly number: string };
  const { data, error, isPending, refetch } = useReading(workspace, /^\d{1,9}$/.test(number) ? Number(number) : 0);
  return (
    <>
      <p className="small"><Link to={contractsAt(workspace)}>Contracts</Link></p>
      <Heading title={data?.title ?? data?.name ?? `Contract ${number}`} {...(data === undefined ? {} : { lead: <Facts reading={data} /> })}>
        {data?.state === "read" && data.agreement === null && mayIn(session, workspace, "agreements:write") && <MakeDeal reading={data} />}
      </Heading>
      {isPending && <Loading what="Reading what was found" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && (data.state === "read" ? <Read reading={data} /> : <Unread reading={data} />)}
    </>
  );
}
