import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Loading } from "../part/loading.js";
import { screens } from "../screen/screens.js";
import { Invited } from "./sign-in.js";
import { Fault } from "./fault.js";
import { Frame } from "./frame.js";
import { Home } from "./home.js";
import { NotFound } from "./not-found.js";

/** Plain words in the address, in the order of their names: no JSON, and the same state has the same address. */
const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
function writeSearch(state: Record<string, unknown>): string {
  const written = new URLSearchParams(Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "")).toString();
  return written === "" ? "" : `?${written}`;
}

const root = createRootRoute({ errorComponent: Fault });
const home = createRoute({ getParentRoute: () => root, path: "/", component: Home });
const enter = createRoute({ getParentRoute: () => root, path: "/enter", component: Invited });
const workspace = createRoute({ getParentRoute: () => root, path: "/w/$workspace", component: Frame, notFoundComponent: NotFound });
const first = createRoute({
  getParentRoute: () => workspace, path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: `/w/${encodeURIComponent((params as { readonly workspace: string }).workspace)}/ask` as never, replace: true });
  },
});
const inWorkspace = screens.map(({ path, load }) => createRoute({ getParentRoute: () => workspace, path, component: lazyRouteComponent(load) }));

export const router = createRouter({
  routeTree: root.addChildren([home, enter, workspace.addChildren([first, ...inWorkspace])]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: Fault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});
