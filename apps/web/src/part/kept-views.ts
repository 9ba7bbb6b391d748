import { useState } from "react";
import type { SearchState } from "./search-state.js";

/** A way to look at the list that somebody wants again. */
interface KeptView {
  readonly name: string;
  readonly state: SearchState;
}

const most = 30;
/** `of`: which list, where it is not the one of assets. */
const keyOf = (workspace: string, of: string): string => (of === "assets" ? `cleartitle-views ${workspace}` : `cleartitle-views ${workspace} ${of}`);

const isView = (value: unknown): value is KeptView => {
  const { name, state } = (value ?? {}) as Record<string, unknown>;
  return typeof name === "string" && state !== null && typeof state === "object" && Object.values(state).every((each) => typeof each === "string");
};

/** What another version or another page left there is no reason to show nothing at all. */
function readViews(key: string): readonly KeptView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Views of a workspace, kept in this browser alone, and how one is kept and forgotten. A view of the same name takes the place of the one before. */
export function useKeptViews(workspace: string, of: string) {
  const key = keyOf(workspace, of);
  const [views, setViews] = useState(() => readViews(key));
  const write = (next: readonly KeptView[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  return {
    views, isFull: views.length >= most,
    keep: (view: KeptView) => write([...views.filter(({ name }) => name !== view.name), view].slice(-most)),
    forget: (name: string) => write(views.filter((each) => each.name !== name)),
  };
}
