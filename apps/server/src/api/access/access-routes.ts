import type { Api } from "../api.js";
import { peopleRoutes } from "./people-routes.js";
import { proposalRoutes } from "./proposal-routes.js";
import { providerRoutes } from "./provider-routes.js";
import { signInRoutes } from "./sign-in.js";
import { signInWaysRoute } from "./sign-in-ways.js";
import { tokenRoutes } from "./token-routes.js";

/** All routes of people: who somebody is, what they may, and what needs two of them. */
export function accessRoutes(api: Api): void {
  for (const routes of [signInWaysRoute, signInRoutes, providerRoutes, peopleRoutes, tokenRoutes, proposalRoutes]) routes(api);
}
