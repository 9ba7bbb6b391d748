import type { ServedModel } from "@cleartitle/server";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";

/** The language model that the environment names, where whoever runs the server wants one asked. Each run has a budget of its own. */
export async function servedModel(io: Io, isWanted: boolean): Promise<ServedModel | null> {
  if (!isWanted) return null;
  const open: ServedModel["open"] = async () => {
    const configured = await io.rooms.model(io.env);
    if ("problem" in configured) throw new Stop([configured.problem]);
    return configured.model;
  };
  return { name: (await open()).name, open };
}
