import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useBrief } from "../api/brief.js";
import { useWorkspace } from "../api/workspace.js";
import { Empty } from "../part/empty.js";
import { askAt, importAt, proofAt, questionsAt } from "./address.js";
import { useSeen } from "./seen.js";
import "./guide.css";

interface Step {
  readonly id: string;
  readonly says: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

const stepsOf = (workspace: string, use: string): readonly Step[] => [
  { id: "answer", says: `Read what “${use}” comes to: the verdict, where, and why`, to: askAt(workspace), search: { use } },
  { id: "proof", says: "Follow a reason down to the clause that it stands on", to: proofAt(workspace), search: { use } },
  { id: "questions", says: "See which questions are open, and what each answer would change", to: questionsAt(workspace), search: { use } },
  { id: "describe", says: "Ask of a use of your own", to: askAt(workspace), search: { how: "describe" } },
];

/** The first steps of somebody who is new, until they are taken or sent away; where nothing is recorded, the first of all. */
export function Guide({ use }: { readonly use: string | null }) {
  const workspace = useWorkspace();
  const { data } = useBrief(workspace);
  const { seen, see } = useSeen();
  const [isAway, setAway] = useState(false);
  if (data === undefined) return null;
  if (use === null) {
    return (
      <Empty title={data.counts.assets === 0 ? "Nothing is recorded here yet" : "No use is recorded here yet"}>
        <p>{data.counts.assets === 0 ? "Import what you have: title files, cards, bills of materials, a folder or a server. Then ask." : "Describe a use and ask it, or record one in a title file and import the file."}</p>
        <p>{data.counts.assets === 0 ? <Link to={importAt(workspace)}>Import</Link> : <Link to={askAt(workspace)} search={{ how: "describe" }}>Describe a use</Link>}</p>
      </Empty>
    );
  }
  if (isAway || seen.has("guide")) return null;
  return (
    <section className="guide" aria-labelledby="guide-title">
      <h2 id="guide-title">First steps</h2>
      <ol>
        {stepsOf(workspace, use).map(({ id, says, to, search }) => (
          <li key={id}>
            <Link to={to} search={search} onClick={() => see(id)}>{says}</Link>{seen.has(id) && <span className="soft"> ✔ seen</span>}
          </li>
        ))}
      </ol>
      <button type="button" className="bare" onClick={() => {
        see("guide");
        setAway(true);
      }}>Show this no more</button>
    </section>
  );
}
