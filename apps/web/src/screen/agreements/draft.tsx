import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { versions, versionWords } from "../../api/clause-version.js";
import { useTopics } from "../../api/topics.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { saveFile } from "../../part/save-file.js";
import { useSearchState } from "../../part/search-state.js";
import { BeginDraft } from "./begin-draft.js";
import { Checks } from "./checks.js";
import { ClauseChanges } from "./clause-changes.js";
import { dealIn, isSameTopic, type ReadDeal, type Taken, withTopic } from "./deal.js";
import { DraftDocuments } from "./document-links.js";
import { EffectView } from "./effect-view.js";
import { type KeptDraft, useKeptDraft } from "./kept-draft.js";
import { OpenVersion } from "./open-version.js";
import { RecordDraft } from "./record-draft.js";
import { TemplateDraft } from "./template-draft.js";
import { TopicPanel } from "./topic-panel.js";
import { useEffectOf, useReadDeal, useTopic } from "./use-drafts.js";
import "./agreements.css";

interface DeskProps {
  readonly draft: KeptDraft;
  readonly take: (topic: string, taken: Taken | null) => void;
}

function ClauseList({ draft: { before, after }, take, read }: DeskProps & { readonly read: ReadDeal }) {
  const [state, change] = useSearchState();
  const [was, is] = [dealIn(before), dealIn(after)];
  return (
    <ol className="clauses" aria-label="Clauses">
      {read.clauses.map(({ topic, number, title, version, text }) => (
        <li key={topic} value={number} data-row="" tabIndex={-1} className={topic === state["topic"] ? "chosen" : undefined}>
          <div className="clause-head">
            <h3><Link to="." search={{ ...state, topic }}>{title}</Link>{!isSameTopic(was, is, topic) && <span className="changed small"> ≠ changed</span>}</h3>
            <select aria-label={`Version of ${title}`} value={version} onChange={({ target }) => {
              const { with: values } = is.topics[topic] ?? {};
              take(topic, { version: target.value as Taken["version"] & string, ...(values === undefined ? {} : { with: values }) });
              change({ topic });
            }}>
              {version === "own" && <option value="own" disabled>own words</option>}
              {versions.map((each) => <option key={each} value={each}>{versionWords[each]}</option>)}
            </select>
          </div>
          {text.map((each) => <p key={each}><bdi>{each}</bdi></p>)}
        </li>
      ))}
    </ol>
  );
}

function LiveEffect({ draft: { before, after } }: { readonly draft: KeptDraft }) {
  const workspace = useWorkspace();
  const topics = useTopics();
  const { data, error, isLoading, refetch } = useEffectOf(workspace, before, after);
  const titleOf = (id: string): string => topics.data?.find((each) => each.id === id)?.title ?? id;
  let body: ReactNode;
  if (before === after) body = <p className="soft">Change a clause, and it is told here which releases are answered otherwise.</p>;
  else if (error !== null) body = <ProblemBox problem={error} again={() => void refetch()} />;
  else if (isLoading || data === undefined) body = <Loading what="Asking the releases" />;
  else body = <><EffectView effect={data} titleOf={titleOf} /><details><summary>{data.clauses.length === 1 ? "1 clause is changed" : `${data.clauses.length} clauses are changed`}</summary><ClauseChanges clauses={data.clauses} /></details></>;
  return <aside className="live-effect"><Section id="effect" title="What the changes do">{body}</Section></aside>;
}

function Desk({ draft, take, keep }: DeskProps & { readonly keep: (draft: KeptDraft | null) => void }) {
  const workspace = useWorkspace();
  const [{ topic }, change] = useSearchState();
  const topics = useTopics();
  const { data, error, isPlaceholderData } = useReadDeal(workspace, draft.after);
  // What stands above is there first, so that nothing is pushed away; from then on the text stays.
  const isTopicComing = useTopic(topic ?? "", topic !== undefined).isLoading;
  const [isShown, show] = useState(!isTopicComing);
  if (!isShown && !isTopicComing) show(true);
  const deal = dealIn(draft.after);
  return (
    <>
      <div className="fields draft-bar">
        <select aria-label="Add a topic" value="" onChange={({ target }) => change({ topic: target.value })}>
          <option value="" disabled>Add a topic</option>
          {topics.data?.filter(({ id }) => deal.topics[id] === undefined).map(({ id, number, title }) => <option key={id} value={id}>{number}. {title}</option>)}
        </select>
        <button type="button" disabled={draft.before === draft.after} onClick={() => keep({ ...draft, after: draft.before })}>Take all changes back</button>
        <button type="button" onClick={() => saveFile(new Blob([JSON.stringify(deal, null, 2)], { type: "application/json" }), `${deal.id}.json`)}>Save as a deal file</button>
        <DraftDocuments deal={draft.after} />
        <RecordDraft draft={draft} />
        <button type="button" onClick={() => {
          keep(null);
          change({ agreement: undefined, version: undefined, topic: undefined, template: undefined });
        }}>Another deal</button>
      </div>
      {error !== null && <ProblemBox problem={error} />}
      {topic !== undefined && <TopicPanel key={topic} id={topic} deal={draft.after} onTake={(taken) => take(topic, taken)} />}
      <div className="desk" hidden={!isShown}>
        <LiveEffect draft={draft} />
        <Section id="text" title="Text" note={isPlaceholderData ? "being read" : undefined}>
          {data === undefined ? error === null && <Loading what="Reading the deal" /> : <><Checks read={data} /><ClauseList draft={draft} take={take} read={data} /></>}
        </Section>
      </div>
    </>
  );
}

/** A deal is written: which version of each clause, and what each choice does to the releases. */
export default function Draft() {
  const workspace = useWorkspace();
  const [draft, keep] = useKeptDraft(workspace);
  const take = (topic: string, taken: Taken | null): void => {
    if (draft !== null) keep({ ...draft, after: withTopic(draft.after, topic, taken) });
  };
  const [{ agreement, version, template }, change] = useSearchState();
  const begin = (deal: string): void => {
    keep({ before: deal, after: deal, of: null });
    change({ template: undefined }, true);
  };
  const isOther = agreement !== undefined && version !== undefined && (draft?.of?.agreement !== agreement || draft.of.version !== version);
  const isChanged = draft !== null && draft.before !== draft.after;
  return (
    <>
      <Heading title={draft === null ? "Draft" : dealIn(draft.after).title} lead="Choose a version of each clause, and see at once which releases it clears or blocks." />
      {isOther && <OpenVersion agreement={agreement} version={version} isOpen={isChanged} onRead={(deal) => keep({ before: deal, after: deal, of: { agreement, version } })} />}
      {/* A draft that another version is about to take the place of is not shown once more. */}
      {draft !== null && (!isOther || isChanged) ? <Desk draft={draft} take={take} keep={keep} /> : isOther ? null : template === undefined ? <BeginDraft onRead={begin} /> : <TemplateDraft key={template} id={template} onDeal={begin} />}
    </>
  );
}
