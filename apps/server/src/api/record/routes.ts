import { z } from "@hono/zod-openapi";
import type { Statement as StatementRecord, TitleGraph } from "@cleartitle/title";
import type { Api } from "../api.js";
import { listRoute, oneRoute } from "./list.js";
import { Acceptance, Asset, Claim, Derivation, Instrument, LifeEvent, Observation, Party, Position, Statement, Title, Use, Waiver } from "./schema.js";

const word = z.string().min(1).max(500).optional();
const all = () => (): boolean => true;
/** Whether a record says what every filter asks for. */
const says = (filters: Readonly<Record<string, unknown>>) => (record: object): boolean =>
  Object.entries(filters).every(([key, value]) => value === undefined || (record as Record<string, unknown>)[key] === value);

/** Assets of which a license was recorded just so. */
function licensedAs(graph: TitleGraph, license: string): ReadonlySet<string> {
  return new Set(graph.statements.filter(({ about, what, raw, value }) => about.kind === "asset" && what === "license" && (raw === license || value === license)).map(({ about }) => about.id));
}

const statementIs = ({ about, what, rung, by }: { about?: string | undefined; what?: string | undefined; rung?: string | undefined; by?: string | undefined }) => (each: StatementRecord): boolean =>
  (about === undefined || each.about.id === about) && says({ what, rung, by })(each);

const conclusion = (each: StatementRecord): boolean => each.rung === "concluded";

/** Title records: what is listed and read of each section. */
export function recordRoutes(api: Api): void {
  listRoute(api, {
    section: "assets", schema: Asset, of: (graph) => graph.assets.values(),
    filters: { kind: word, license: word.openapi({ description: "As it was recorded." }), placeholder: z.enum(["true", "false"]).optional() },
    keeping: ({ kind, license, placeholder }, graph) => {
      const licensed = license === undefined ? null : licensedAs(graph, license);
      return (asset) => (kind === undefined || asset.kind === kind) && (placeholder === undefined || String(asset.placeholder) === placeholder) && (licensed?.has(asset.id) ?? true);
    },
  });
  listRoute(api, {
    section: "derivations", schema: Derivation, of: (graph) => graph.derivations.values(), filters: { from: word, to: word, by: word },
    keeping: ({ from, to, by }) => (each) => (from === undefined || each.from.includes(from)) && (to === undefined || each.to === to) && (by === undefined || each.by === by),
  });
  listRoute(api, { section: "statements", schema: Statement, of: (graph) => graph.statements, filters: { about: word, what: word, rung: word, by: word }, keeping: (filters) => statementIs(filters) });
  listRoute(api, {
    section: "conclusions", schema: Statement, of: (graph) => graph.statements.filter(conclusion), filters: { about: word, what: word, by: word }, keeping: (filters) => statementIs(filters),
  });
  listRoute(api, { section: "parties", schema: Party, of: (graph) => graph.parties.values(), filters: { kind: word }, keeping: says });
  listRoute(api, { section: "events", schema: LifeEvent, of: (graph) => graph.events, filters: { kind: word, of: word, party: word }, keeping: says });
  listRoute(api, { section: "uses", schema: Use, of: (graph) => graph.uses.values(), filters: { of: word, actor: word }, keeping: says });
  listRoute(api, { section: "positions", schema: Position, of: (graph) => graph.positions, filters: { position: word, territory: word }, keeping: says });
  listRoute(api, { section: "waivers", schema: Waiver, of: (graph) => graph.waivers, filters: { use: word, asset: word }, keeping: says });
  listRoute(api, { section: "instruments", schema: Instrument, of: (graph) => graph.instruments.values(), filters: {}, keeping: all });
  listRoute(api, { section: "acceptances", schema: Acceptance, of: (graph) => graph.acceptances, filters: { instrument: word, party: word }, keeping: says });
  listRoute(api, { section: "observations", schema: Observation, of: (graph) => graph.observations, filters: { of: word, mechanism: word }, keeping: says });
  listRoute(api, { section: "titles", schema: Title, of: (graph) => graph.title, filters: { asset: word, to: word }, keeping: says });
  listRoute(api, { section: "claims", schema: Claim, of: (graph) => graph.claims, filters: { asset: word, by: word }, keeping: says });
  oneRoute(api, { section: "assets", one: "asset", schema: Asset, find: (graph, id) => graph.assets.get(id) });
  oneRoute(api, { section: "derivations", one: "derivation", schema: Derivation, find: (graph, id) => graph.derivations.get(id) });
  oneRoute(api, { section: "statements", one: "statement", schema: Statement, find: (graph, id) => graph.statements.find((each) => each.id === id) });
  oneRoute(api, { section: "parties", one: "party", schema: Party, find: (graph, id) => graph.parties.get(id) });
  oneRoute(api, { section: "events", one: "event", schema: LifeEvent, find: (graph, id) => graph.events.find((each) => each.id === id) });
  oneRoute(api, { section: "uses", one: "use", schema: Use, find: (graph, id) => graph.uses.get(id) });
  oneRoute(api, { section: "waivers", one: "waiver", schema: Waiver, find: (graph, id) => graph.waivers.find((each) => each.id === id) });
  oneRoute(api, { section: "instruments", one: "instrument", schema: Instrument, find: (graph, id) => graph.instruments.get(id) });
}
