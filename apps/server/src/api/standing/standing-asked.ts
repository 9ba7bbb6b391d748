import { CalendarDate } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import type { Asked } from "../route.js";
import { GraphBuilder } from "@cleartitle/title";
import type { Standing } from "./standings.js";

/** Parameter of whatever is told of all uses: for which day. */
export const dayField = { day: z.optional(CalendarDate).openapi({ description: "The day for which uses are decided; default: today. A use that is still to come is decided for its own day." }) } as const;

/** Of a workspace in which nothing was recorded yet. */
const nothing = new GraphBuilder("us").build();

/** The standing that a request means: of the newest records, or of those in which its list was begun. */
export async function standingAsked({ backing, workspace }: Pick<Asked<undefined, undefined, undefined>, "backing" | "workspace">, day: string | undefined, at: number | null): Promise<Standing> {
  const { states, standings, catalogue, now } = backing;
  const meant = day ?? now().slice(0, 10);
  const kept = at === null ? null : await standings.kept(workspace, at, meant);
  if (kept !== null) return kept;
  const state = at === null ? await states.newest(workspace) : await states.at(workspace, at);
  return standings.of(workspace, state, state.world ?? { graph: nothing, catalogue }, meant);
}
