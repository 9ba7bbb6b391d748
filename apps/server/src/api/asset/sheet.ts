import { z } from "@hono/zod-openapi";
import { licenseClasses, licenseReader } from "@cleartitle/engine";
import { currentStatements, type Statement as StatementRecord, type TitleGraph } from "@cleartitle/title";
import type { Api } from "../api.js";
import { foundIn } from "../finding/found.js";
import { FindingEntry, toldFinding } from "../finding/routes.js";
import { adjacencyOf } from "../graph/adjacency.js";
import { etagOf } from "../moment.js";
import { Acceptance, Asset, Claim, Observation, Statement, Title } from "../record/schema.js";
import { Status } from "../status.js";
import { dayField, standingAsked } from "../standing/standing-asked.js";
import type { Standing } from "../standing/standings.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();

const places = ["concluded", "candidate", "corrected", "outranked", "other-time"] as const;
const Said = z.strictObject({ statement: Statement, place: z.enum(places).openapi({ description: "`concluded`: it counts alone; `candidate`: it counts beside others; `corrected`: a later one corrects it; `outranked`: another one counts instead; `other-time`: it is not of this day." }) }).openapi("SaidOfAsset");
const Matter = z.strictObject({ what: text, part: maybe, scope: maybe, concluded: maybe.openapi({ description: "Id of the statement that counts alone." }), conflict: z.boolean().openapi({ description: "What counts differs." }), said: z.array(Said), more: count }).openapi("AssetMatter", { description: "Everything that was recorded of one matter, side by side." });

const Sheet = z
  .strictObject({
    changeSet: count, day: text, asset: Asset, license: z.strictObject({ class: z.enum(licenseClasses), id: maybe }), matters: z.array(Matter), moreMatters: count,
    title: z.array(Title), claims: z.array(Claim), observations: z.array(Observation), agreements: z.array(z.strictObject({ instrument: text, acceptances: z.array(Acceptance) })).openapi({ description: "Texts of this workspace that cover it, and who accepted them." }),
    sources: count, results: count, findings: z.array(FindingEntry), moreFindings: count, answers: z.array(z.strictObject({ use: text, decision: Status, verdict: Status.openapi({ description: "The worst that the asset is a reason for." }), roles: z.array(text), layers: z.array(text) })), moreAnswers: count,
  })
  .openapi("AssetSheet");

/** Of each list at most so many are told; the counts say how many there are besides, and the lists of the records have them all. */
const most = 100;

type Told = z.infer<typeof Said>["place"];

function placeOf(statement: StatementRecord, { concluded, candidates }: ReturnType<typeof currentStatements>, corrected: ReadonlySet<string>, day: string): Told {
  if (statement.id === concluded?.id) return "concluded";
  if (candidates.some((each) => each.id === statement.id || (each.rung === statement.rung && each.value !== null && each.value === statement.value && concluded === null))) return "candidate";
  if (corrected.has(statement.id)) return "corrected";
  const { from, to } = statement.valid;
  return (from !== null && from > day) || (to !== null && to < day) ? "other-time" : "outranked";
}

function mattersOf(graph: TitleGraph, id: string, day: string): z.infer<typeof Matter>[] {
  const own = graph.statements.filter(({ about }) => about.kind === "asset" && about.id === id);
  const corrected = new Set(own.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes])));
  const groups = new Map<string, StatementRecord[]>();
  for (const statement of own) {
    const matter = JSON.stringify([statement.what, statement.part, statement.scope]);
    groups.set(matter, [...(groups.get(matter) ?? []), statement]);
  }
  return [...groups.values()].map((said) => {
    const { what, part, scope } = said[0]!;
    const current = currentStatements(graph, { about: { kind: "asset", id }, what, part, scope, asOf: day, knownAt: "9999-12-31" });
    return {
      what, part, scope, concluded: current.concluded?.id ?? null, conflict: current.candidates.length > 1, more: Math.max(0, said.length - most),
      said: said.slice(0, most).map((statement) => ({ statement: statement as z.infer<typeof Statement>, place: placeOf(statement, current, corrected, day) })),
    };
  });
}

function sheetOf(standing: Standing, id: string): z.infer<typeof Sheet> | null {
  const { world: { graph, catalogue }, day, number, answers } = standing;
  const asset = graph.assets.get(id);
  if (asset === undefined) return null;
  const [matters, adjacency] = [mattersOf(graph, id, day), adjacencyOf(graph)];
  const findings = foundIn(standing).filter((each) => each.asset === id);
  const reached = [...answers.values()].flatMap(({ use, decision, assets }) => {
    const verdict = assets.get(id);
    return verdict === undefined ? [] : [{ use, decision, verdict: verdict.decision, roles: [...verdict.roles], layers: [...verdict.layers] }];
  });
  const of = <T extends { readonly asset: string }>(records: readonly T[]): T[] => records.filter((each) => each.asset === id).slice(0, most);
  const agreements = of(graph.covers).map(({ instrument }) => ({ instrument, acceptances: graph.acceptances.filter((each) => each.instrument === instrument).slice(0, most) }));
  return {
    changeSet: number, day, asset, license: licenseReader(graph, catalogue, day)(asset), matters: matters.slice(0, most), moreMatters: Math.max(0, matters.length - most), title: of(graph.title), claims: of(graph.claims),
    observations: graph.observations.filter((each) => each.of === id).slice(0, most), agreements, sources: adjacency.sources(id).length, results: adjacency.results(id).length,
    findings: findings.slice(0, most).map(toldFinding), moreFindings: Math.max(0, findings.length - most), answers: reached.slice(0, most), moreAnswers: Math.max(0, reached.length - most),
  };
}

/** One asset with all that its page tells. */
export function sheetRoute(api: Api): void {
  api.route(
    {
      method: "get", path: "/workspaces/{workspace}/assets/{id}/sheet", needs: "records:read", feature: "assets", summary: "One asset with everything that is recorded and found of it", description: `What was said of each matter stands side by side, with what counts. Of each list ${most} at most.`,
      params: inWorkspace.extend({ id: text.min(1).max(2000) }), query: z.strictObject(dayField), answer: Sheet,
    },
    async (asked) => {
      const { id } = asked.params;
      const standing = await standingAsked(asked, asked.query.day, null);
      const sheet = sheetOf(standing, id);
      if (sheet === null) throw stopWith("not-found", `there is no asset \`${id.slice(0, 200)}\` at change set ${standing.number}`, { pointer: "#path/id", offending: id.slice(0, 200) });
      return { body: sheet as never, headers: { ETag: etagOf(standing.number) } };
    },
  );
}
