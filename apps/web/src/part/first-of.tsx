import { type ReactNode, useState } from "react";

/** Of a long list the first ones, and a button for the others: of thousands of sources each says much the same. */
const most = 50;

/** `shown`: what is told of a list; `more`: the button that tells the others, null where there are none. */
export function useFirstOf<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const [isAll, setAll] = useState(false);
  if (isAll || all.length <= most + 1) return { shown: all, more: null };
  return { shown: all.slice(0, most), more: <p><button type="button" onClick={() => setAll(true)}>Show all {all.length}</button></p> };
}
