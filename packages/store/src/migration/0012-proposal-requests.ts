import type { Migration } from "./migration.js";

/** A proposal and a revision know the request that wrote them, so that one that is repeated writes nothing twice, also where its answer was never kept. */
export const proposalRequests: Migration = {
  version: 12,
  name: "proposal-requests",
  statements: [
    "alter table cleartitle.proposals add column request text",
    "alter table cleartitle.proposals add constraint proposals_request unique (workspace, request)",
  ],
};
