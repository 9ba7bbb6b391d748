import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { useSearchState } from "../../part/search-state.js";
import { type Rows, rowsKey, step } from "./use-rows.js";

interface ListedProps<T> {
  /** What the rows are, in the address. */
  readonly of: string;
  readonly list: UseQueryResult<Rows<T>>;
  readonly children: (rows: Rows<T>) => ReactNode;
}

/** The first rows of a list, and the way to more of them; how many there are stands below. */
export function Listed<T>({ of, list: { data, error, isPending, refetch }, children }: ListedProps<T>) {
  const [state] = useSearchState();
  return (
    <>
      {isPending && <Loading what="Reading the list" />}
      {error !== null && <ProblemBox problem={error} again={() => void refetch()} />}
      {data !== undefined && children(data)}
      {data !== undefined && data.items.length < data.total && <p className="small"><span className="soft">{data.items.length.toLocaleString("en")} of {data.total.toLocaleString("en")} shown.</span> <Link to="." search={{ ...state, [rowsKey(of)]: String(data.items.length + 4 * step) }} resetScroll={false}>Show more</Link></p>}
    </>
  );
}
