import { type ReactNode, useEffect } from "react";
import "./heading.css";

/** The heading of a screen, which names the page as well; beside it what one can do here. */
export function Heading({ title, lead, children }: { readonly title: string; readonly lead?: ReactNode; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Cleartitle`;
  }, [title]);
  return (
    <div className="heading">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft">{lead}</p>}
      </div>
      {children !== undefined && <div className="actions">{children}</div>}
    </div>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({ id, title, note, children }: { readonly id: string; readonly title: string; readonly note?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {note !== undefined && <span className="soft note"> {note}</span>}
      </h2>
      {children}
    </section>
  );
}
