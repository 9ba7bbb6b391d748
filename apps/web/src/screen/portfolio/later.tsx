import { type ReactNode, useState } from "react";

/** What is drawn only once somebody opens it: a finding may rest on a hundred places. */
export function Later({ says, children }: { readonly says: ReactNode; readonly children: () => ReactNode }) {
  const [isOpen, open] = useState(false);
  return <details className="later" onToggle={({ currentTarget }) => open(currentTarget.open)}><summary>{says}</summary>{isOpen && children()}</details>;
}
