import { useState } from "react";

const key = "cleartitle-seen";

const keptSeen = (): ReadonlySet<string> => new Set((localStorage.getItem(key) ?? "").split(" ").filter((each) => each !== ""));

/** What somebody was shown in this browser, by name. */
export function useSeen(): { readonly seen: ReadonlySet<string>; readonly see: (what: string) => void } {
  const [seen, setSeen] = useState(keptSeen);
  const see = (what: string): void => {
    const next = new Set([...keptSeen(), what]);
    localStorage.setItem(key, [...next].join(" "));
    setSeen(next);
  };
  return { seen, see };
}
