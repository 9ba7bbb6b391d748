import { dirname, join } from "node:path";
import type { TitleGraph } from "@cleartitle/title";

/** Where the evidence of an asset stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * The file and line of each asset of an import, by what says most of its rights: its license, else anything that was recorded of it. Paths of evidence are seen from what was
 * imported, so that of several paths nobody knows from which.
 */
export function placesIn(graph: TitleGraph, path: string, isFolder: boolean): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const licensed = new Set<string>();
  for (const { about, what, source } of graph.statements) {
    const [, file, line] = /^([^#]+)#(?:L(\d+))?/.exec(source?.locator ?? "") ?? [];
    if (about.kind !== "asset" || file === undefined || licensed.has(about.id) || (places.has(about.id) && what !== "license")) continue;
    if (what === "license") licensed.add(about.id);
    places.set(about.id, { file: join(isFolder ? path : dirname(path), file), line: Number(line ?? 1) });
  }
  return places;
}
