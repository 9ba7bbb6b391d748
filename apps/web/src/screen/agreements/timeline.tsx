import { Link } from "@tanstack/react-router";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { instant } from "../../part/days.js";
import { Section } from "../../part/heading.js";
import { historyAt } from "../../shell/address.js";
import { type AgreementDetail, sayStep } from "./use-agreements.js";

const word = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Every step that was recorded of it, the newest first. */
export function Timeline({ agreement: { timeline } }: { readonly agreement: AgreementDetail }) {
  const workspace = useWorkspace();
  const nameOf = useNameOf(workspace);
  return (
    <Section id="timeline" title="Timeline">
      <ol className="timeline" reversed>
        {timeline.toReversed().map(({ number, step, by, at, content, changeSet }) => {
          const said: Readonly<Record<string, unknown>> = content;
          const [on, side, why, evidence, amendment, who] = ["on", "side", "why", "evidence", "amendment", "who"].map((key) => word(said[key]));
          return (
            <li key={number} value={number} data-row="" tabIndex={-1}>
              <p><strong>{sayStep(step)}</strong>{amendment != null && <> <bdi>{amendment}</bdi></>}{side != null && ` by the ${side}`}{on != null && <>, <span className="day">{on}</span></>}</p>
              {who != null && <p className="small"><bdi>{who}</bdi>: the notice of step {String(said["notice"])} {said["counts"] === true ? "counts" : "does not count"} for the next term</p>}
              {why != null && <p className="small"><bdi>{why}</bdi></p>}
              {evidence != null && <p className="small">Shown by: <bdi>{evidence}</bdi></p>}
              <p className="soft small">recorded by <bdi>{nameOf(by)}</bdi>, {instant(at)}{changeSet !== null && <>; in the records since <Link to={historyAt(workspace)} search={{ number: String(changeSet) }}>change set {changeSet}</Link></>}</p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
