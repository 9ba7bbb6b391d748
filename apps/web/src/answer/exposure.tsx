import { pastFacts, sayExposure, sortExposure } from "@cleartitle/engine";
import { useFirstOf } from "../part/first-of.js";
import { Section } from "../part/heading.js";
import type { Told } from "./told.js";

/** What past acts left behind, apart from what the use itself comes to. */
export function Exposures({ decision, wording }: Told) {
  const { told, covered } = sortExposure(decision.exposure, wording);
  const first = useFirstOf(told);
  if (told.length === 0 && covered === null) return null;
  return (
    <Section id="exposure" title="Exposure from past acts">
      {told.length > 0 && (
        <ul className="plain-list">
          {first.shown.map((each) => {
            const facts = pastFacts(decision, each, wording);
            return (
              <li key={sayExposure(each, wording)}>
                <bdi>{sayExposure(each, wording)}</bdi>
                {facts.length > 0 && <ul className="soft">{facts.map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul>}
              </li>
            );
          })}
        </ul>
      )}
      {first.more}
      {covered !== null && (
        <details>
          <summary>{covered}</summary>
          <ul className="plain-list">{[...new Set(decision.exposure.filter(({ state }) => state === "covered").map((each) => sayExposure(each, wording)))].map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul>
        </details>
      )}
    </Section>
  );
}
