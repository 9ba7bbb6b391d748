import { remarkOf } from "@cleartitle/title";
import { instantOf, jsonDocument, sayDecision, spoken, type Format, type Sheet } from "../format.js";
import { Kept } from "../kept.js";
import { partyNameOf, sourceNameOf, uuidOf } from "../names.js";
import { actorOf, type OutAct, type OutItem } from "../outline.js";
import { programVersion } from "../program.js";
import type { Keeps } from "../trait.js";

type Record_ = Record<string, unknown>;

const schema = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs";
const facetSchema = "https://openlineage.io/spec/facets/1-0-0/TagsDatasetFacet.json#/$defs/TagsDatasetFacet";
const producer = `https://github.com/cleartitle/cleartitle/tree/${programVersion}`;
/** Every facet says who made it and by which schema; ours is described with the writers. */
const own = { _producer: producer, _schemaURL: "urn:cleartitle:schema:openlineage-facet:1" };

/** Events of pipelines: one of each thing, and one of each act. */
export const openLineage: Format = {
  id: "openlineage",
  title: "Events of pipelines in OpenLineage 2-0-2 (JSON)",
  // A tag is a key and a text: it says neither who concluded, nor that several belong together.
  takes: ({ rung, raw, by, value }) => rung === "declared" && by === null && raw === value && !String(value).includes("\n"),
  refuses: ({ created }) => (created === null ? { message: "every event in OpenLineage has a time, and no record of the title file has one", hint: "say it with --created" } : null),
  write: (sheet) => jsonDocument(eventsOf(sheet)),
  keeps: keepsOfOpenLineage,
};

/** Namespace and name: of what others know its address, of the rest the graph's own. */
function nameOf({ uri, asset }: OutItem, namespace: string): { readonly namespace: string; readonly name: string } {
  const [, host, path] = /^(https:\/\/[^/]+)\/(.+)$/.exec(uri) ?? [];
  return host === undefined || path === undefined ? { namespace: namespace.slice(0, -1), name: asset.id } : { namespace: host, name: path };
}

function thing(item: OutItem, { outline, created, decisions, carried }: Sheet): Record_ {
  const { asset, licenses, remarks, uri } = item;
  const tags = licenses.map(({ statement, names }) => spoken({ key: "license", value: names[0], source: statement.source?.system }));
  const said = {
    uri, kind: asset.kind, undescribed: asset.placeholder ? true : null, version: asset.version, digest: asset.digest, modality: asset.modality, upstream: asset.upstream, licensor: asset.licensor === null ? null : partyNameOf(asset.licensor, outline.namespace), source: sourceNameOf(asset, outline.namespace),
    remark: remarks.map(remarkOf), decision: decisions.filter((each) => each.use.of === asset.id).map(sayDecision),
  };
  const facets = { ...(tags.length === 0 ? {} : { tags: { _producer: producer, _schemaURL: facetSchema, tags } }), cleartitle: { ...own, ...spoken(said), ...(carried !== null && outline.items[0] === item ? { titleFile: carried } : {}) } };
  return { eventTime: instantOf(created ?? ""), producer, schemaURL: `${schema}/DatasetEvent`, dataset: { ...nameOf(item, outline.namespace), facets } };
}

function act(whole: OutAct, { outline, created }: Sheet): Record_ {
  const { uri, derivation, from, to } = whole;
  const { id, by, during } = derivation;
  const named = (each: OutItem): Record_ => ({ ...nameOf(each, outline.namespace), facets: { cleartitle: { ...own, uri: each.uri, kind: each.asset.kind, undescribed: true } } });
  const end = during.to ?? during.from;
  return {
    eventTime: end === null ? instantOf(created ?? "") : instantOf(end, true), producer, schemaURL: `${schema}/RunEvent`, eventType: "COMPLETE", run: { runId: uuidOf(uri) },
    job: { namespace: outline.namespace.slice(0, -1), name: id, facets: { cleartitle: { ...own, ...spoken({ by, who: actorOf(whole, outline.namespace), from: during.from, to: during.to }) } } },
    inputs: from.map(named), outputs: to === null ? [] : [named(to)],
  };
}

/** A graph without things has nothing to say, and a list of no events is read as nothing: it is an event of the title file alone. */
function eventsOf(sheet: Sheet): Record_[] {
  const { outline, carried, created } = sheet;
  const events = [...outline.items.map((item) => thing(item, sheet)), ...outline.acts.map((each) => act(each, sheet))];
  if (events.length > 0) return events;
  const empty = { namespace: outline.namespace.slice(0, -1), name: "nothing", facets: carried === null ? {} : { cleartitle: { ...own, titleFile: carried } } };
  return [{ eventTime: instantOf(created ?? ""), producer, schemaURL: `${schema}/DatasetEvent`, dataset: empty }];
}

/** What comes back of events that are read as somebody else's. */
function keepsOfOpenLineage(sheet: Sheet): Keeps {
  const kept = new Kept(sheet);
  return { ...kept.things, ...kept.statements, ...kept.acts };
}
