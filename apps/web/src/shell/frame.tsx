import { Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useNamesAhead } from "../api/names-ahead.js";
import { useSession } from "../api/session.js";
import { useWorkspace } from "../api/workspace.js";
import { ApiProblem } from "../api/problem.js";
import { Loading } from "../part/loading.js";
import { ProblemBox } from "../part/problem-box.js";
import { Help } from "./help.js";
import { useKeys } from "./keys.js";
import { Navigation } from "./navigation.js";
import { SessionEnded } from "./session-ended.js";
import { SignIn } from "./sign-in.js";
import "./frame.css";

/** After a step to another screen readers of the screen begin at its top. */
function useFocusOnScreen() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}

/** What stands around every screen of a workspace. Where nobody is signed in, the way in stands there instead, and the address stays. */
export function Frame() {
  const session = useSession();
  const workspace = useWorkspace();
  const main = useFocusOnScreen();
  const areNamesThere = useNamesAhead(session.data !== undefined);
  useKeys();
  if (session.isPending) return <Loading what="Seeing who is signed in" />;
  if (session.error instanceof ApiProblem && session.error.status === 401) return <SignIn />;
  if (session.error !== null) return <ProblemBox problem={session.error} again={() => void session.refetch()} />;
  return (
    <div className="frame">
      <a className="skip" href="#screen">Skip to the screen</a>
      <Navigation session={session.data} />
      {/* Keyed by workspace: nothing that was shown of one stays to be seen in another. */}
      <main id="screen" key={workspace} ref={main} tabIndex={-1}>
        {areNamesThere ? <Suspense fallback={<Loading />}><Outlet /></Suspense> : <Loading />}
      </main>
      <Help />
      <SessionEnded session={session.data} />
    </div>
  );
}
