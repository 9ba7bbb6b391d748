import { Link } from "@tanstack/react-router";
import { versionWords } from "../../api/clause-version.js";
import { Places } from "../../part/places.js";
import { useSearchState } from "../../part/search-state.js";
import { ChangedWords } from "./changed-words.js";
import type { Effect } from "./deal.js";
import { Turn } from "./effect-view.js";

type ClauseEffect = Effect["clauses"][number];

const changeWords: Readonly<Record<ClauseEffect["change"], string>> = { added: "added", removed: "taken out", version: "another version", values: "other values", words: "other words" };

function sayTaken({ before, after, change }: ClauseEffect): string {
  const say = (version: ClauseEffect["before"]["version"]): string => (version === null ? "nothing" : versionWords[version]);
  return change === "version" || change === "added" || change === "removed" ? `${changeWords[change]}: ${say(before.version)}, now ${say(after.version)}` : changeWords[change];
}

/** Every clause in which two states of a deal differ: the sentences beside each other, and what the clause would do alone. */
export function ClauseChanges({ clauses }: { readonly clauses: readonly ClauseEffect[] }) {
  const [state] = useSearchState();
  if (clauses.length === 0) return <p>No clause differs.</p>;
  return (
    <ol className="clause-changes">
      {clauses.map((clause) => (
        <li key={clause.id} data-row="" tabIndex={-1} id={`clause-${clause.id}`}>
          <h3>{clause.number !== null && `${clause.number}. `}{clause.number === null || state["topic"] === clause.id ? clause.title : <Link to="." search={{ ...state, topic: clause.id }}>{clause.title}</Link>} <span className="soft small">{sayTaken(clause)}</span></h3>
          {clause.sentences.map(({ cite, before, after }) => <ChangedWords key={`${cite} ${before}`} before={before} after={after} />)}
          {clause.alone === null
            ? <p className="small soft">What it does alone is not told: <bdi>{clause.why}</bdi></p>
            : clause.alone.length === 0
              ? <p className="small soft">Alone it changes no answer.</p>
              : <ul className="small">{clause.alone.map(({ use, territories, before, after, holds }) => <li key={`${use} ${territories.join()}`}>alone: <bdi>{use}</bdi> <Turn before={before} after={after} /> <Places places={territories} />{!holds && <span className="soft"> (not beside the other changes)</span>}</li>)}</ul>}
        </li>
      ))}
    </ol>
  );
}
