import { listsBy } from "@cleartitle/norms";
import type { TitleGraph, Use } from "@cleartitle/title";

/** A thing with the acts that are asked about it, and the names of the questions. */
export interface HandledAsset {
  readonly asset: string;
  readonly acts: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** What one does with a thing of a kind, beside keeping it. */
const habits: Readonly<Record<string, readonly string[]>> = { model: ["run", "host"], dataset: ["train-on"], output: ["distribute"] };

/** What is recorded of each thing: uses of it, acts that made it, and acts that took it. */
const recordedOf = ({ uses, derivations }: TitleGraph) => ({
  uses: listsBy(uses.values(), ({ of }) => [of]), made: listsBy(derivations.values(), ({ to }) => (to === null ? [] : [to])), took: listsBy(derivations.values(), ({ from }) => from),
});

/** Asked of every thing that somebody described: whether it may be kept, what one does with things of its kind, and whatever a recorded use does with it. */
export function askedUses(graph: TitleGraph, on: string): { readonly uses: ReadonlyMap<string, Use>; readonly assets: readonly HandledAsset[] } {
  const uses = new Map<string, Use>(graph.uses);
  const recorded = recordedOf(graph);
  const assets = [...graph.assets.values()].filter(({ placeholder }) => !placeholder).map(({ id, kind }): HandledAsset => {
    const done = (recorded.uses.get(id) ?? []).flatMap(({ actions }) => actions);
    const acts = [...new Set(["keep", ...(habits[kind] ?? ["run"]), ...done])];
    const names = new Map(acts.map((act) => [act, freeName(`${act}:${id}`, uses)] as const));
    for (const [act, name] of names) uses.set(name, { ...sceneOf(graph, recorded, id, act), name, of: id, actions: [act], on });
    return { asset: id, acts, names };
  });
  return { uses, assets };
}

const freeName = (wish: string, taken: ReadonlyMap<string, Use>): string => (taken.has(wish) ? freeName(`${wish}'`, taken) : wish);

type Scene = Omit<Use, "name" | "of" | "actions" | "on">;

/** In which purpose, field and places an act is done on a thing: as a use of it says that does it, else as another use, else as the act that made it, else that which took it. */
function sceneOf(graph: TitleGraph, recorded: ReturnType<typeof recordedOf>, asset: string, act: string): Scene {
  const uses = recorded.uses.get(asset) ?? [];
  const use = uses.find(({ actions }) => actions.includes(act)) ?? uses[0];
  if (use !== undefined) return { ...use, as: null, named: null };
  const [made] = recorded.made.get(asset) ?? recorded.took.get(asset) ?? [];
  const home = graph.parties.get(graph.us)?.domicile ?? null;
  const places = made === undefined || made.in.length === 0 ? (home === null ? ["WORLD"] : [home]) : made.in;
  return { actor: graph.us, recipients: [], as: null, named: null, purpose: made?.purpose ?? [], field: made?.field ?? [], in: places, hosted: [], scale: [], facts: [] };
}

/** How many derivations each thing is away from some others, at most; what is in a circle stays where it was met first. */
export function depthsFrom(graph: TitleGraph, roots: readonly string[]): ReadonlyMap<string, number> {
  const next = listsBy(graph.derivations.values(), ({ from }) => from);
  const depths = new Map(roots.map((root): [string, number] => [root, 0]));
  for (const [asset, depth] of depths) for (const { to } of next.get(asset) ?? []) if (to !== null && !depths.has(to)) depths.set(to, depth + 1);
  return depths;
}
