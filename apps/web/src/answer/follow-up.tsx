import { sayQuestion, sayRemedies } from "@cleartitle/engine";
import { useFirstOf } from "../part/first-of.js";
import { Section } from "../part/heading.js";
import { ReasonLinks } from "./places-table.js";
import type { Told } from "./told.js";

/** What would settle it: what has to be found out, and what one can do. */
export function FollowUps({ decision, wording, standing }: Told) {
  const remedies = sayRemedies(decision, wording);
  const [asked, done] = [useFirstOf(decision.questions), useFirstOf(remedies)];
  if (decision.questions.length === 0 && remedies.length === 0) return null;
  return (
    <Section id="settle" title="What would settle it">
      {decision.questions.length > 0 && (
        <ol className="plain-list">
          {asked.shown.map((question) => (
            <li key={`${question.fact} ${question.of}`}>
              <bdi>{sayQuestion(question, wording).ask}</bdi>
              {question.settles.length > 0 && <span className="soft small"> settles <ReasonLinks reasons={decision.reasons} ids={question.settles} /></span>}
            </li>
          ))}
        </ol>
      )}
      {asked.more}
      {remedies.length > 0 && <><h3>What one can do</h3>{standing !== undefined && <p className="small soft">What is said of a thing that stands for others is to be done for each of them.</p>}<ul className="plain-list">{done.shown.map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul>{done.more}</>}
    </Section>
  );
}
