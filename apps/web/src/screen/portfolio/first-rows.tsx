import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSearchState } from "../../part/search-state.js";

/** How many rows of a list are drawn until more are asked for. */
const step = 50;

/** The first rows of a list, and the way to more of them; how many there are stands below. */
export function FirstRows<T>({ of, rows, children }: { readonly of: string; readonly rows: readonly T[]; readonly children: (shown: readonly T[]) => ReactNode }) {
  const [state] = useSearchState();
  const key = `${of}Rows`;
  const asked = Number(state[key]);
  const shown = rows.slice(0, Number.isSafeInteger(asked) && asked > step ? asked : step);
  return (
    <>
      {children(shown)}
      {shown.length < rows.length && <p className="small"><span className="soft">{shown.length.toLocaleString("en")} of {rows.length.toLocaleString("en")} shown.</span> <Link to="." search={{ ...state, [key]: String(shown.length + 4 * step) }} resetScroll={false}>Show more</Link></p>}
    </>
  );
}
