import { linkIn, useNames } from "../../api/names.js";
import { Places } from "../../part/places.js";
import { Source } from "../../part/quote.js";
import { AnswerForm, sayValue } from "./answer-form.js";
import { groupNeeds, needWords } from "./need-words.js";
import type { Answered, AskedFact, Inquiry } from "./use-inquiry.js";

/** Rules and texts that are told at first. */
const mostShown = 4;

function Needs({ groups }: { readonly groups: ReturnType<typeof groupNeeds> }) {
  const names = useNames();
  return (
    <ul className="needs">
      {groups.map(({ need, of, places }) => {
        const { instrument, title, cite, as, needs } = need;
        const cited = [title ?? instrument, cite].filter((each) => each !== null).join(", ");
        return (
          <li key={JSON.stringify([instrument, cite, as, needs])}>
            {cited !== "" && <><Source cite={cited} link={linkIn(names, instrument)} />: </>}{needWords[as]}
            <p className="small soft">{of.slice(0, 5).map((each, at) => <span key={each}>{at > 0 && ", "}<bdi>{each}</bdi></span>)}{of.length > 5 && ` and ${of.length - 5} more`}</p>
            <div className="small soft"><Places places={places} /></div>
            {needs !== "" && <p className="small soft">It needs the answer: <bdi>{sayValue(needs)}</bdi></p>}
          </li>
        );
      })}
    </ul>
  );
}

interface QuestionPanelProps {
  readonly use: string;
  readonly question: AskedFact;
  readonly inquiry: Inquiry;
  /** What each answer would do is known. */
  readonly isWhole: boolean;
  readonly onRecorded: (entry: Answered) => void;
}

/** One question: what it is, what each answer would do, and why it matters, with the rules that lack it. */
export function QuestionPanel({ use, question, inquiry, isWhole, onRecorded }: QuestionPanelProps) {
  const groups = groupNeeds(question.needs);
  const [shown, rest] = [groups.slice(0, mostShown), groups.slice(mostShown)];
  return (
    <section aria-label="Question">
      <h2><bdi>{question.ask}</bdi></h2>
      {question.help !== null && <p><bdi>{question.help}</bdi></p>}
      <p className="soft small"><bdi>{question.fact}</bdi> of <bdi>{question.of}</bdi>; {question.control === "undertaking" ? "what you will do: an answer binds you" : "what is or was so"}</p>
      <AnswerForm use={use} question={question} inquiry={inquiry} isWhole={isWhole} onRecorded={onRecorded} />
      <h3>Why it matters</h3>
      {groups.length === 0 ? <p>It decides {question.settles.length === 1 ? "a reason" : `${question.settles.length} reasons`} that nothing else settles.</p> : <Needs groups={shown} />}
      {rest.length > 0 && <details><summary>{rest.length} more rules and texts</summary><Needs groups={rest} /></details>}
    </section>
  );
}
