import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSearchState } from "./search-state.js";
import "./table.css";

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  /** The key by which the list is sorted when its head is chosen. */
  readonly sort?: string;
}

interface TableProps<T> {
  /** What the table is of, for readers of the screen. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** Rows that `j` and `k` go through; Enter opens the first link of one. Where the window is narrow each row is a list of its cells with the heads before them; wider, the table scrolls by itself, by keyboard too. */
export function Table<T>({ label, columns, rows, keyOf }: TableProps<T>) {
  const [state, change] = useSearchState();
  const headOf = ({ head, sort }: Column<T>): ReactNode => {
    if (sort === undefined) return head;
    const isSorted = state["sort"] === sort;
    const next = isSorted ? `-${sort}` : sort;
    return <button type="button" className="bare sort" onClick={() => change({ sort: next, cursor: undefined })}>{head}<span aria-hidden="true">{isSorted ? " ↑" : state["sort"] === `-${sort}` ? " ↓" : ""}</span></button>;
  };
  const sorted = ({ sort }: Column<T>) => (sort === undefined ? {} : { "aria-sort": state["sort"] === sort ? "ascending" : state["sort"] === `-${sort}` ? "descending" : "none" } as const);
  return (
    <div className="table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>{columns.map((column) => <th key={column.head} scope="col" className={column.isNumber === true ? "number" : undefined} {...sorted(column)}>{headOf(column)}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-row="" tabIndex={-1}>
              {columns.map((column) => <td key={column.head} data-head={column.head} className={column.isNumber === true ? "number" : undefined}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The way to the next page of a list, and back to its first; the pages between are the steps of the browser. `total`: only where it is known. */
export function Pages({ shown, next, total }: { readonly shown: number; readonly next: string | null; readonly total?: number }) {
  const [state] = useSearchState();
  const { cursor, ...rest } = state;
  if (next === null && cursor === undefined) return <p className="pages soft small">{shown === 1 ? "1 row" : `${shown} rows`}</p>;
  return (
    <nav className="pages small" aria-label="Pages">
      <span className="soft">{total === undefined ? `${shown} on this page` : `${shown} of ${total}`}</span>
      {cursor !== undefined && <Link to="." search={rest}>First page</Link>}
      {next !== null && <Link to="." search={{ ...rest, cursor: next }}>Next page</Link>}
    </nav>
  );
}
