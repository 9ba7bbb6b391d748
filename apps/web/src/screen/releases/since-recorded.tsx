import { useNames } from "../../api/names.js";
import { placeIn } from "../../api/place-in.js";
import { useNameOf } from "../../api/people.js";
import { useWorkspace } from "../../api/workspace.js";
import { Section } from "../../part/heading.js";
import { Verdict } from "../../part/verdict.js";
import type { Release } from "../../answer/use-release.js";

type Entries = NonNullable<Release["since"]>["reasons"]["new"];

function Entries({ title, entries }: { readonly title: string; readonly entries: Entries }) {
  if (entries.length === 0) return null;
  return (
    <details open={entries.length <= 5}>
      <summary>{title}: {entries.length}{entries.length === 50 && " or more"}</summary>
      <ul>{entries.map(({ asset, what, decision, says }) => <li key={`${asset} ${what} ${says}`}>{decision !== null && <><Verdict status={decision} /> </>}<bdi>{asset}</bdi>: <bdi>{says}</bdi></li>)}</ul>
    </details>
  );
}

/** What is otherwise than when somebody last recorded the decision of a use. */
export function SinceRecorded({ release: { since, recorded } }: { readonly release: Release }) {
  const names = useNames();
  const nameOf = useNameOf(useWorkspace());
  const placesSaid = (places: readonly string[]): string => places.map((place) => placeIn(names, place)).join(", ");
  if (recorded === null) return <Section id="since" title="Since the last recorded decision"><p>None is recorded yet. Record this one, and it is told here what changes from now on.</p></Section>;
  const note = `decision ${recorded.number}, ${recorded.at.slice(0, 10)}, by ${nameOf(recorded.by)}${recorded.same ? "" : "; it was asked otherwise than the use is recorded, and is compared with what the same question comes to now"}`;
  return (
    <Section id="since" title="Since the last recorded decision" note={note}>
      {since === null && <p>Its text was redacted: nothing can be compared.</p>}
      {since !== null && !since.changed && <p>Nothing changed.</p>}
      {since !== null && since.changed && (
        <>
          {since.decision.before !== since.decision.after && <p><Verdict status={since.decision.before} /> then, <Verdict status={since.decision.after} /> now</p>}
          {([["Worse in", since.places.worse], ["Better in", since.places.better], ["Asked now and not then", since.places.new], ["Asked then and not now", since.places.gone]] as const).map(([title, places]) => places.length > 0 && <p key={title}>{title} {placesSaid(places)}.</p>)}
          <Entries title="New reasons" entries={since.reasons.new} />
          <Entries title="Reasons that are gone" entries={since.reasons.gone} />
          <Entries title="New obligations" entries={since.obligations.new} />
          <Entries title="Obligations that are gone" entries={since.obligations.gone} />
        </>
      )}
    </Section>
  );
}
