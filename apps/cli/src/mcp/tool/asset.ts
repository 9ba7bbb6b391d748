import { listsBy, nameHint } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";
import { z } from "zod";
import { usageStop } from "../../stop.js";
import { brief, page, paging } from "../page.js";
import { tool } from "../tool.js";

function assetNamed({ assets }: TitleGraph, id: string) {
  const asset = assets.get(id);
  if (asset === undefined) throw usageStop(`there is no asset \`${id}\``, nameHint(id, assets.keys()) ?? "`assets` lists them");
  return asset;
}

export const assets = tool({
  name: "assets", says: "Find assets by a part of the id.", input: z.strictObject({ find: z.string().optional(), kind: z.string().optional(), ...paging }),
  async run({ find = "", kind, ...args }, { world: { graph } }) {
    const licenses = listsBy(graph.statements.filter(({ about, what }) => what === "license" && about.kind === "asset"), ({ about }) => [about.id]);
    const found = [...graph.assets.values()].filter((each) => each.id.toLowerCase().includes(find.toLowerCase()) && (kind === undefined || each.kind === kind));
    return page(found.map(({ id, kind: is, version, licensor }) => ({ id, kind: is, version, licensor, licenses: licenses.get(id)?.map(({ value }) => value) ?? [] })), args);
  },
});

export const asset = tool({
  name: "asset", says: "Tell what is recorded of an asset, and who says so.", input: z.strictObject({ id: z.string(), ...paging }),
  async run({ id, ...args }, { world: { graph } }) {
    const record = assetNamed(graph, id);
    const statements = graph.statements.filter(({ about }) => about.kind === "asset" && about.id === id).map((each) => ({ ...each, raw: brief(each.raw) }));
    const findings = graph.findings.filter((each) => each.asset === id).slice(0, 10);
    return { asset: { ...record, parts: record.parts.slice(0, 20), acquired: record.acquired.slice(0, 10) }, findings, statements: page(statements, args) };
  },
});

export const chain = tool({
  name: "chain", says: "Walk the chain of title from an asset: what it was made of, or what was made of it.",
  input: z.strictObject({ id: z.string(), direction: z.enum(["up", "down"]).default("up"), depth: z.int().min(1).max(20).default(3), ...paging }),
  async run({ id, direction, depth, ...args }, { world: { graph } }) {
    assetNamed(graph, id);
    const edges = [...graph.derivations.values()].flatMap(({ id: act, from, to, by, during, who }) => (to === null ? [] : from.map((source) => ({ act, source, result: to, by, who, on: during.from }))));
    const [near, far] = direction === "up" ? (["result", "source"] as const) : (["source", "result"] as const);
    const starting = listsBy(edges, (edge) => [edge[near]]);
    const found: (typeof edges[number] & { depth: number })[] = [];
    const seen = new Set([id]);
    let front = [id];
    for (let step = 1; step <= depth && front.length > 0; step++) {
      const next = front.flatMap((each) => starting.get(each) ?? []);
      found.push(...next.map((edge) => ({ ...edge, depth: step })));
      front = [...new Set(next.map((edge) => edge[far]))].filter((each) => !seen.has(each));
      for (const each of front) seen.add(each);
    }
    return { ...page(found, args), more: front.some((each) => starting.has(each)) };
  },
});
