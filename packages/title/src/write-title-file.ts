import { listsBy, printPeriod } from "@cleartitle/norms";
import { Document, visit } from "yaml";
import { isFoundAgain } from "./contradicting.js";
import { unrecorded } from "./declared-statement.js";
import type { AdoptedPosition, Asset, Derivation, FactRecord, GraphFinding, LifeEvent, Party, Period, QuantityRecord, Statement, TitleGraph, Use } from "./graph.js";
import { byText } from "./text-order.js";

/** A mapping in the order in which it is to be written; a `Map`, so that no key is special. */
type Mapping = Map<string, unknown>;

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0);

/** What says nothing is left out. */
const mapping = (fields: Record<string, unknown>): Mapping => new Map(Object.entries(fields).filter(([, value]) => !isEmpty(value)));

const scalarOrList = <T>(values: readonly T[]): T | readonly T[] => (values.length === 1 ? values[0]! : values);
const isAlways = (period: Period): boolean => period.from === null && period.to === null;
const printed = (period: Period): string | null => (isAlways(period) ? null : printPeriod(period));

const boundsOf = (q: QuantityRecord): Mapping => mapping({ atLeast: q.atLeast, atMost: q.atMost, unit: q.unit, during: printed(q.during) });

const isFact = (record: FactRecord | QuantityRecord): record is FactRecord => "fact" in record;
const datedFact = (record: FactRecord): Mapping => mapping({ value: record.value, during: printed(record.during) });

function factsOf(records: readonly (FactRecord | QuantityRecord)[]): Mapping {
  const result: Mapping = new Map();
  for (const [name, group] of listsBy(records, (record) => [isFact(record) ? record.fact : record.quantity])) {
    const [only, ...others] = group;
    const isPlain = only !== undefined && others.length === 0 && isFact(only) && isAlways(only.during);
    result.set(name, isPlain ? only.value : scalarOrList(group.map((record) => (isFact(record) ? datedFact(record) : boundsOf(record)))));
  }
  return result;
}

function scaleOf(records: readonly QuantityRecord[]): Mapping {
  const result: Mapping = new Map();
  for (const [name, group] of listsBy(records, (record) => [record.quantity])) {
    const [only, ...others] = group;
    const isExact = only !== undefined && others.length === 0 && only.atLeast === only.atMost && only.unit === null && isAlways(only.during);
    result.set(name, isExact ? only.atLeast : scalarOrList(group.map(boundsOf)));
  }
  return result;
}

const writeParty = (p: Party): Mapping =>
  mapping({
    id: p.id, kind: p.kind, domicile: p.domicile, headquarters: p.headquarters,
    controlledBy: p.controlledBy.map(({ party, during }) => mapping({ party, from: during.from, to: during.to })),
    facts: factsOf([...p.facts, ...p.quantities]),
  });

const writeAsset = (a: Asset): Mapping =>
  mapping({
    id: a.id, kind: a.kind, version: a.version, digest: a.digest, licensor: a.licensor, source: a.source, modality: a.modality, upstream: a.upstream,
    published: a.published, acquired: a.acquired.map(({ id, who, in: place, on, how, purpose, field, facts }) => mapping({ id, who, in: place, on, how, purpose, field, facts: factsOf(facts) })),
    parts: a.parts.map(({ id, scope }) => mapping({ id, scope })), placeholder: a.placeholder ? true : null,
  });

const writeDerivation = (d: Derivation): Mapping =>
  mapping({
    id: d.id, from: scalarOrList(d.from), to: d.to, by: d.by, who: d.who, on: printed(d.during), in: d.in, purpose: d.purpose, field: d.field,
    facts: factsOf(d.facts), acts: d.acts.map(({ act, of, until }) => mapping({ act, of, until })),
  });

function writeStatement(s: Statement): Mapping {
  const lines = s.what === "license" && typeof s.value === "string" ? s.value.split("\n") : [];
  const result = mapping({
    id: s.id, about: s.about.kind === "asset" ? s.about.id : new Map([[s.about.kind, s.about.id]]), what: s.what,
    value: lines.length > 1 && lines.every((line) => line !== "") ? lines : s.value,
    raw: s.raw, scope: s.scope, part: s.part, rung: s.rung, by: s.by, valid: printed(s.valid),
    recordedAt: s.recordedAt === unrecorded ? null : s.recordedAt, supersedes: s.supersedes,
  });
  // Without the key the reader would name this file.
  result.set("source", s.source && mapping({ system: s.source.system, locator: s.source.locator, sha256: s.source.sha256, retrieved: s.source.retrieved }));
  return result;
}

const writeEvent = (e: LifeEvent): Mapping =>
  mapping({
    id: e.id, kind: e.kind, of: e.of, party: e.party, part: e.part, on: e.on, recordedAt: e.recordedAt === unrecorded ? null : e.recordedAt,
    evidence: e.evidence, duty: e.duty, quantity: e.quantity, to: e.to ?? null, claims: e.suit?.claims ?? null, against: e.suit?.against ?? null, defensive: e.suit?.defensive ?? null,
  });

const writeUse = (u: Use): Mapping =>
  mapping({
    of: u.of, actions: u.actions, actor: u.actor,
    recipients: u.recipients.map(({ role, in: places, actions }) => mapping({ role, in: places, actions })),
    as: u.as, named: u.named, purpose: u.purpose, field: u.field, in: u.in, hosted: u.hosted, on: u.on, scale: scaleOf(u.scale), facts: factsOf(u.facts),
  });

function positionsOf(positions: readonly AdoptedPosition[]): Mapping {
  const result: Mapping = new Map();
  for (const [position, adopted] of listsBy(positions, (each) => [each.position])) {
    const [only] = adopted;
    const isPlain = only !== undefined && adopted.length === 1 && only.territory === "WORLD" && only.by === null && only.on === null;
    result.set(position, isPlain ? only.option : scalarOrList(adopted.map((each) => mapping({ [each.territory]: each.option, by: each.by, on: each.on }))));
  }
  return result;
}

/** An instrument in an order of its own: what names it first, then its keys by name, at every depth. */
function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => inKeyOrder(each));
  if (value === null || typeof value !== "object") return value;
  const head = ["id", "kind", "title", "version"];
  const rank = (key: string): number => (head.includes(key) ? head.indexOf(key) : head.length);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return new Map(entries.toSorted(([a], [b]) => rank(a) - rank(b) || byText(a, b)).map(([key, each]) => [key, inKeyOrder(each)]));
}

/** Norms name their kind twice in memory, once in a file. */
function instrumentsOf(graph: TitleGraph): unknown[] {
  const covers = listsBy(graph.covers, (cover) => [cover.instrument]);
  return [...graph.instruments.values()].map((instrument) => {
    const norms = instrument.norms.map((norm) => ({ ...norm, kind: undefined }));
    return inKeyOrder({ ...instrument, norms, covers: covers.get(instrument.id)?.map((cover) => cover.asset) });
  });
}

/** What is read of a placeholder gives its finding anew. */
const isWritten = (finding: GraphFinding, graph: TitleGraph): boolean =>
  !isFoundAgain(finding) && !(finding.kind === "placeholder" && finding.asset !== null && graph.assets.get(finding.asset)?.placeholder === true);

/** What readers of YAML 1.1 would take for a date or for true and false: dates, periods, `NO`. */
const mistakable = /^((\.\.|\d{4}-\d{2}-\d{2}).*|y|n|yes|no|on|off)$/i;

/** What YAML allows in quotation marks alone, by its number, and the printer would leave as it is. */
const unprintable = /[\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;
const byNumber = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * Writes a graph as a title file, such that reading it gives the same graph. Everything is written out: statements in full,
 * who, ids. Findings are written, save those of placeholders, which are found again.
 */
export function writeTitleFile(graph: TitleGraph): string {
  const document = new Document(
    mapping({
      us: graph.us,
      profile: graph.profile,
      parties: [...graph.parties.values()].map(writeParty),
      assets: [...graph.assets.values()].map(writeAsset),
      derivations: [...graph.derivations.values()].map(writeDerivation),
      statements: graph.statements.map(writeStatement),
      instruments: instrumentsOf(graph),
      title: graph.title.map((t) => mapping({ asset: t.asset, layer: t.layer, to: t.to, from: t.from, how: t.how, on: t.on, in: t.in, share: t.share, evidence: t.evidence })),
      claims: graph.claims.map((c) => mapping({ asset: c.asset, by: c.by, layer: c.layer, says: c.says, settled: c.settled ? true : null })),
      acceptances: graph.acceptances.map((a) => mapping({ instrument: a.instrument, party: a.party, on: a.on, version: a.version, evidence: a.evidence })),
      events: graph.events.map(writeEvent),
      observations: graph.observations.map((o) => mapping({ id: o.id, of: o.of, at: o.at, mechanism: o.mechanism, value: o.value, form: o.form, sha256: o.sha256 })),
      positions: positionsOf(graph.positions),
      uses: new Map([...graph.uses].map(([name, use]) => [name, writeUse(use)])),
      waivers: graph.waivers.map((w) => mapping({ id: w.id, use: w.use, asset: w.asset, kind: w.kind, reason: w.reason, by: w.by, from: w.from, until: w.until })),
      findings: graph.findings.filter((f) => isWritten(f, graph)).map((f) => mapping({ kind: f.kind, asset: f.asset, detail: f.detail, settle: f.settle === "" ? null : f.settle })),
    }),
    { version: "1.2", schema: "core", aliasDuplicateObjects: false },
  );
  visit(document, {
    Scalar(key, node) {
      const isOwnKey = key === "key" && node.value === "on";
      if (typeof node.value === "string" && ((mistakable.test(node.value) && !isOwnKey) || node.value.search(unprintable) !== -1)) node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 }).replace(unprintable, byNumber);
}
