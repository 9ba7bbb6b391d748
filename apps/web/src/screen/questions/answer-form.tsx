import { useState } from "react";
import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { Places } from "../../part/places.js";
import { ProblemBox } from "../../part/problem-box.js";
import { Verdict } from "../../part/verdict.js";
import { type Answered, type AskedFact, type Inquiry, type PossibleAnswer, useAnswering } from "./use-inquiry.js";

const valueWords: Readonly<Record<string, string>> = { true: "Yes", false: "No" };
export const sayValue = (value: string): string => valueWords[value] ?? value;

const hints: Partial<Record<AskedFact["type"], string>> = {
  quantity: "an amount, or bounds like 1000..5000, ..5000, 1000..; of money with its currency, like ..5000 EUR", number: "a number", places: "places, like EU, US, JP", license: "an SPDX expression, or the name of a license", date: "a day", text: "at most 500 characters", verification: "how it was verified",
};

/** What an answer would change, decided again with it. */
function Effects({ answer: { effects, exposure }, isWhole }: { readonly answer: PossibleAnswer; readonly isWhole: boolean }) {
  if (effects === null) return <span className="soft small">{isWhole ? "not decided again: too many answers" : "being decided"}</span>;
  return (
    <div className="small">
      {effects.length === 0 && <span className="soft">changes no place</span>}
      {effects.map(({ territories, before, after }) => <div key={territories.join()}><Verdict status={before} /> → <Verdict status={after} /> <Places places={territories} /></div>)}
      {(exposure ?? []).map((text) => <div key={text} className="soft"><bdi>{text}</bdi></div>)}
    </div>
  );
}

interface AnswerFormProps {
  readonly use: string;
  readonly question: AskedFact;
  readonly inquiry: Inquiry;
  readonly isWhole: boolean;
  readonly onRecorded: (entry: Answered) => void;
}

/** The answers that are possible, each with what it would do; or a field where they cannot be listed. */
export function AnswerForm({ use, question, inquiry, isWhole, onRecorded }: AnswerFormProps) {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const answering = useAnswering(workspace, use, onRecorded);
  const [value, setValue] = useState("");
  const [during, setDuring] = useState("");
  const may = mayIn(session, workspace, "records:write");
  if (question.bearer === null) return <p>Nothing in the records can hold the answer yet: see what the question says.</p>;
  const answer = (said: string): void => answering.mutate({ question, value: said, during, before: inquiry });
  return (
    <>
      {question.bearer === "party" && <Field label="During" hint="when it was so, like 2026-01-01/2026-06-30 or 2026-01-01/..; empty: always">{(own) => <input {...own} value={during} onChange={({ target }) => setDuring(target.value)} />}</Field>}
      {question.answers.length > 0
        ? (
          <ul className="possible" aria-label="Answers">
            {question.answers.map((each) => (
              <li key={each.value}>
                {may ? <button type="button" disabled={answering.isPending} onClick={() => answer(each.value)}>{sayValue(each.value)}</button> : <strong>{sayValue(each.value)}</strong>}
                <Effects answer={each} isWhole={isWhole} />
              </li>
            ))}
          </ul>
        )
        : may && (
          <form className="fields" onSubmit={(event) => {
            event.preventDefault();
            answer(value.trim());
          }}>
            <Field label="Answer" {...(hints[question.type] === undefined ? {} : { hint: hints[question.type]! })}>{(own) => <input {...own} type={question.type === "date" ? "date" : "text"} required maxLength={500} value={value} onChange={({ target }) => setValue(target.value)} />}</Field>
            <button className="main" disabled={answering.isPending}>Record</button>
          </form>
        )}
      {!may && <p className="soft small">Your role reads records; somebody who may write them answers.</p>}
      {answering.error !== null && <ProblemBox problem={answering.error} />}
    </>
  );
}
