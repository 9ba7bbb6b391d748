import type { ReactNode } from "react";
import "./empty.css";

/** Where there is nothing: why, and the next step. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
