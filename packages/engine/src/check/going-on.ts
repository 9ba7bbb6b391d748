import type { World } from "../world.js";

/** A use whose day has passed goes on, and is asked as of a later day. The same world where no use has passed. */
export function goingOn({ graph, catalogue }: World, day: string): World | null {
  const passed = [...graph.uses].filter(([, use]) => use.on < day);
  return passed.length === 0 ? null : { catalogue, graph: { ...graph, uses: new Map([...graph.uses, ...passed.map(([name, use]) => [name, { ...use, on: day }] as const)]) } };
}
