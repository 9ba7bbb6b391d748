import type { TitleGraph, Use } from "@cleartitle/title";

/** A thing with the acts that are asked about it, and the names of the questions. */
export interface HandledAsset {
  readonly asset: string;
  readonly acts: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** What one does with a thing of a kind, beside keeping it. */
const habits: Readonly<Record<string, readonly string[]>> = { model: ["run", "host"], dataset: ["train-on"], output: ["distribute"] };

/** Asked of every thing that somebody described: whether it may be kept, what one does with things of its kind, and whatever a recorded use does with it. */
export function askedUses(graph: TitleGraph, on: string): { readonly uses: ReadonlyMap<string, Use>; readonly assets: readonly HandledAsset[] } {
  const uses = new Map<string, Use>(graph.uses);
  const assets = [...graph.assets.values()].filter(({ placeholder }) => !placeholder).map(({ id, kind }): HandledAsset => {
    const scene = sceneOf(graph, id);
    const recorded = [...graph.uses.values()].filter(({ of }) => of === id).flatMap(({ actions }) => actions);
    const acts = [...new Set(["keep", ...(habits[kind] ?? ["run"]), ...recorded])];
    const names = new Map(acts.map((act) => [act, freeName(`${act}:${id}`, graph)] as const));
    for (const [act, name] of names) uses.set(name, { ...scene, name, of: id, actions: [act], on });
    return { asset: id, acts, names };
  });
  return { uses, assets };
}

const freeName = (wish: string, { uses }: TitleGraph): string => (uses.has(wish) ? freeName(`${wish}'`, { uses } as TitleGraph) : wish);

type Scene = Omit<Use, "name" | "of" | "actions" | "on">;

/** In which purpose, field and places a thing is used: as a use of it says, else as the act that made it, else that which took it. */
function sceneOf(graph: TitleGraph, asset: string): Scene {
  const use = [...graph.uses.values()].find(({ of }) => of === asset);
  if (use !== undefined) return { ...use, as: null, named: null };
  const acts = [...graph.derivations.values()];
  const act = acts.find(({ to }) => to === asset) ?? acts.find(({ from }) => from.includes(asset));
  const home = graph.parties.get(graph.us)?.domicile ?? null;
  const places = act === undefined || act.in.length === 0 ? (home === null ? ["WORLD"] : [home]) : act.in;
  return { actor: graph.us, recipients: [], as: null, named: null, purpose: act?.purpose ?? [], field: act?.field ?? [], in: places, hosted: [], scale: [], facts: [] };
}

/** How many derivations each thing is away from some others, at most; what is in a circle stays where it was met first. */
export function depthsFrom(graph: TitleGraph, roots: readonly string[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  for (const { from, to } of graph.derivations.values()) if (to !== null) for (const source of from) next.set(source, [...(next.get(source) ?? []), to]);
  const depths = new Map(roots.map((root): [string, number] => [root, 0]));
  for (const [asset, depth] of depths) for (const to of next.get(asset) ?? []) if (!depths.has(to)) depths.set(to, depth + 1);
  return depths;
}
