import type { ReactNode } from "react";
import "./under.css";

/** What stands in a cell under what it is about, and weighs less. */
export function Under({ children }: { readonly children: ReactNode }) {
  return <span className="soft small under">{children}</span>;
}
