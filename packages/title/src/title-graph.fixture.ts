import { type Instrument, sha256 } from "@cleartitle/norms";
import * as fc from "fast-check";
import { eventKinds } from "./event-kind.js";
import { GraphBuilder } from "./graph-builder.js";
import type { FactRecord, Period, QuantityRecord, TitleGraph } from "./graph.js";

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const id = fc.constantFrom("base", "notes", "a b", "NO", "1.0", "2024-01-01", "~", "ü-π", "yes", "x:y", "#1", "constructor", "hf:model/acme/base", "hf:dataset/acme/notes", "gh:acme/app", "pkg:npm/notes@1.0.0", "pkg:npm/@acme/notes@1.0.0", "doi:10.1234/notes");
const day = fc.constantFrom("1999-12-31", "2024-02-29", "2026-03-01", "2026-12-31");
const instant = fc.oneof(day, fc.constant("2026-03-01T09:30:00Z"));
const word = fc.oneof(fc.constantFrom("true", "null", "12", "- x", "a: b", "0x1", "1e3", "..", "2026-03-01/..", "NO", "on"), fc.string({ minLength: 1, maxLength: 12 }));
const period: fc.Arbitrary<Period> = fc.tuple(orNull(day), orNull(day)).map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
const amount = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(0.5, -3, 1e21));
const value = fc.oneof(fc.boolean(), amount, word);
const fact: fc.Arbitrary<FactRecord> = fc.record({ fact: word, value, during: period });
const quantity: fc.Arbitrary<QuantityRecord> = fc
  .record({ quantity: word, a: orNull(amount), b: amount, unit: orNull(word), during: period })
  .map(({ a, b, ...rest }) => ({ ...rest, atLeast: a === null ? null : Math.min(a, b), atMost: a === null ? b : Math.max(a, b) }));
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
const scope = fc.constantFrom("content", "weights", "code");
const layer = fc.constantFrom("copyright", "mark", "related");
const source = fc.record({ system: word, locator: orNull(word), sha256: orNull(word), retrieved: orNull(instant) });

const agreement: Instrument = {
  id: "agreement-1", kind: "agreement", title: "An agreement", version: "1", source: [{ what: "signed copy", where: "archive" }], verified: "primary", reviewed: "2026-01-01",
  norms: [{ id: "n1", kind: "permit", permit: { actions: ["train-on"] }, cite: "s. 1" }], rest: "silent", speaksOf: { training: true, outputs: false, weights: false },
  bindsBy: ["signature"], reach: {}, names: [],
};
/** Things of one digest are one kind of thing, so that each has its own, and some have none. */
const digestOf = (of: string): string | null => [null, sha256(of), `md5:${sha256(of).slice(7, 39)}`][of.length % 3]!;

export const graphParts = fc.record({
  parties: few(fc.record({ id, kind: orNull(word), domicile: orNull(word), headquarters: orNull(word), controlledBy: few(fc.record({ party: fc.constant("us"), during: period })), quantities: few(quantity), facts: few(fact) })),
  assets: few(fc.record({
    id, kind: fc.oneof(word, fc.constantFrom("dataset", "model", "code", "product", "document")), version: orNull(word), licensor: orNull(fc.oneof(id, fc.constantFrom("organization:Acme Labs", "hf:acme"))), source: fc.oneof(orNull(word), fc.constantFrom("url:https://x.example/data", "hf:dataset/acme/notes", "https://jane:secret@x.example/data")), modality: few(word),
    upstream: orNull(fc.constantFrom("complete", "partial", "undisclosed")), published: orNull(day),
    acquired: few(fc.record({ who: fc.constant("us"), in: orNull(word), on: orNull(day), how: orNull(word), purpose: fc.constant([]), field: fc.constant([]), facts: fc.constant([]) })),
    parts: fc.uniqueArray(id, { maxLength: 2 }).map((ids) => ids.map((part) => ({ id: part, scope: part.length % 2 === 0 ? null : ("content" as const) }))), placeholder: fc.boolean(),
  }).map((asset) => ({ ...asset, digest: digestOf(asset.id) }))),
  derivations: few(fc.record({
    from: fc.constantFrom(["s1"], ["s1", "s2"], ["base"], ["hf:model/acme/base", "notes"]), to: orNull(fc.constantFrom("t1", "t2", "ü-π", "gh:acme/app")), by: fc.oneof(word, fc.constantFrom("train", "finetune", "include", "evaluate", "copy")), who: fc.constantFrom("us", "organization:Acme Labs", "publisher-of:t1", "gh:acme"), during: period, in: few(word), purpose: few(word), field: few(word),
    facts: few(fact), acts: few(fc.record({ act: word, of: fc.constantFrom("s1", "s3"), until: orNull(day) })),
  })),
  statements: few(fc.record({
    about: fc.record({ kind: fc.constantFrom("asset", "party", "instrument"), id }), what: fc.oneof(word, fc.constantFrom("license", "license", "license-link", "license-unsaid", "gate", "rights", "alternate-of", "training-mining", "data-mining", "reservation-signals", "signature", "fact:reservation.expressed", "fact:reservation.form")),
    value: orNull(fc.oneof(value, fc.constantFrom("MIT", "Apache-2.0", "llama3.1", "MIT OR Apache-2.0", "MIT\nApache-2.0", "a\n\nb", "NONE", "NOASSERTION", "unknown", "valid", "invalid", "ai_training: notAllowed", "ai_inference: notAllowed", "tdm-reservation: 1", "c2pa_or_iptc_metadata", "tdmrep"))),
    raw: orNull(fc.oneof(fc.string(), fc.constant('{"tdm-reservation: 1":2} of 3 answers'))), scope: orNull(scope), part: fc.constant(null), rung: fc.constantFrom("declared", "detected", "concluded"), by: orNull(word),
    source: orNull(source), valid: period, recordedAt: instant,
  }).map((statement) => (statement.what.startsWith("fact:") ? { ...statement, about: { ...statement.about, kind: "asset" as const } } : statement))),
  title: few(fc.record({ asset: id, layer, to: id, from: orNull(id), how: fc.constantFrom("creation", "order"), on: orNull(day), in: some(word), share: fc.constantFrom(1, 0.25), evidence: orNull(word) })),
  claims: few(fc.record({ asset: id, by: id, layer, says: word, settled: fc.boolean() })),
  acceptances: few(fc.record({ instrument: id, party: id, on: orNull(day), version: orNull(word), evidence: orNull(word) })),
  events: few(fc.record({ kind: fc.constantFrom(...eventKinds), of: id, party: orNull(id), part: orNull(word), on: day, recordedAt: instant, evidence: orNull(word), duty: orNull(word), quantity: orNull(word) })),
  observations: few(fc.record({ of: word, at: instant, mechanism: word, value: fc.constantFrom("reserved", "open", "absent"), form: word, sha256: orNull(word) })),
  positions: few(fc.record({ position: word, territory: fc.constantFrom("WORLD", "EU", "NO"), option: word, by: orNull(word), on: orNull(day) })),
  uses: few(fc.record({
    name: id, of: id, actions: some(word), actor: fc.constant("us"), recipients: few(fc.record({ role: word, in: few(word), actions: few(word) })), as: orNull(word), named: orNull(word),
    purpose: few(word), field: few(word), in: some(word), hosted: few(word), on: day, scale: few(quantity), facts: few(fact),
  })),
  waivers: few(fc.record({ id, use: fc.constant(null), asset: orNull(id), kind: word, reason: word, by: word, from: fc.constant(null), until: day })),
  findings: few(fc.record({ kind: word, asset: orNull(id), detail: fc.oneof(word, fc.constant("two\nlines")), settle: fc.oneof(word, fc.constant("")) })),
  covers: few(id),
});

type Parts = typeof graphParts extends fc.Arbitrary<infer P> ? P : never;

/** The graph of some parts, as imports put it together. */
export function built(p: Parts): TitleGraph {
  const builder = new GraphBuilder("us", { guessKind: () => "dataset" });
  p.parties.forEach((each) => builder.addParty(each));
  p.assets.forEach((each) => builder.addAsset(each));
  p.derivations.forEach((each) => builder.addDerivation(each));
  p.statements.forEach((each) => builder.addStatement(each));
  p.title.forEach((each) => builder.addTitle(each));
  p.claims.forEach((each) => builder.addClaim(each));
  p.acceptances.forEach((each) => builder.addAcceptance(each));
  p.events.forEach((each) => builder.addEvent(each));
  p.observations.forEach((each) => builder.addObservation(each));
  p.positions.forEach((each) => builder.addPosition(each));
  p.uses.forEach((each) => builder.addUse(each));
  p.waivers.forEach((each) => builder.addWaiver(each));
  if (p.covers.length > 0) builder.addInstrument(agreement, p.covers);
  p.findings.forEach((each) => builder.addFinding(each));
  return builder.build();
}
