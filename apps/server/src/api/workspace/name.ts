import { z } from "@hono/zod-openapi";

export const WorkspaceName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: "a workspace is named in small letters, digits and dashes, 63 at most" }).openapi({ example: "acme" });

/** Parameters of every route of a workspace. */
export const inWorkspace = z.strictObject({ workspace: WorkspaceName });
