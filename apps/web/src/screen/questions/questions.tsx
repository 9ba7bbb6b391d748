import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Field } from "../../part/field.js";
import { Heading } from "../../part/heading.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { Verdict } from "../../part/verdict.js";
import { importAt, releaseAt } from "../../shell/address.js";
import { AnsweredList } from "./answered-list.js";
import { QuestionPanel } from "./question-panel.js";
import { type Answered, type AskedFact, type Inquiry, useInquiry } from "./use-inquiry.js";
import "./questions.css";

const nameOf = ({ fact, of }: Pick<AskedFact, "fact" | "of">): string => `${fact}@${of}`;

const saySettles = ({ settles }: AskedFact): string => (settles.length === 0 ? "bears on past acts or conditions" : `settles ${settles.length === 1 ? "1 reason" : `${settles.length} reasons`}`);

function QuestionList({ inquiry, chosen }: { readonly inquiry: Inquiry; readonly chosen: AskedFact | undefined }) {
  const [state] = useSearchState();
  return (
    <ol className="question-list" aria-label="Questions">
      {inquiry.questions.map((question) => (
        <li key={nameOf(question)} data-row="" tabIndex={-1}>
          <Link to="." search={{ ...state, question: nameOf(question) }} activeProps={{}} {...(question === chosen ? { "aria-current": "true" as const } : {})}>
            <bdi>{question.ask}</bdi>
            <span className="soft small"> of <bdi>{question.of}</bdi>; {saySettles(question)}{question.control === "undertaking" ? "; yours to decide" : ""}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** The questions of one use, what they come to, and what was answered here. */
function OfUse({ use }: { readonly use: string }) {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const quick = useInquiry(workspace, use, false);
  // The server answers one after the other: what takes long is asked once the rest is there.
  const whole = useInquiry(workspace, use, true, !quick.isFetching);
  const [recorded, setRecorded] = useState<readonly Answered[]>([]);
  // After an answer the quick one is there first; what was decided before it is shown no longer than that.
  const isQuick = quick.isSuccess && !quick.isFetching;
  const isWhole = whole.isSuccess && !whole.isFetching && !quick.isFetching;
  const inquiry = isWhole ? whole.data : (quick.data ?? whole.data);
  if (quick.error !== null && inquiry === undefined) return <ProblemBox problem={quick.error} again={() => void quick.refetch()} />;
  if (inquiry === undefined) return <Loading what="Looking for what is not known" />;
  const chosen = inquiry.questions.find((question) => nameOf(question) === state["question"]) ?? inquiry.questions[0];
  const record = (entry: Answered): void => setRecorded([entry, ...recorded.filter(({ question }) => nameOf(question) !== nameOf(entry.question))]);
  return (
    <>
      <p className="question-state"><Verdict status={inquiry.decision} large /> <Link to={releaseAt(workspace, use)}>by place, and why</Link></p>
      {quick.error !== null && !isWhole && <ProblemBox problem={quick.error} again={() => void quick.refetch()} />}
      <AnsweredList use={use} recorded={recorded} inquiry={inquiry} isCurrent={isWhole || isQuick} onRecorded={record} />
      {chosen === undefined
        ? <Empty title="Nothing is left to be answered"><p>What the use comes to hangs on no unknown fact. <Link to={releaseAt(workspace, use)}>See what it comes to</Link>.</p></Empty>
        : (
          <div className="questions">
            <section aria-label="What is asked">
              <p className="soft small" role="status">{!isWhole ? (whole.error === null ? "What each answer would do is being decided." : "What each answer would do could not be decided.") : "What settles most comes first."}</p>
              <QuestionList inquiry={inquiry} chosen={chosen} />
              {inquiry.cut.questions > 0 && <p className="soft small">{inquiry.cut.questions} more questions come once these are answered.</p>}
            </section>
            <QuestionPanel key={nameOf(chosen)} use={use} question={chosen} inquiry={inquiry} isWhole={isWhole} onRecorded={record} />
          </div>
        )}
    </>
  );
}

/** What somebody has to find out or decide before a use can be decided; each with why it matters and what an answer does. */
export default function Questions() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const { data, error, isPending, refetch } = useUses(workspace);
  const items = data?.items ?? [];
  const use = state["use"] ?? (items.length === 1 ? items[0]!.name : null);
  return (
    <>
      <Heading title="Questions" lead="Facts that a decision lacks. What is answered is recorded as declared, with your name; a later answer corrects it." />
      {isPending && <Loading what="Reading the uses" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && items.length === 0 && <Empty title="No use is recorded here yet"><p>Questions come with a use. Record one in a title file, and <Link to={importAt(workspace)}>import the file</Link>.</p></Empty>}
      {items.length > 0 && (
        <div className="fields">
          <Field label="Use">
            {(own) => (
              <select {...own} data-search="" value={use ?? ""} onChange={({ target }) => change({ use: target.value, question: undefined })}>
                <option value="" disabled>choose one</option>
                {items.map(({ name, of }) => <option key={name} value={name}>{name}: {of}</option>)}
              </select>
            )}
          </Field>
        </div>
      )}
      {items.length > 0 && use === null && <Empty title="Choose a use"><p>Its questions are shown here, with why each matters and what each answer would do.</p></Empty>}
      {use !== null && <OfUse key={use} use={use} />}
    </>
  );
}
