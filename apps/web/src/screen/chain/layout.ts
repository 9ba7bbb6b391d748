import type { Drawn } from "./drawn.js";
import type { Places } from "./measure.js";

/** Up to so many things one layout is done at once; more of them are laid out beside the page, which goes on answering. */
const mostAtOnce = 250;

export async function layoutOf(drawn: Drawn): Promise<Places> {
  const { layOut } = await (drawn.things.length <= mostAtOnce ? import("./layout-at-once.js") : import("./layout-beside.js"));
  return layOut(drawn);
}
