import { CalendarDate, nameHint, type Problem } from "@cleartitle/norms";
import type { Catalogue } from "@cleartitle/catalogue";
import type { DecideOptions, Decision } from "@cleartitle/engine";
import type { ChangeSet, TitleGraph, Use } from "@cleartitle/title";
import { readText } from "./file.js";
import type { Io, World } from "./io.js";
import { Stop, usageStop } from "./stop.js";

/** The catalogue, or a stop with everything that is wrong with it. */
export async function openCatalogue(io: Io): Promise<Catalogue> {
  const { catalogue, problems, notes } = await io.rooms.catalogue();
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
  if (catalogue === null || problems.length > 0) throw new Stop(problems);
  return catalogue;
}

/** A graph as it is asked: records that speak against each other are told. */
export async function toldGraph(graph: TitleGraph, catalogue: Catalogue): Promise<TitleGraph> {
  const { mayContradict } = await import("@cleartitle/title");
  // Most have no records against each other, and need not wait until what reads the evidence of others is loaded.
  return mayContradict(graph) ? (await import("@cleartitle/intake")).withContradictionsTold(graph, catalogue) : graph;
}

/** A graph after changes, as it would be asked if they were recorded. */
export async function changed(graph: TitleGraph, changes: ChangeSet, catalogue: Catalogue): Promise<TitleGraph> {
  const { applyChanges } = await import("@cleartitle/title");
  return toldGraph(changes.length === 0 ? graph : applyChanges(graph, changes), catalogue);
}

/** The text of a title file as a graph, its names checked against the catalogue. */
export async function titleOf(text: string, path: string, catalogue: Catalogue): Promise<{ readonly graph: TitleGraph | null; readonly problems: readonly Problem[] }> {
  const { readTitleFile } = await import("@cleartitle/title");
  const { graph, problems } = readTitleFile(text, { file: path, taxonomies: catalogue.taxonomies, catalogue });
  return graph === null || problems.length > 0 ? { graph: null, problems } : { graph: await toldGraph(graph, catalogue), problems };
}

/** What was not read when a file was made has no part in an answer, which does not tell it. */
export async function noteNotRead(io: Io, { findings }: TitleGraph): Promise<void> {
  const { isNotRead } = await import("@cleartitle/title");
  const count = findings.filter(isNotRead).length;
  if (count > 0) io.stderr.write(`note: ${count} thing${count === 1 ? "" : "s"} could not be read when this was imported and ${count === 1 ? "has" : "have"} no part in the answer; \`cleartitle check\` tells what\n`);
}

/** A title file as a graph, or a stop with everything that is wrong with it. */
export async function openTitle(io: Io, path: string, catalogue: Catalogue): Promise<TitleGraph> {
  const { graph, problems } = await titleOf(await readText(io, path), path, catalogue);
  if (graph === null) throw new Stop(problems);
  await noteNotRead(io, graph);
  return graph;
}

export async function openWorld(io: Io, path: string): Promise<World> {
  const catalogue = await openCatalogue(io);
  return { catalogue, graph: await openTitle(io, path, catalogue) };
}

/** The use of a name, or a stop that says which there are. */
export function useNamed(graph: TitleGraph, name: string): Use {
  const use = graph.uses.get(name);
  if (use !== undefined) return use;
  const names = [...graph.uses.keys()];
  const known = names.length === 0 ? "the file has no uses; add one under `uses:`" : `the file has ${names.map((each) => `\`${each}\``).join(", ")}`;
  throw usageStop(`there is no use \`${name}\``, nameHint(name, names) ?? known);
}

/** Options of the question that every asking command takes. */
export interface AskingOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly profile?: "cautious" | "strict" | "permissive";
}

export function dateOption(name: string, value: string): string {
  if (!CalendarDate.safeParse(value).success) throw usageStop(`\`${value}\` is no date`, `${name} takes a calendar date like 2026-12-01`);
  return value;
}

export function instantOption(name: string, value: string): string {
  const wellFormed = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  // The language's own reading takes the 30th of February for the 2nd of March.
  if (!wellFormed || Number.isNaN(Date.parse(value)) || !CalendarDate.safeParse(value.slice(0, 10)).success) throw usageStop(`\`${value}\` is no instant`, `${name} takes a date or an instant like 2026-11-20T00:00:00Z`);
  return value;
}

export const decideOptions = (options: AskingOptions): DecideOptions => ({
  ...(options.asOf === undefined ? {} : { asOf: dateOption("--as-of", options.asOf) }),
  ...(options.knownAt === undefined ? {} : { knownAt: instantOption("--known-at", options.knownAt) }),
  ...(options.profile === undefined ? {} : { profile: options.profile }),
});

/** Places of a comma-separated option, each known to the catalogue as a place or a group. */
export function placesOption(name: string, value: string, catalogue: Catalogue): string[] {
  const places = [...new Set(value.split(",").map((place) => place.trim()).filter((place) => place !== ""))];
  if (places.length === 0) throw usageStop(`${name} names no place`, `write it like ${name} EU,US`);
  const { groups, places: known } = catalogue.taxonomies;
  for (const place of places) {
    if (place !== "WORLD" && !known.has(place) && !groups.has(place)) throw usageStop(`\`${place}\` is no place`, nameHint(place, [...groups.keys(), ...known.keys()]) ?? "places are ISO 3166 codes or groups like EU");
  }
  return places;
}

/** The world with a use asked in other places than the file says, where some are given. */
export function inPlaces(world: World, name: string, places: string | undefined): World {
  const use = useNamed(world.graph, name);
  return places === undefined ? world : { ...world, graph: { ...world.graph, uses: new Map(world.graph.uses).set(name, { ...use, in: placesOption("--in", places, world.catalogue) }) } };
}

/** One use of a file decided, in other places than the file says where some are given. */
export async function decideUse(io: Io, world: World, name: string, options: DecideOptions, places?: string): Promise<Decision> {
  const asked = inPlaces(world, name, places);
  const decide = await io.rooms.decide();
  return decide(asked, name, options);
}
