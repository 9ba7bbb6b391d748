import { Link, useParams } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { Heading, Section } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { agreementAt } from "../../shell/address.js";
import { ClauseChanges } from "./clause-changes.js";
import { EffectView } from "./effect-view.js";
import { useAgreement, useVersion } from "./use-agreements.js";
import { useEffectOf, useTopics } from "./use-drafts.js";
import "./agreements.css";

const numberIn = (text: string | undefined): number | null => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : null);

function Compared({ id, from, to }: { readonly id: string; readonly from: number; readonly to: number }) {
  const workspace = useWorkspace();
  const [was, is] = [useVersion(workspace, id, from), useVersion(workspace, id, to)];
  const topics = useTopics();
  const isThere = was.data !== undefined && is.data !== undefined;
  const effect = useEffectOf(workspace, was.data?.text ?? "", is.data?.text ?? "", isThere);
  const titleOf = (topic: string): string => topics.data?.find((each) => each.id === topic)?.title ?? topic;
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
}

/** Two versions of an agreement: which words differ, and which releases are answered otherwise. */
export default function CompareVersions() {
  const workspace = useWorkspace();
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const [state, change] = useSearchState();
  const { data, error, refetch } = useAgreement(workspace, id);
  const newest = data?.versions.at(-1)?.number ?? 1;
  const [from, to] = [numberIn(state["from"]) ?? Math.max(1, newest - 1), numberIn(state["to"]) ?? newest];
  return (
    <>
      <p className="small"><Link to={agreementAt(workspace, id)}><bdi>{data?.title ?? id}</bdi></Link></p>
      <Heading title="Two versions compared" lead="Which words differ, and which releases are answered otherwise." />
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading what="Reading the agreement" />}
      {data !== undefined && (
        <>
          <div className="fields">
            {([["from", from], ["to", to]] as const).map(([key, value]) => (
              <Field key={key} label={key === "from" ? "Version before" : "Version after"}>{(own) => <select {...own} value={value} onChange={({ target }) => change({ [key]: target.value })}>{data.versions.map(({ number, side }) => <option key={number} value={number}>{number}, {side === data.ours ? "ours" : "theirs"}</option>)}</select>}</Field>
            ))}
          </div>
          <Compared id={id} from={from} to={to} />
        </>
      )}
    </>
  );
}
