import { useSearchState } from "./search-state.js";
import "./facets.css";

export interface Facet {
  /** The key in the address. */
  readonly key: string;
  readonly title: string;
  /** Values with how often each occurs; null: that is not known. */
  readonly values: readonly { readonly value: string; readonly says?: string; readonly count: number | null }[];
}

/** What a list can be narrowed by. One value of each at a time; chosen again it is taken back. */
export function Facets({ facets }: { readonly facets: readonly Facet[] }) {
  const [state, change] = useSearchState();
  return (
    <div className="facets">
      {facets.filter(({ values }) => values.length > 0).map(({ key, title, values }) => (
        <fieldset key={key}>
          <legend>{title}</legend>
          {values.map(({ value, says, count }) => (
            <button key={value} type="button" aria-pressed={state[key] === value} onClick={() => change({ [key]: state[key] === value ? undefined : value, cursor: undefined })}>
              <bdi>{says ?? value}</bdi>{count !== null && <span className="soft"> {count.toLocaleString("en")}</span>}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
