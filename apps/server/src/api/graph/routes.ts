import { z } from "@hono/zod-openapi";
import { CalendarDate } from "@cleartitle/norms";
import type { Asset, TitleGraph } from "@cleartitle/title";
import type { Api } from "../api.js";
import { listName, readCursor, writeCursor } from "../cursor.js";
import { worldAsked } from "../decision/question.js";
import { etagOf, moment, stateAsked } from "../moment.js";
import type { Asked } from "../route.js";
import { shelves } from "../shelf.js";
import { answerOf, type AnswerAsset } from "../standing/answer.js";
import { worldOf, type State } from "../state.js";
import { Status } from "../status.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { adjacencyOf, type Step } from "./adjacency.js";

const feature = "graph";
const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();
const Id = text.min(1).max(2000);

const Verdict = z.strictObject({ decision: Status, roles: z.array(text), layers: z.array(text) }).nullable().openapi({ description: "What the answer of the use that was named says of it; null: it is no reason, or no use was named." });
const Node = z.strictObject({ id: text, kind: text, version: maybe, placeholder: z.boolean(), sources: count.openapi({ description: "Steps to what it was made of, shown or not." }), results: count, verdict: Verdict }).openapi("GraphNode");
const StepEntry = z.strictObject({ derivation: text, by: text, who: text, from: maybe, to: maybe, node: Node }).openapi("GraphStep", { description: "A step and what stands at its other end. `from` and `to` are the days of it." });
const Side = z.strictObject({ total: count, items: z.array(StepEntry), next: maybe }).openapi("GraphSide", { description: "Steps in one direction; `next` is the cursor of the following ones." });

const Neighborhood = z.strictObject({ changeSet: count, center: Node, sources: Side, results: Side, complete: z.boolean().openapi({ description: "false: the answer has more reasons than were looked at, so that a verdict may be missing." }) }).openapi("Neighborhood");
const Way = z
  .strictObject({ changeSet: count, direction: z.enum(["sources", "results"]).nullable().openapi({ description: "`sources`: the second is among what the first was made of; `results`: the other way around; null: there is no way." }), center: Node, steps: z.array(StepEntry), cut: count.openapi({ description: "Steps beyond those told." }) })
  .openapi("GraphWay");

/** Steps of a way that are told. */
const longest = 200;
const coloring = { use: Id.optional().openapi({ description: "A use whose answer colors what is shown." }), on: CalendarDate.optional().openapi({ description: "Date of that answer; default: the date of the use." }) } as const;

interface Colors {
  readonly of: ReadonlyMap<string, AnswerAsset>;
  readonly complete: boolean;
}

const colorless: Colors = { of: new Map(), complete: true };

/** Colors by the world, the use and the day: a world never changes. */
const shelfOf = shelves<Colors>(20);

function colorsOf({ backing }: Pick<Asked<undefined, undefined, undefined>, "backing">, state: State, workspace: string, { use, on }: { readonly use?: string | undefined; readonly on?: string | undefined }): Colors {
  if (use === undefined) {
    if (on !== undefined) throw stopWith("usage", "`on` is the date of an answer, and no use is named", { pointer: "#query/on", hint: "name one by `use`" });
    return colorless;
  }
  const world = worldOf(state, workspace);
  const known = shelfOf(world);
  const key = JSON.stringify([use, on ?? null]);
  let colors = known.get(key);
  if (colors === undefined) {
    if (!world.graph.uses.has(use)) throw stopWith("not-found", `there is no use \`${use.slice(0, 200)}\``, { pointer: "#query/use", offending: use.slice(0, 200) });
    const answer = answerOf(backing.decide(worldAsked(world, { use }), use, { withoutRange: true, withoutProof: true, ...(on === undefined ? {} : { asOf: on }) }), world);
    colors = known.put(key, { of: answer.assets, complete: answer.hiddenReasons === 0 });
  }
  return colors;
}

/** Tells nodes and steps of one graph in the colors of one answer. */
class Telling {
  readonly #graph: TitleGraph;
  readonly #colors: Colors;

  constructor(graph: TitleGraph, colors: Colors) {
    this.#graph = graph;
    this.#colors = colors;
  }

  node(id: string): z.infer<typeof Node> {
    const adjacency = adjacencyOf(this.#graph);
    const asset = this.#graph.assets.get(id);
    const color = this.#colors.of.get(id);
    return {
      id, kind: asset?.kind ?? "", version: asset?.version ?? null, placeholder: asset?.placeholder ?? true, sources: adjacency.sources(id).length, results: adjacency.results(id).length,
      verdict: color === undefined ? null : { decision: color.decision, roles: [...color.roles], layers: [...color.layers] },
    };
  }

  step({ derivation: { id, by, who, during }, asset }: Step): z.infer<typeof StepEntry> {
    return { derivation: id, by, who, from: during.from, to: during.to, node: this.node(asset) };
  }
}

function assetNamed(graph: TitleGraph | undefined, id: string, pointer: string, number: number): Asset {
  const asset = graph?.assets.get(id);
  if (asset === undefined) throw stopWith("not-found", `there is no asset \`${id.slice(0, 200)}\` at change set ${number}`, { pointer, offending: id.slice(0, 200) });
  return asset;
}

function neighborhood(api: Api): void {
  const cursor = text.max(4000).optional();
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/graph", needs: "records:read", feature, summary: "What a thing was made of and what was made of it, one step each way", params: inWorkspace, answer: Neighborhood,
      description: "Each side is paged by itself, in the state in which it was begun; the counts say what is not shown.",
      query: z.strictObject({ ...moment, ...coloring, asset: Id, limit: z.coerce.number().int().min(1).max(200).default(25).openapi({ description: "Steps of each side at most." }), sources: cursor.openapi({ description: "`next` of the sources." }), results: cursor.openapi({ description: "`next` of the results." }) }),
    },
    async (asked) => {
      const { query: { asset: id, limit, use, on, at, asOf, ...cursors }, workspace } = asked;
      const [sourcesName, resultsName] = [listName(`${workspace}/graph/sources`, { id }), listName(`${workspace}/graph/results`, { id })];
      const [sourcesPlace, resultsPlace] = [readCursor(cursors.sources, sourcesName), readCursor(cursors.results, resultsName)];
      const begun = sourcesPlace?.at ?? resultsPlace?.at ?? null;
      const state = await stateAsked(asked, begun === null ? { at, asOf } : { at: begun });
      assetNamed(state.world?.graph, id, "#query/asset", state.number);
      const { graph } = worldOf(state, workspace);
      const colors = colorsOf(asked, state, workspace, { use, on });
      const telling = new Telling(graph, colors);
      const side = (steps: readonly Step[], from: number, of: string): z.infer<typeof Side> => ({ total: steps.length, items: steps.slice(from, from + limit).map((step) => telling.step(step)), next: from + limit < steps.length ? writeCursor({ after: from + limit, at: state.number, of }) : null });
      const adjacency = adjacencyOf(graph);
      const body = {
        changeSet: state.number, center: telling.node(id), complete: colors.complete,
        sources: side(adjacency.sources(id), Number(sourcesPlace?.after ?? 0), sourcesName), results: side(adjacency.results(id), Number(resultsPlace?.after ?? 0), resultsName),
      };
      return { body: body as never, headers: { ETag: etagOf(state.number) } };
    },
  );
}

function upstream(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/graph/upstream", needs: "records:read", feature, summary: "How many things a thing came from, itself included", params: inWorkspace, query: z.strictObject({ ...moment, asset: Id }), answer: z.strictObject({ changeSet: count, asset: text, things: count }),
      description: "As recorded. `ask` judges each of them; where they are thousands, `outline` judges one of each kind.",
    },
    async (asked) => {
      const { query: { asset: id }, workspace } = asked;
      const state = await stateAsked(asked, asked.query);
      assetNamed(state.world?.graph, id, "#query/asset", state.number);
      return { body: { changeSet: state.number, asset: id, things: adjacencyOf(worldOf(state, workspace).graph).upstream(id) }, headers: { ETag: etagOf(state.number) } };
    },
  );
}

/** The chain of title as it is drawn: a piece at a time. */
export function graphRoutes(api: Api): void {
  neighborhood(api);
  upstream(api);
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/graph/path", needs: "records:read", feature, summary: "A shortest way between two things", params: inWorkspace, answer: Way,
      description: `From the asset that is used to the one that a reason is about, say. Ways against the making are looked for first. ${longest} steps are told at most.`, query: z.strictObject({ ...moment, ...coloring, from: Id, to: Id }),
    },
    async (asked) => {
      const { query: { from, to, use, on }, workspace } = asked;
      const state = await stateAsked(asked, asked.query);
      for (const [id, pointer] of [[from, "#query/from"], [to, "#query/to"]] as const) assetNamed(state.world?.graph, id, pointer, state.number);
      const { graph } = worldOf(state, workspace);
      const telling = new Telling(graph, colorsOf(asked, state, workspace, { use, on }));
      const adjacency = adjacencyOf(graph);
      const up = adjacency.way(from, to, (id) => adjacency.sources(id));
      const way = up ?? adjacency.way(from, to, (id) => adjacency.results(id));
      const direction = way === null ? null : up === null ? ("results" as const) : ("sources" as const);
      const body = { changeSet: state.number, direction, center: telling.node(from), steps: (way ?? []).slice(0, longest).map((step) => telling.step(step)), cut: Math.max(0, (way?.length ?? 0) - longest) };
      return { body: body as never, headers: { ETag: etagOf(state.number) } };
    },
  );
}
