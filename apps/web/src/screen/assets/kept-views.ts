import { useState } from "react";
import type { SearchState } from "../../part/search-state.js";

/** A way to look at the list that somebody wants again. */
interface KeptView {
  readonly name: string;
  readonly state: SearchState;
}

const most = 30;
const keyOf = (workspace: string): string => `cleartitle-views ${workspace}`;

const isView = (value: unknown): value is KeptView => {
  const { name, state } = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && state !== null && typeof state === "object" && Object.values(state).every((each) => typeof each === "string");
};

/** What another version or another page left there is no reason to show nothing at all. */
function readViews(workspace: string): readonly KeptView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(workspace)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Views of a workspace, kept in this browser alone, and how one is kept and forgotten. A view of the same name takes the place of the one before. */
export function useKeptViews(workspace: string) {
  const [views, setViews] = useState(() => readViews(workspace));
  const write = (next: readonly KeptView[]): void => {
    localStorage.setItem(keyOf(workspace), JSON.stringify(next));
    setViews(next);
  };
  return {
    views, isFull: views.length >= most,
    keep: (view: KeptView) => write([...views.filter(({ name }) => name !== view.name), view].slice(-most)),
    forget: (name: string) => write(views.filter((each) => each.name !== name)),
  };
}
