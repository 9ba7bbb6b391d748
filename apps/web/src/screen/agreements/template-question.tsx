import { versionWords } from "../../api/clause-version.js";
import type { components } from "../../api/schema.gen.js";
import type { FieldValue } from "./deal.js";
import { FieldInput } from "./topic-fields.js";

export type TemplateQuestion = components["schemas"]["TemplateQuestion"];

const choiceWords = { ...versionWords, none: "leave it out" } as const;

interface QuestionProps {
  readonly question: TemplateQuestion;
  readonly answer: FieldValue | undefined;
  readonly wrong: string | null;
  readonly onAnswer: (answer: FieldValue | undefined) => void;
}

/** A question of a template: left what is asked and the answer, right why it matters and what the answer says. */
export function QuestionRow({ question: { id, asks, why, topicTitle, choices, field, proposed }, answer, wrong, onAnswer }: QuestionProps) {
  const chosen = answer ?? proposed;
  const says = choices.find((choice) => choice.answer === chosen)?.says ?? [];
  return (
    <li id={`question-${id}`} className="question" data-row="" tabIndex={-1}>
      <div>
        {field === null
          ? (
            <fieldset>
              <legend>{asks}</legend>
              {choices.map((choice) => <label key={choice.answer}><input type="radio" name={id} checked={chosen === choice.answer} onChange={() => onAnswer(choice.answer === proposed ? undefined : choice.answer)} /> {choiceWords[choice.answer]}{choice.answer === proposed && <span className="soft small"> proposed</span>}</label>)}
            </fieldset>
          )
          : <FieldInput label={asks} field={proposed === null ? field : { ...field, default: proposed }} value={answer} wrong={wrong} onChange={onAnswer} />}
        {field === null && wrong !== null && <p className="wrong small">{wrong}</p>}
      </div>
      <div className="small">
        <p><span className="soft">Why it matters:</span> {why}</p>
        {field !== null && <p className="soft">{topicTitle}: {field.is}</p>}
        {field === null && <p className="soft">{topicTitle}{says.length > 0 && ", as it would be said:"}</p>}
        {says.map((sentence) => <p key={sentence}><bdi>{sentence.replaceAll(/\{\{([^}]*)\}\}/g, "[$1]")}</bdi></p>)}
      </div>
    </li>
  );
}
