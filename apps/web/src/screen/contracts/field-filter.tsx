import { plainWords } from "@cleartitle/engine";
import { Facets } from "../../part/facets.js";
import { Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";
import { fieldStates, type ReadKind, stateWords } from "./use-readings.js";

const option = ({ kind, fields }: ReadKind) => <option key={kind} value={kind}>{plainWords(kind)} ({fields.length})</option>;

/** Which clauses are shown, in the text as well: by kind, and by what was said of them. */
export function FieldFilter({ kinds }: { readonly kinds: readonly ReadKind[] }) {
  const [state, change] = useSearchState();
  const found = kinds.filter(({ fields }) => fields.length > 0);
  const of = found.filter(({ kind }) => state["kind"] === undefined || kind === state["kind"]).flatMap(({ fields }) => fields);
  return (
    <div className="field-filter">
      <Field label="Kind of clause">
        {(own) => (
          <select {...own} data-search="" value={state["kind"] ?? ""} onChange={({ target }) => change({ kind: target.value, field: undefined }, true)}>
            <option value="">all that were found</option>
            <optgroup label="Contracts">{found.filter(({ isAi }) => !isAi).map(option)}</optgroup>
            <optgroup label="AI">{found.filter(({ isAi }) => isAi).map(option)}</optgroup>
          </select>
        )}
      </Field>
      <Facets facets={[{ key: "state", title: "Said of it", values: fieldStates.flatMap((value) => {
        const count = of.filter((field) => field.state === value).length;
        return count === 0 && state["state"] !== value ? [] : [{ value, says: stateWords[value], count }];
      }) }]} />
    </div>
  );
}
