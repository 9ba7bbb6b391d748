import { useEffect, useState } from "react";
import { profiles } from "../../api/profile.js";
import { useUses } from "../../api/uses.js";
import { useWorkspace } from "../../api/workspace.js";
import { DateField, Field } from "../../part/field.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { toldAnew } from "./use-told.js";

/** From when and on which positions an answer is given. What is chosen is in the address at once. */
function Asking() {
  const [state, change] = useSearchState();
  return (
    <>
      <DateField label="As of" value={state["asOf"] ?? ""} onChange={(asOf) => change({ asOf })} hint="the day of the use, where left empty" />
      <Field label="Where no position is taken">
        {(own) => (
          <select {...own} value={state["profile"] ?? ""} onChange={({ target }) => change({ profile: target.value })}>
            <option value="">as the workspace says</option>
            {profiles.map((each) => <option key={each} value={each}>{each}</option>)}
          </select>
        )}
      </Field>
    </>
  );
}

/** Which recorded use is asked, and in which other places. */
export function AskForm() {
  const workspace = useWorkspace();
  const [state, change] = useSearchState();
  const asked = state["in"] ?? "";
  const [places, setPlaces] = useState(asked);
  // A step back, or a link to another question, asks for other places than were written last.
  useEffect(() => setPlaces(asked), [asked]);
  const { data, error, refetch } = useUses(workspace);
  if (error !== null) return <ProblemBox problem={error} again={() => void refetch()} />;
  return (
    <form className="ask-form" onSubmit={(event) => {
      event.preventDefault();
      change({ in: places });
    }}>
      <div className="fields">
        <Field label="Use">
          {(own) => (
            <select {...own} data-search="" value={state["use"] ?? ""} onChange={({ target }) => change({ use: target.value, ...toldAnew })}>
              <option value="" disabled>{data?.items.length === 0 ? "none is recorded" : "choose one"}</option>
              {data?.items.map(({ name, of }) => <option key={name} value={name}>{name}: {of}</option>)}
            </select>
          )}
        </Field>
        <Field label="Places" hint="as recorded, where left empty">
          {(own) => <input {...own} value={places} placeholder="EU, US, JP" onChange={({ target }) => setPlaces(target.value)} onBlur={() => places !== asked && change({ in: places })} />}
        </Field>
        <Asking />
      </div>
    </form>
  );
}
