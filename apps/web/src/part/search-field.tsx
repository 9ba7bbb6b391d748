import { useEffect, useState } from "react";
import { Field } from "./field.js";
import { useSearchState } from "./search-state.js";
import "./search-field.css";

/** How long somebody has stopped typing before it is looked for. */
const pause = 300;

/** A search whose words are in the address; `/` leads to it. `longest`: signs at most. */
export function SearchField({ label, of = "q", longest = 200 }: { readonly label: string; readonly of?: string; readonly longest?: number }) {
  const [state, change] = useSearchState();
  const asked = state[of] ?? "";
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed === asked) return undefined;
    const timer = setTimeout(() => change({ [of]: typed, cursor: undefined }, true), pause);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what is typed starts the pause
  }, [typed]);
  return <Field label={label}>{(own) => <input {...own} type="search" data-search="" maxLength={longest} value={typed} onChange={({ target }) => setTyped(target.value)} />}</Field>;
}
