import { useState } from "react";
import { useSearchState } from "../../part/search-state.js";

const keyOf = (workspace: string): string => `cleartitle-playbook ${workspace}`;
const digest = /^sha256:[0-9a-f]{64}$/;

const known = (text: string | null | undefined): string | null => (text != null && digest.test(text) ? text : null);

/** The playbook that deals of a workspace are held against: the digest under which it is kept. The address says it, else what this browser took last. */
export function useKeptPlaybook(workspace: string): readonly [string | null, (digest: string | null) => void] {
  const [state, change] = useSearchState();
  const [last, setLast] = useState(() => known(localStorage.getItem(keyOf(workspace))));
  const keep = (next: string | null): void => {
    if (next === null) localStorage.removeItem(keyOf(workspace));
    else localStorage.setItem(keyOf(workspace), next);
    setLast(next);
    change({ playbook: next ?? undefined });
  };
  return [known(state["playbook"]) ?? last, keep];
}
