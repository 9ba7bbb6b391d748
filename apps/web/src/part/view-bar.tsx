import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useWorkspace } from "../api/workspace.js";
import { type SearchState, useSearchState } from "./search-state.js";
import { useKeptViews } from "./kept-views.js";
import "./view-bar.css";

const same = (a: SearchState, b: SearchState): boolean => Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);

/** Views of a list that were kept, and the way to keep this one. `viewOf`: what of the address a view keeps. */
export function ViewBar({ of, viewOf }: { readonly of: string; readonly viewOf: (state: SearchState) => SearchState }) {
  const workspace = useWorkspace();
  const [state] = useSearchState();
  const { views, keep, forget } = useKeptViews(workspace, of);
  const [name, setName] = useState("");
  const now = viewOf(state);
  const shown = views.find((view) => same(view.state, now));
  const isWhole = Object.keys(now).length === 0;
  return (
    <div className="view-bar small">
      {views.length > 0 && (
        <ul aria-label="Views">
          {views.map((view) => (
            <li key={view.name}>
              <Link to="." search={view.state as never} activeProps={{}} {...(view === shown ? { "aria-current": "true" as const } : {})}><bdi>{view.name}</bdi></Link>
              <button type="button" className="bare" aria-label={`Forget the view ${view.name}`} onClick={() => forget(view.name)}>×</button>
            </li>
          ))}
        </ul>
      )}
      {!isWhole && shown === undefined && (
        <form onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          keep({ name: name.trim(), state: now });
          setName("");
        }}>
          <input aria-label="Name of this view" placeholder="name of this view" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
          <button disabled={name.trim() === ""}>Keep view</button>
        </form>
      )}
      {!isWhole && <Link to="." search={{}}>Show all</Link>}
    </div>
  );
}
