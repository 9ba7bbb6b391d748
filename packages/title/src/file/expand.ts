import { always, listsBy } from "@cleartitle/norms";
import { bareAsset, placeholderFinding } from "../bare.js";
import { freeId, saysSo, unrecorded } from "../declared-statement.js";
import { emptyDraft, type GraphDraft, sealGraph } from "../graph-draft.js";
import type { Acquisition, AdoptedPosition, Asset, Derivation, Party, Statement, TitleGraph, Use } from "../graph.js";
import type { FileAsset, FileDerivation } from "./asset.js";
import { declaredByAsset, type Locator } from "./declared.js";
import { factRecords, partyRecords, scaleRecords } from "./facts.js";
import { impliedAssets } from "./implied-asset.js";
import { listOf, numbered } from "./list.js";
import type { FileParty, FilePositions, FileStatement } from "./record.js";
import type { TitleFile } from "./title-file.js";
import type { FileUse } from "./use.js";

const everywhere = "WORLD";

const expandParty = (party: FileParty): Party => ({
  id: party.id,
  kind: party.kind ?? null,
  domicile: party.domicile ?? null,
  headquarters: party.headquarters ?? null,
  controlledBy: (party.controlledBy ?? []).map(({ party: by, from, to }) => ({ party: by, during: { from: from ?? null, to: to ?? null } })),
  ...partyRecords(party.facts),
});

const expandAsset = (asset: FileAsset, us: string): Asset => ({
  id: asset.id,
  kind: asset.kind,
  version: asset.version ?? null,
  digest: asset.digest ?? null,
  licensor: asset.licensor ?? null,
  source: asset.source ?? null,
  modality: listOf(asset.modality),
  upstream: asset.upstream ?? null,
  published: asset.published ?? null,
  acquired: listOf(asset.acquired).map(({ id, who, in: place, on, how, purpose, field, facts }): Acquisition => ({
    ...(id === undefined ? {} : { id }), who: who ?? us, in: place ?? null, on: on ?? null, how: how ?? null, purpose: listOf(purpose), field: listOf(field), facts: factRecords(facts),
  })),
  parts: (asset.parts ?? []).map((part) => ({ id: part.id, scope: part.scope ?? null })),
  placeholder: asset.placeholder ?? false,
});

const expandDerivation = (derivation: FileDerivation, id: string, us: string): Derivation => ({
  id,
  from: listOf(derivation.from),
  to: derivation.to ?? null,
  by: derivation.by,
  who: derivation.who ?? us,
  during: derivation.on ?? always,
  in: listOf(derivation.in),
  purpose: listOf(derivation.purpose),
  field: listOf(derivation.field),
  facts: factRecords(derivation.facts),
  acts: (derivation.acts ?? []).map(({ act, of, until }) => ({ act, of, until: until ?? null })),
});

export const expandUse = (name: string, use: FileUse, us: string): Use => ({
  name,
  of: use.of,
  actions: listOf(use.actions),
  actor: use.actor ?? us,
  recipients: (use.recipients ?? []).map(({ role, in: places, actions }) => ({ role, in: listOf(places), actions: listOf(actions) })),
  as: use.as ?? null,
  named: use.named ?? null,
  purpose: listOf(use.purpose),
  field: listOf(use.field),
  in: listOf(use.in),
  hosted: listOf(use.hosted),
  on: use.on,
  scale: scaleRecords(use.scale),
  facts: factRecords(use.facts),
});

function aboutOf(about: FileStatement["about"]): Statement["about"] {
  if (typeof about === "string") return { kind: "asset", id: about };
  const [kind, id] = Object.entries(about)[0] as [Statement["about"]["kind"], string];
  return { kind, id };
}

function expandStatement(statement: FileStatement, id: string, here: Statement["source"]): Statement {
  const { source, value } = statement;
  return {
    id,
    about: aboutOf(statement.about),
    what: statement.what,
    raw: statement.raw ?? null,
    value: Array.isArray(value) ? value.join("\n") : (value ?? null),
    scope: statement.scope ?? null,
    part: statement.part ?? null,
    rung: statement.rung,
    by: statement.by ?? null,
    source: source === undefined ? here : source && { system: source.system, locator: source.locator ?? null, sha256: source.sha256 ?? null, retrieved: source.retrieved ?? null },
    valid: statement.valid ?? always,
    recordedAt: statement.recordedAt ?? unrecorded,
    supersedes: statement.supersedes ?? null,
  };
}

function expandStatements(file: TitleFile, locate: Locator): Statement[] {
  const given = file.statements ?? [];
  const ids = numbered("s", given.map((statement) => statement.id));
  const statements = given.map((statement, index) => expandStatement(statement, ids[index]!, locate(["statements", index])));
  const written = listsBy(statements, ({ about }) => [about.id]);
  const taken = new Set(ids);
  for (const [index, asset] of (file.assets ?? []).entries()) {
    const own = written.get(asset.id) ?? [];
    for (const [wish, declared] of declaredByAsset(asset, ["assets", index], locate)) {
      if ((declared.what === "licensor" || declared.what === "upstream") && own.some((statement) => saysSo(statement, declared))) continue;
      const id = freeId(wish, taken);
      taken.add(id);
      statements.push({ id, ...declared });
    }
  }
  return statements;
}

function expandPositions(positions: FilePositions | undefined): AdoptedPosition[] {
  return Object.entries(positions ?? {}).flatMap(([position, adopted]): AdoptedPosition[] => {
    if (typeof adopted === "string") return [{ position, territory: everywhere, option: adopted, by: null, on: null }];
    return listOf(adopted).flatMap(({ by, on, ...options }) =>
      Object.entries(options).map(([territory, option]): AdoptedPosition => ({ position, territory, option, by: by ?? null, on: on ?? null })),
    );
  });
}

function expandRecords(file: TitleFile, draft: GraphDraft): void {
  draft.title = (file.title ?? []).map((t) => ({
    asset: t.asset, layer: t.layer, to: t.to, from: t.from ?? null, how: t.how, on: t.on ?? null,
    in: t.in === undefined ? [everywhere] : listOf(t.in), share: t.share ?? 1, evidence: t.evidence ?? null,
  }));
  draft.claims = (file.claims ?? []).map((c) => ({ asset: c.asset, by: c.by, layer: c.layer, says: c.says, settled: c.settled ?? false }));
  draft.acceptances = (file.acceptances ?? []).map((a) => ({
    instrument: a.instrument, party: a.party, on: a.on ?? null, version: a.version ?? null, evidence: a.evidence ?? null,
  }));
  const events = file.events ?? [];
  const eventIds = numbered("e", events.map((event) => event.id));
  draft.events = events.map((e, index) => ({
    id: eventIds[index]!, kind: e.kind, of: e.of, party: e.party ?? null, part: e.part ?? null, on: e.on, recordedAt: e.recordedAt ?? unrecorded,
    evidence: e.evidence ?? null, duty: e.duty ?? null, quantity: e.quantity ?? null,
    ...(e.to === undefined ? {} : { to: e.to }),
    ...(e.claims === undefined && e.against === undefined && e.defensive === undefined ? {} : { suit: { claims: e.claims ?? null, against: e.against ?? null, defensive: e.defensive ?? null } }),
  }));
  const observations = file.observations ?? [];
  const observationIds = numbered("o", observations.map((observation) => observation.id));
  draft.observations = observations.map((o, index) => ({
    id: observationIds[index]!, of: o.of, at: o.at, mechanism: o.mechanism, value: o.value, form: o.form, sha256: o.sha256 ?? null,
  }));
  for (const f of file.findings ?? []) draft.findings.push({ kind: f.kind, asset: f.asset ?? null, detail: f.detail, settle: f.settle ?? "" });
  const waivers = file.waivers ?? [];
  const waiverIds = numbered("w", waivers.map((waiver) => waiver.id));
  draft.waivers = waivers.map((w, index) => ({
    id: waiverIds[index]!, use: w.use ?? null, asset: w.asset ?? null, kind: w.kind, reason: w.reason, by: w.by, from: w.from ?? null, until: w.until,
  }));
}

/** The graph that a title file without problems stands for: shorthand written out, defaults filled in, ids given. */
export function expandTitleFile(file: TitleFile, locate: Locator): TitleGraph {
  const draft = emptyDraft(file.us, file.profile);
  for (const party of file.parties ?? [{ id: file.us }]) draft.parties.set(party.id, expandParty(party));
  for (const asset of file.assets ?? []) {
    draft.assets.set(asset.id, expandAsset(asset, file.us));
    if (asset.placeholder === true) draft.findings.push(placeholderFinding(asset.id));
  }
  for (const [id, kind] of impliedAssets(file)) draft.assets.set(id, bareAsset(id, kind));
  const derivations = file.derivations ?? [];
  const ids = numbered("d", derivations.map((derivation) => derivation.id));
  for (const [index, derivation] of derivations.entries()) draft.derivations.set(ids[index]!, expandDerivation(derivation, ids[index]!, file.us));
  for (const [name, use] of Object.entries(file.uses ?? {})) draft.uses.set(name, expandUse(name, use, file.us));
  for (const { covers, ...instrument } of file.instruments ?? []) {
    draft.instruments.set(instrument.id, instrument);
    for (const asset of covers ?? []) draft.covers.push({ instrument: instrument.id, asset });
  }
  draft.statements = expandStatements(file, locate);
  draft.positions = expandPositions(file.positions);
  expandRecords(file, draft);
  return sealGraph(draft);
}
