import { Field } from "../../part/field.js";
import { useSearchState } from "../../part/search-state.js";

/** What becomes of natural persons whom files name, the most sparing first. */
const modes = {
  drop: { says: "not recorded", hint: "names and addresses are left out of every text" },
  hash: { says: "told apart without their names", hint: "each spelling of a name becomes a mark; who has a list of names can try them" },
  keep: { says: "recorded by name", hint: "with the texts as they stand; what is recorded stays" },
} as const;
type Persons = keyof typeof modes;

/** What the address says of it; where it says nothing, nobody is recorded. */
export function usePersons(): Persons {
  const [{ persons = "" }] = useSearchState();
  return Object.hasOwn(modes, persons) ? (persons as Persons) : "drop";
}

/** Chooses it for whatever is imported next. */
export function PersonsField() {
  const [, change] = useSearchState();
  const persons = usePersons();
  return (
    <Field label="Natural persons whom files name" hint={modes[persons].hint}>
      {(own) => <select {...own} value={persons} onChange={({ target }) => change({ persons: target.value === "drop" ? undefined : target.value }, true)}>{Object.entries(modes).map(([mode, { says }]) => <option key={mode} value={mode}>{says}</option>)}</select>}
    </Field>
  );
}
