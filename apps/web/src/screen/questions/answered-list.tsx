import { useWorkspace } from "../../api/workspace.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Verdict } from "../../part/verdict.js";
import { sayValue } from "./answer-form.js";
import { type Answered, type AskedFact, type Inquiry, useAnswering } from "./use-inquiry.js";

/** Places whose answer is another one now. */
function placesChanged(before: Inquiry, after: Inquiry): number {
  const was = new Map(before.byTerritory.flatMap(({ territories, decision }) => territories.map((place) => [place, decision] as const)));
  return after.byTerritory.flatMap(({ territories, decision }) => territories.filter((place) => was.get(place) !== decision)).length;
}

/** What the last answer did to the whole. */
function Effect({ before, after }: { readonly before: Inquiry; readonly after: Inquiry }) {
  const count = placesChanged(before, after);
  const left = after.questions.length + after.cut.questions;
  return (
    <p>
      <Verdict status={before.decision} /> before, <Verdict status={after.decision} /> now; {count === 0 ? "no place changed" : count === 1 ? "1 place changed" : `${count} places changed`}; {left === 1 ? "1 question is" : `${left} questions are`} left.
    </p>
  );
}

const others = ({ question, value }: Answered): readonly AskedFact["answers"][number][] => question.answers.filter((each) => each.value !== value);

interface AnsweredListProps {
  readonly use: string;
  /** The newest first. */
  readonly recorded: readonly Answered[];
  readonly inquiry: Inquiry;
  /** What is shown was decided with all of these answers. */
  readonly isCurrent: boolean;
  readonly onRecorded: (entry: Answered) => void;
}

/** What was answered since the screen was opened, what it did, and the way to answer otherwise: a later answer takes the place of the one before, which stays on record. */
export function AnsweredList({ use, recorded, inquiry, isCurrent, onRecorded }: AnsweredListProps) {
  const workspace = useWorkspace();
  const answering = useAnswering(workspace, use, onRecorded);
  const [last] = recorded;
  if (last === undefined) return null;
  return (
    <section className="answered" aria-label="Answered" role="status">
      {isCurrent ? <Effect before={last.before} after={inquiry} /> : <p>It is recorded, and the use is decided again.</p>}
      <ul>
        {recorded.map((entry) => (
          <li key={`${entry.question.fact} ${entry.question.of}`}>
            <bdi>{entry.question.ask}</bdi> <strong>{sayValue(entry.value)}</strong>
            {others(entry).map(({ value }) => (
              <button key={value} type="button" className="bare" disabled={answering.isPending} onClick={() => answering.mutate({ question: entry.question, value, during: entry.during, before: inquiry })}>
                Correct to {sayValue(value)}
              </button>
            ))}
            {entry.notes.map((note) => <p key={note} className="soft small"><bdi>{note}</bdi></p>)}
          </li>
        ))}
      </ul>
      {answering.error !== null && <ProblemBox problem={answering.error} />}
    </section>
  );
}
