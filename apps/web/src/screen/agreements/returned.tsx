import { sayCount } from "@cleartitle/engine";
import { Link, useParams } from "@tanstack/react-router";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useTopics } from "../../api/topics.js";
import { useWorkspace } from "../../api/workspace.js";
import { DropFile } from "../../part/drop-file.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { agreementAt } from "../../shell/address.js";
import { AlignedClauses } from "./aligned-clauses.js";
import { Checks } from "./checks.js";
import { EffectView } from "./effect-view.js";
import { Playbook } from "./playbook.js";
import { RecordReturned } from "./record-returned.js";
import { ReturnedDifferences } from "./returned-differences.js";
import { type AgreementDetail, useAgreement, useVersion } from "./use-agreements.js";
import { useEffectOf } from "./use-drafts.js";
import { type ReadFile, useReturned } from "./use-returned.js";
import "./agreements.css";

function Effect({ id, version, text, titleOf }: { readonly id: string; readonly version: number; readonly text: string; readonly titleOf: (id: string) => string }) {
  const workspace = useWorkspace();
  const was = useVersion(workspace, id, version);
  const effect = useEffectOf(workspace, was.data?.text ?? "", text, was.data !== undefined);
  const problem = was.error ?? effect.error;
  if (problem !== null) return <ProblemBox problem={problem} again={() => void effect.refetch()} />;
  return effect.data === undefined ? <Loading what="Asking the releases of both" /> : <EffectView effect={effect.data} titleOf={titleOf} />;
}

interface ToldProps {
  readonly agreement: AgreementDetail;
  readonly read: ReadFile;
  /** Reads it again, beside the version that is the newest then. */
  readonly onRead: (changes: ReadFile["changes"]) => void;
}

/** What a document says, beside the newest version: what it does, what it says otherwise, and where that is not what the house wants. */
function Told({ agreement, read, onRead }: ToldProps) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const topics = useTopics();
  const titleOf = (topic: string): string => topics.data?.find(({ id }) => id === topic)?.title ?? topic;
  const { file, changes, told: { carries, compared, text, read: deal, differences, version, clauses, openChanges, notes } } = read;
  const isAsked = text !== null && mayIn(session, workspace, "decisions:ask");
  const known = useVersion(workspace, agreement.id, version).data?.text ?? null;
  return (
    <>
      <div className="returned">
        <p><strong><bdi>{file.name}</bdi></strong>{carries === "deal" ? (compared ? differences.length === 0 ? " says what the deal inside it says." : ` says in ${sayCount(differences.length, "place")} something else than the deal inside it; its text is what counts.` : " is read by the deal inside it alone.") : " carries no deal of ours: its words are compared, and what they do to a release cannot be decided."}</p>
        {notes.map((note) => <p key={note} className="small"><bdi>{note.replaceAll("`", "")}</bdi></p>)}
        {openChanges && changes === "told" && <p><button type="button" onClick={() => onRead("made")}>Read it as if its open changes were accepted</button></p>}
        <RecordReturned agreement={agreement} read={read} onAgain={() => onRead(changes)} />
      </div>
      <div className={isAsked ? "desk" : undefined}>
        {isAsked && <aside className="live-effect"><Section id="effect" title="What it does to the releases"><Effect id={agreement.id} version={version!} text={text} titleOf={titleOf} /></Section></aside>}
        <div className="column">
          {differences.length > 0 && <Section id="differences" title="What it says otherwise" note={String(differences.length)}><ReturnedDifferences differences={differences} titleOf={titleOf} /></Section>}
          <Section id="words" title={`Beside version ${version}`}><AlignedClauses clauses={clauses} before={`version ${version}`} after={file.name} titleOf={titleOf} /></Section>
          {deal !== null && (deal.findings.length > 0 || deal.unread.length > 0) && <Section id="checks" title="What does not fit, and what norms do not carry"><Checks read={deal} /></Section>}
        </div>
      </div>
      {text !== null && <Section id="playbook" title="Playbook"><Playbook deal={text} before={known} /></Section>}
    </>
  );
}

/** A document of the other side is dropped in: what it says now, what that does, and whether it is recorded. */
export default function ReturnedDocument() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const { data, error, refetch } = useAgreement(workspace, id);
  const reading = useReturned(workspace, id);
  const file = reading.variables?.file;
  return (
    <>
      <p className="small"><Link to={agreementAt(workspace, id)}><bdi>{data?.title ?? id}</bdi></Link></p>
      <Heading title="A document that came back" lead="What it says now, and what that does to the releases. Nothing is recorded before you say so." />
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      <DropFile label="Document" accept=".docx,.md,.txt,.pdf" disabled={reading.isPending} onFile={(chosen) => reading.mutate({ file: chosen, changes: "told" })}>
        <p><strong>Drop the document here</strong></p>
        <p className="soft">A document of a word processor, Markdown or text. Of a PDF that was drafted here the deal inside it is read.</p>
      </DropFile>
      {reading.isPending && <Loading what={`Reading ${file?.name ?? "the document"}`} />}
      {reading.error !== null && <ProblemBox problem={reading.error} />}
      {reading.data !== undefined && data !== undefined && <Told agreement={data} read={reading.data} onRead={(changes) => reading.mutate({ file: reading.data.file, changes })} />}
    </>
  );
}
