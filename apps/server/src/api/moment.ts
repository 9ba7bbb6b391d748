import { z } from "@hono/zod-openapi";
import type { Asked } from "./route.js";
import type { State } from "./state.js";
import { stopWith } from "./stop.js";

/** Parameters of every read of records: which state of them. */
export const moment = {
  at: z.coerce.number().int().min(0).max(2_147_483_647).optional().openapi({ description: "Number of the change set whose state is read; default: the newest." }),
  asOf: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional().openapi({ description: "The state as it was recorded by this instant, or by the end of this day (UTC)." }),
} as const;

export interface Moment {
  readonly at?: number | undefined;
  readonly asOf?: string | undefined;
}

const endOf = (asOf: string): string => (asOf.length === 10 ? `${asOf}T23:59:59.999Z` : new Date(asOf).toISOString());

/** The state that a read means. */
export async function stateAsked({ workspace, backing: { states } }: Pick<Asked<undefined, undefined, undefined>, "workspace" | "backing">, { at, asOf }: Moment): Promise<State> {
  if (at !== undefined && asOf !== undefined) throw stopWith("usage", "`at` and `asOf` both say which state is meant", { pointer: "#query/asOf", hint: "leave one of them out" });
  if (at !== undefined) return states.at(workspace, at);
  if (asOf === undefined) return states.newest(workspace);
  return states.at(workspace, await (await states.workspace(workspace)).numberBy(endOf(asOf)));
}

/** The change set as an entity tag: the same for every read of the same state, and what `If-Match` is held to. */
export const etagOf = (number: number): string => `"${number}"`;
