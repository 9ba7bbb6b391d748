import type { Api } from "./api.js";

const about = `The chain of title of AI assets, and whether a use of them is clear, with a proof. Every failure is a problem after RFC 9457 that tells all that is wrong at once.
Lists are paged by a cursor that stays with the state of the records it began in. Reads take \`at\`, a change set, or \`asOf\`, an instant; their \`ETag\` is the change set.`;

/** The OpenAPI document: what the routes say, and nothing beside it. */
export function documentOf({ app }: Api): object {
  const { openAPIRegistry: registry } = app;
  registry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer", description: "A token of a workspace, like `ctk_…`." });
  registry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "__Host-cleartitle-session", description: "Of a browser; a write also sends `X-Cleartitle-Guard`." });
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Cleartitle", version: "1", description: about, license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" } },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
  });
  // As it is read by others: what is undefined is not there.
  return JSON.parse(JSON.stringify(document)) as object;
}
