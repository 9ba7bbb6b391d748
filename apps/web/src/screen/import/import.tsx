import { Heading, Section } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Connector } from "./connector.js";
import { Drop } from "./drop.js";
import { PastImports } from "./past.js";
import { PersonsField } from "./persons.js";
import { ImportRun } from "./run.js";
import "./import.css";

/** Files, folders and the answers of servers become evidence, and nothing else. */
export default function Import() {
  const [{ run }] = useSearchState();
  const number = /^\d{1,9}$/.test(run ?? "") ? Number(run) : null;
  return (
    <>
      <Heading title="Import" lead="What is read becomes evidence: who says what, and where it stands. What is there stays; a second answer stands beside the first." />
      <div className="fields"><PersonsField /></div>
      <Drop />
      {number !== null && <ImportRun key={number} number={number} />}
      <Section id="connector" title="Ask a server" note="what it shows to everybody">
        <Connector />
      </Section>
      <PastImports />
    </>
  );
}
