import type { Api } from "./api.js";

const about = `The chain of title of AI assets, and whether a use of them is clear, with a proof. Every failure is a problem after RFC 9457 that tells all that is wrong at once.
Lists are paged by a cursor that stays with the state of the records it began in. Reads take \`at\`, a change set, or \`asOf\`, an instant; their \`ETag\` is the change set.`;

type Named = Record<string, { $defs?: Named }>;

/** What a schema refers to within itself stands beside it, as a schema of its own: programs that read the document look for it there. */
function beside(schemas: Named): Named {
  const all: Named = {};
  for (const [name, { $defs: parts = {}, ...schema }] of Object.entries(schemas)) {
    const placed = (value: object): object => JSON.parse(Object.keys(parts).reduce((text, part) => text.replaceAll(`"#/$defs/${part}"`, `"#/components/schemas/${name}${partName(part)}"`), JSON.stringify(value))) as object;
    all[name] = placed(schema);
    for (const [part, own] of Object.entries(parts)) all[`${name}${partName(part)}`] = placed(own);
  }
  return all;
}

/** `__schema0`, as the library calls what has no name, is `Part0`. */
const partName = (part: string): string => part.replace(/^_*schema/, "Part");

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
  const plain = JSON.parse(JSON.stringify(document)) as { readonly components: { readonly schemas: Named } };
  return { ...plain, components: { ...plain.components, schemas: beside(plain.components.schemas) } };
}
