import { useState } from "react";
import { useSignedIn } from "../../api/session.js";
import { personKey } from "../../part/kept-words.js";

/** A deal as it was when one began, and as it is now. */
export interface KeptDraft {
  readonly before: string;
  readonly after: string;
  /** The agreement and the version that it was taken from; null: it came as a file. */
  readonly of: { readonly agreement: string; readonly version: string } | null;
}

function keptOf(key: string): KeptDraft | null {
  try {
    const { before, after, of } = JSON.parse(sessionStorage.getItem(key) ?? "null") as KeptDraft;
    return typeof before === "string" && typeof after === "string" ? { before, after, of } : null;
  } catch {
    return null;
  }
}

/** The draft of this window: it outlives a step to another screen and a reload, and nothing else. */
export function useKeptDraft(workspace: string): readonly [KeptDraft | null, (draft: KeptDraft | null) => void] {
  const key = personKey(useSignedIn().person, "draft", workspace);
  const [kept, setKept] = useState(() => keptOf(key));
  const keep = (draft: KeptDraft | null): void => {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
    setKept(draft);
  };
  return [kept, keep];
}
