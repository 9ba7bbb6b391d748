import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useNames } from "../../api/names.js";
import { problemAt } from "../../api/problem.js";
import { useWorkspace } from "../../api/workspace.js";
import { DateField, Field } from "../../part/field.js";
import { Section } from "../../part/heading.js";
import { useKeptWords } from "../../part/kept-words.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { WordsField } from "../../part/words-field.js";
import { askAt } from "../../shell/address.js";
import { useTaking } from "./use-taking.js";

/** Takes a position: which answer counts, where, from when, and why. */
export function AdoptPosition({ isAlone }: { readonly isAlone: boolean }) {
  const workspace = useWorkspace();
  const { positions } = useNames();
  const [{ position = "" }, change] = useSearchState();
  const [option, setOption] = useState("");
  const [territory, setTerritory] = useState("");
  const [on, setOn] = useState("");
  const why = useKeptWords(`position ${position}`);
  const taking = useTaking(isAlone);
  const options = positions[position]?.options ?? [];
  const chosen = options.some(({ id }) => id === option) ? option : "";
  return (
    <Section id="adopt" title="Take a position">
      <form className="editing" onSubmit={(event) => {
        event.preventDefault();
        const where = territory.trim() === "" ? "WORLD" : territory.trim();
        taking.mutate({ why: why.text.trim(), changes: { add: { positions: { [position]: { [where]: chosen, ...(on === "" ? {} : { on }) } } } }, proposed: { kind: "position", position, option: chosen, territory: where, on: on === "" ? null : on } }, { onSuccess: why.drop });
      }}>
        <Field label="Question">
          {(own) => (
            <select {...own} required value={positions[position] === undefined ? "" : position} onChange={({ target }) => change({ position: target.value }, true)}>
              <option value="" disabled>choose one</option>
              {Object.entries(positions).map(([id, { question }]) => <option key={id} value={id}>{question}</option>)}
            </select>
          )}
        </Field>
        {options.length > 0 && (
          <fieldset className="answers">
            <legend>Answer, the most cautious first</legend>
            {options.map(({ id, says }) => <label key={id}><input type="radio" name="option" required checked={chosen === id} onChange={() => setOption(id)} /> {says}</label>)}
          </fieldset>
        )}
        <div className="fields">
          <Field label="Where" hint="a place or a group, as EU or US-CA; everywhere, where left empty" wrong={problemAt(taking.error, "/proposed/territory")}>{(own) => <input {...own} maxLength={300} value={territory} onChange={({ target }) => setTerritory(target.value)} />}</Field>
          <DateField label="From" value={on} onChange={setOn} hint="always, where left empty" />
        </div>
        <WordsField label="Why, and on whose advice" words={why} required rows={3} maxLength={20_000} />
        <p><button type="submit" className="main" disabled={chosen === "" || why.text.trim() === "" || taking.isPending}>{isAlone ? "Record the position" : "Propose the position"}</button></p>
        {taking.data !== undefined && <p role="status">{taking.data} <Link to={askAt(workspace)}>See what it changes</Link>.</p>}
        {taking.error !== null && <ProblemBox problem={taking.error} />}
      </form>
    </Section>
  );
}
