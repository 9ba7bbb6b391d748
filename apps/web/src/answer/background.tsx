import { plainWords, sayAssumption, sayChoice, sayLayer, sayList, sayOutbound, sayRange, sayTimelineEntry, sayWatch } from "@cleartitle/engine";
import { Section } from "../part/heading.js";
import { Verdict } from "../part/verdict.js";
import type { Told } from "./told.js";

/** What a long list begins with. */
const most = 5;

function PlainList({ entries }: { readonly entries: readonly string[] }) {
  return <ul className="plain-list">{entries.map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul>;
}

function Lines({ id, title, entries }: { readonly id: string; readonly title: string; readonly entries: readonly string[] }) {
  if (entries.length === 0) return null;
  const shown = entries.length <= most + 1 ? entries : entries.slice(0, most);
  const rest = entries.slice(shown.length);
  return (
    <Section id={id} title={title}>
      <PlainList entries={shown} />
      {rest.length > 0 && <details><summary>{rest.length} more</summary><PlainList entries={rest} /></details>}
    </Section>
  );
}

/** What the answer rests on beside its reasons, and what will change it. */
export function Background({ decision, wording }: Told) {
  const range = sayRange(decision.range, wording);
  const outbound = sayOutbound(decision, wording);
  const { basis, proof } = decision;
  return (
    <>
      {decision.timeline.length > 0 && (
        <Section id="timeline" title="Timeline">
          <ul className="plain-list">{decision.timeline.map((entry) => <li key={sayTimelineEntry(entry, wording)}>{entry.decision !== null && <><Verdict status={entry.decision} /> </>}{sayTimelineEntry(entry, wording)}</li>)}</ul>
        </Section>
      )}
      <Lines id="watch" title="To watch" entries={decision.watch.map((entry) => sayWatch(entry, wording))} />
      {range !== null && <Section id="range" title="Range"><p>{range}</p></Section>}
      <Lines id="choices" title="Choices" entries={decision.choices.flatMap((choice) => sayChoice(decision, choice, wording) ?? [])} />
      {outbound !== null && <Lines id="outbound" title="Outbound license" entries={[outbound.text, ...outbound.constraints]} />}
      <Lines id="assumptions" title="Assumptions" entries={decision.assumptions.map((each) => sayAssumption(each, wording))} />
      <Lines id="findings" title="Findings" entries={decision.findings.map((each) => `${plainWords(each.kind)}${each.asset === null ? "" : ` (${each.asset})`}: ${each.detail}${each.settle === "" ? "" : `. To settle: ${each.settle}`}`)} />
      <Lines id="coverage" title="Not covered by the catalogue" entries={decision.coverage.map((each) => `${each.territory}, ${sayLayer(each.layer)}: ${each.why}`)} />
      <Lines id="waivers" title="Waivers" entries={decision.waivers.map((each) => `${each.id} until ${each.until}: ${each.reason}`)} />
      {decision.notAsked.length > 0 && <Section id="not-asked" title="Not asked"><p>Because nothing raised it: {sayList(decision.notAsked.map(sayLayer))}.</p></Section>}
      <Section id="basis" title="Basis">
        <dl className="basis">
          {Object.entries({ ...basis, ...(proof === null ? {} : { proof: `${proof.digest} (${proof.nodes} nodes)` }) }).map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
        </dl>
      </Section>
    </>
  );
}
