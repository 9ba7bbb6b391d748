import { sayCount } from "@cleartitle/engine";
import { Link, useParams } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { agreementAt, negotiationBeginAt, negotiationsAt } from "../../shell/address.js";
import { ConcessionList } from "./concession-list.js";
import { IssueTable } from "./issue-table.js";
import { MoveForm } from "./move-form.js";
import { PackageTable } from "./package-table.js";
import { Said } from "./said.js";
import { SessionBar } from "./session-bar.js";
import { type NegotiationDetail, type Packages, type Player, type Session, useNegotiation, usePackages, useSessionOf } from "./use-negotiations.js";
import { OtherPackages, Releases, Worths } from "./worth-view.js";
import { Worth } from "./worth.js";
import "./negotiations.css";

const tabs = [{ value: "table", title: "The table" }, { value: "zone", title: "Zone of agreement" }, { value: "said", title: "What was said" }, { value: "worths", title: "Interests and worths" }];

interface PartProps {
  readonly negotiation: NegotiationDetail;
  readonly packages: Packages;
  readonly session: Session | null;
  readonly own: Player;
  readonly other: Player;
  readonly mayWrite: boolean;
}

const zoneWords = ({ hasZone, inZone, total }: Packages): string =>
  hasZone === true ? `There is a zone of agreement: ${inZone} of ${sayCount(total, "efficient package")} both would take.` : hasZone === false ? "There is no zone of agreement: each package is worth less to one side than the least that it takes." : "No package was found that both would take; among those that nobody asked there could be one.";

/** Combinations that are asked where somebody wants to know more. */
const mostAsked = "1000";

function Cut({ packages: { cut, counts } }: { readonly packages: Packages }) {
  const [{ most }, change] = useSearchState();
  return (
    <>
      <p className="soft small">{counts.packages} packages; the engine was asked {sayCount(counts.asked, "combination")} of {counts.joint} that act together: {counts.pruned} could not have been better, {counts.impossible} are no deal.</p>
      {cut !== null && cut.combinations > 0 && <p className="small"><strong>Cut:</strong> {sayCount(cut.combinations, "combination")} of clauses were not asked; the best of them could be worth up to {cut.couldBe.join(" and ")}. {most !== mostAsked && <button type="button" onClick={() => change({ most: mostAsked })}>Ask up to {Number(mostAsked).toLocaleString("en")}</button>}</p>}
      {cut?.kept === true && <p className="small"><strong>Cut:</strong> there are more efficient packages than were kept, and some are left out.</p>}
    </>
  );
}

function TablePart({ negotiation, packages, session, own, other, mayWrite }: PartProps) {
  return (
    <div className="negotiation-desk">
      <aside className="this-package">
        <Section id="package" title="This package">
          <Worths players={packages.players} {...packages.from} />
          <Releases uses={packages.from.uses} asIs={packages.asIs} />
          <OtherPackages packages={packages} />
          {session === null ? <p className="soft small">{mayWrite ? "Offers are made in a session: begin one above." : "Offers are made in a session."}</p> : mayWrite ? <MoveForm negotiation={negotiation} session={session} packages={packages} /> : null}
        </Section>
      </aside>
      <div className="column">
        <Section id="issues" title="Issues" note={zoneWords(packages)}><IssueTable packages={packages} session={session} own={own} other={other} /></Section>
        {(session === null || session.outcome === "open") && <ConcessionList packages={packages} other={other.id} />}
      </div>
    </div>
  );
}

function Part(part: PartProps) {
  const [{ show }] = useSearchState();
  if (show === "zone") return <Section id="zone" title="Zone of agreement" note={zoneWords(part.packages)}><PackageTable packages={part.packages} /><Cut packages={part.packages} /></Section>;
  if (show === "said") return <Said negotiation={part.negotiation} packages={part.packages} session={part.session} />;
  if (show === "worths") return <Worth negotiation={part.negotiation} packages={part.packages} />;
  return <TablePart {...part} />;
}

/** From whose side it is told, and the other one. */
const sidesOf = ({ players, for: own }: Packages): { readonly own: Player; readonly other: Player } => ({ own: players.find(({ id }) => id === own)!, other: players.find(({ id }) => id !== own)! });

function Loaded({ negotiation, mayWrite }: { readonly negotiation: NegotiationDetail; readonly mayWrite: boolean }) {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const { id } = negotiation;
  const number = /^\d{1,6}$/.test(state["session"] ?? "") ? Number(state["session"]) : null;
  const session = useSessionOf(workspace, id, number);
  const packages = usePackages(workspace, id, { session: number, for: state["for"], from: state["from"], most: state["most"] });
  const problem = packages.error ?? session.error;
  // Answers to another session may still be there: of one version of the file they are told together.
  const told = packages.data?.session === number && (number === null || session.data?.number === number) ? { packages: packages.data, session: number === null ? null : session.data! } : null;
  return (
    <>
      <SessionBar negotiation={negotiation} mayWrite={mayWrite} />
      {told !== null && told.packages.version < negotiation.version && <p className="small">This session stands on version {told.packages.version} of the file; there is version {negotiation.version}.</p>}
      <Tabs label="Parts of the negotiation" of="show" tabs={tabs} keeps={["session", "for", "from", "most"]} />
      {problem !== null && <ProblemBox problem={problem} again={() => void Promise.all([packages.refetch(), session.refetch()])} />}
      {problem !== null && (state["from"] ?? state["session"]) !== undefined && <p><button type="button" onClick={() => change({ from: undefined, session: undefined, for: undefined })}>Look at what is recorded now</button></p>}
      {problem === null && (told === null ? <Loading what="Asking what each package clears" /> : <Part negotiation={negotiation} {...told} {...sidesOf(told.packages)} mayWrite={mayWrite} />)}
    </>
  );
}

/** The negotiation table: what each side asks for, what both could take, what to give next, and what was said. */
export default function NegotiationPage() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const mayWrite = mayIn(useSignedIn(), workspace, "negotiations:write");
  const { data, error, isPending, refetch } = useNegotiation(workspace, id);
  return (
    <div key={id}>
      <p className="small"><Link to={negotiationsAt(workspace)}>Negotiations</Link></p>
      <Heading title={data?.title ?? id} lead={data === undefined ? (error === null ? "\u00a0" : undefined) : <>{data.agreement === null ? "of no agreement" : <>of the agreement <Link to={agreementAt(workspace, data.agreement)}><bdi>{data.agreement}</bdi></Link></>}, version {data.version} of its file</>}>
        {data !== undefined && mayWrite && <Link className="button" to={negotiationBeginAt(workspace)} search={{ of: id }}>Another version</Link>}
      </Heading>
      {isPending && <Loading what="Reading the negotiation" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && data.problems.length > 0 && <div className="problem-box" role="alert"><p>The clauses of today cannot read its file:</p><ul>{data.problems.map((each) => <li key={each}><bdi>{each}</bdi></li>)}</ul></div>}
      {data !== undefined && data.players.length === 2 && <Loaded negotiation={data} mayWrite={mayWrite} />}
    </div>
  );
}
