import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { mayIn, type SignedIn } from "../api/session.js";
import { useWorkspace } from "../api/workspace.js";
import { screens } from "../screen/screens.js";
import { openHelp } from "./help.js";
import type { Screen } from "./screen.js";
import { ThemeChoice } from "./theme-choice.js";
import { Who } from "./who.js";
import { WorkspaceSwitch } from "./workspace-switch.js";
import "./navigation.css";

const groups: readonly (readonly [NonNullable<Screen["group"]>, string])[] = [["decide", "Decide"], ["records", "Records"], ["knowledge", "Knowledge"], ["house", "House"]];

/** Whether an address is of a screen, or of one below it. */
const isAt = (pathname: string, base: string): boolean => pathname === base || pathname.startsWith(`${base}/`);

/** The way between screens. On narrow pages it opens by a button. */
export function Navigation({ session }: { readonly session: SignedIn }) {
  const workspace = useWorkspace();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  const seen = screens.filter((each) => each.group !== null && mayIn(session, workspace, each.needs));
  const base = `/w/${encodeURIComponent(workspace)}`;
  return (
    <nav className={`navigation${isOpen ? " open" : ""}`} aria-label="Screens">
      <div className="top">
        <Link to="/" className="brand">Cleartitle</Link>
        <button type="button" className="bare menu" aria-expanded={isOpen} aria-controls="screens" onClick={() => setOpen(!isOpen)}>{isOpen ? "Close" : "Menu"}</button>
      </div>
      <div className="inner" id="screens">
        <WorkspaceSwitch />
        {groups.map(([group, title]) => {
          const own = seen.filter((each) => each.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group} className="group">
              <h2 id={`group-${group}`}>{title}</h2>
              <ul aria-labelledby={`group-${group}`}>
                {own.map(({ path, title: name }) => {
                  const to = `${base}/${path}`;
                  return <li key={path}><Link to={to} activeProps={{}} {...(isAt(pathname, to) ? { "aria-current": "page" as const } : {})}>{name}</Link></li>;
                })}
              </ul>
            </div>
          );
        })}
        <div className="foot">
          <Who session={session} />
          <ThemeChoice />
          <button type="button" className="bare" onClick={openHelp}>Keys <kbd>?</kbd></button>
        </div>
      </div>
    </nav>
  );
}
