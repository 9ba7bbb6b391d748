import type { OpenAPIHono } from "@hono/zod-openapi";
import { agreementRoutes } from "./agreement/routes.js";
import { accessRoutes } from "./access/access-routes.js";
import { guardedBy } from "./access/guarding.js";
import { Api, type ListedRoute } from "./api.js";
import { assetRoutes } from "./asset/routes.js";
import type { Backing } from "./backing.js";
import type { ApiEnv } from "./caller.js";
import { changeRoutes } from "./change/routes.js";
import { askRoutes } from "./decision/ask.js";
import { describedRoutes } from "./decision/described-use.js";
import { outlineRoutes } from "./decision/outline.js";
import { recordedRoutes } from "./decision/recorded.js";
import { catalogueRoutes } from "./catalogue/routes.js";
import { documentOf } from "./document.js";
import { clauseRoutes } from "./drafting/clauses.js";
import { deviationRoutes } from "./drafting/deviations.js";
import { documentRoutes } from "./drafting/documents.js";
import { draftRoutes } from "./drafting/drafts.js";
import { redlineRoutes } from "./drafting/redline.js";
import { returnedRoutes } from "./drafting/returned.js";
import { templateRoutes } from "./drafting/templates.js";
import { evidenceRoutes } from "./evidence/routes.js";
import { exportRoutes } from "./export/routes.js";
import { findingRoutes } from "./finding/routes.js";
import { graphRoutes } from "./graph/routes.js";
import { importRoutes } from "./import/routes.js";
import { longAskRoutes } from "./long-ask/routes.js";
import { watching, type Watch } from "./operation/watching.js";
import { memoRoutes } from "./memo/routes.js";
import { negotiationRoutes } from "./negotiation/routes.js";
import { noticeRoutes } from "./notice/routes.js";
import { readingRoutes } from "./reading/routes.js";
import { recordRoutes } from "./record/routes.js";
import { ledgerRoutes } from "./ledger/routes.js";
import { obligationRoutes } from "./obligation/routes.js";
import { portfolioRoutes } from "./portfolio/routes.js";
import { releaseRoutes } from "./release/routes.js";
import { runRoutes } from "./run/routes.js";
import { systemRoutes } from "./system/routes.js";
import { workspaceRoutes } from "./workspace/routes.js";

/** Every feature, in the order of the document. A new one is entered here. */
const features: readonly ((api: Api) => void)[] = [systemRoutes, accessRoutes, workspaceRoutes, recordRoutes, assetRoutes, graphRoutes, findingRoutes, releaseRoutes, obligationRoutes, agreementRoutes, readingRoutes, portfolioRoutes, negotiationRoutes, draftRoutes, documentRoutes, returnedRoutes, redlineRoutes, deviationRoutes, ledgerRoutes, memoRoutes, changeRoutes, askRoutes, describedRoutes, outlineRoutes, recordedRoutes, evidenceRoutes, exportRoutes, runRoutes, longAskRoutes, importRoutes, noticeRoutes, catalogueRoutes, clauseRoutes, templateRoutes];

export interface BuiltApi {
  /** Answers below `/api/v1`. */
  readonly app: OpenAPIHono<ApiEnv>;
  readonly routes: readonly ListedRoute[];
}

/** The OpenAPI document, with nothing behind its routes. */
export function apiDocument(): object {
  // No handler runs, and only handlers use these.
  const api = new Api(undefined as never, undefined as never);
  for (const feature of features) feature(api);
  return documentOf(api);
}

/** The API over what stands behind it. */
export function buildApi(backing: Backing, watch: Watch): BuiltApi {
  const api = new Api(backing, watch);
  watching(api.app, watch);
  guardedBy(api.app, backing.access?.origin ?? null);
  for (const feature of features) feature(api);
  // It takes longer than all else here, and is asked for by few.
  let document: object | null = null;
  api.app.get("/openapi.json", (c) => c.json((document ??= documentOf(api))));
  return { app: api.app, routes: api.listed };
}
