import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useTopics } from "../../api/topics.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { agreementAt } from "../../shell/address.js";
import { AlignedClauses } from "./aligned-clauses.js";
import { ClauseChanges } from "./clause-changes.js";
import { TrackedDocument } from "./document-links.js";
import { EffectView } from "./effect-view.js";
import { Playbook } from "./playbook.js";
import { useAgreement, useVersion } from "./use-agreements.js";
import { useEffectOf } from "./use-drafts.js";
import "./agreements.css";

const numberIn = (text: string | undefined): number | null => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : null);

type Redline = components["schemas"]["AgreementRedline"];
type Shown = (props: { readonly id: string; readonly from: number; readonly to: number; readonly titleOf: (id: string) => string }) => ReactNode;

/** What the one does to the releases that the other does not, and by which clause. */
const Effects: Shown = ({ id, from, to, titleOf }) => {
  const workspace = useWorkspace();
  const [was, is] = [useVersion(workspace, id, from), useVersion(workspace, id, to)];
  const isThere = was.data !== undefined && is.data !== undefined;
  const effect = useEffectOf(workspace, was.data?.text ?? "", is.data?.text ?? "", isThere);
  const problem = was.error ?? is.error ?? effect.error;
  if (problem !== null) return <ProblemBox problem={problem} again={() => void effect.refetch()} />;
  if (isThere && was.data.text === is.data.text) return <p>They are the same text.</p>;
  if (effect.data === undefined) return <Loading what="Asking the releases of both" />;
  return (
    <>
      <Section id="effect" title="What the changes do"><EffectView effect={effect.data} titleOf={titleOf} /></Section>
      <Section id="clauses" title="Clause by clause" note={String(effect.data.clauses.length)}><ClauseChanges clauses={effect.data.clauses} /></Section>
    </>
  );
};

/** Both side by side, with the words that go and come. */
const Words: Shown = ({ id, from, to, titleOf }) => {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: queryKey.of(workspace, "redline", id, from, to), queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/agreements/{id}/redline", { params: { path: { workspace, id }, query: { from, to } } }))) as Redline,
  });
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  return <Section id="words" title="Word by word">{data === undefined ? <Loading what="Laying both side by side" /> : <><div><TrackedDocument id={id} from={from} to={to} /></div><AlignedClauses clauses={data.clauses} before={`version ${from}`} after={`version ${to}`} titleOf={titleOf} /></>}</Section>;
};

/** Where the second is not what the house wants. */
const Deviating: Shown = ({ id, from, to }) => {
  const workspace = useWorkspace();
  const [was, is] = [useVersion(workspace, id, from), useVersion(workspace, id, to)];
  const problem = was.error ?? is.error;
  if (problem !== null) return <ProblemBox problem={problem} again={() => void is.refetch()} />;
  return <Section id="playbook" title={`Version ${to} and the playbook`}>{was.data === undefined || is.data === undefined ? <Loading what="Reading the versions" /> : <Playbook deal={is.data.text} before={was.data.text} />}</Section>;
};

const tabs = [{ value: "effect", title: "What it does" }, { value: "words", title: "Words" }, { value: "playbook", title: "Playbook" }];

/** Two versions of an agreement: which releases are answered otherwise, which words differ, and where the second is not what the house wants. */
export default function CompareVersions() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const [state, change] = useSearchState();
  const { data, error, refetch } = useAgreement(workspace, id);
  const session = useSignedIn();
  const topics = useTopics();
  const titleOf = (topic: string): string => topics.data?.find((each) => each.id === topic)?.title ?? topic;
  // Who may not ask for decisions reads the words.
  const shown = tabs.filter(({ value }) => value !== "effect" || mayIn(session, workspace, "decisions:ask"));
  const part = shown.find(({ value }) => value === state["show"])?.value ?? shown[0]!.value;
  const Part = part === "effect" ? Effects : part === "words" ? Words : Deviating;
  const newest = data?.versions.at(-1)?.number ?? 1;
  const [from, to] = [numberIn(state["from"]) ?? Math.max(1, newest - 1), numberIn(state["to"]) ?? newest];
  return (
    <>
      <p className="small"><Link to={agreementAt(workspace, id)}><bdi>{data?.title ?? id}</bdi></Link></p>
      <Heading title="Two versions compared" lead="Which releases are answered otherwise, which words differ, and what your playbook says." />
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the agreement" />}
      {data !== undefined && (
        <>
          <div className="fields compared">
            {([["from", from], ["to", to]] as const).map(([key, value]) => (
              <Field key={key} label={key === "from" ? "Version before" : "Version after"}>{(own) => <select {...own} value={value} onChange={({ target }) => change({ [key]: target.value })}>{data.versions.map(({ number, side }) => <option key={number} value={number}>{number}, {side === data.ours ? "ours" : "theirs"}</option>)}</select>}</Field>
            ))}
          </div>
          <Tabs label="Parts of the comparison" of="show" tabs={shown} keeps={["from", "to", "playbook"]} />
          <Part id={id} from={from} to={to} titleOf={titleOf} />
        </>
      )}
    </>
  );
}
