import { digestOf, type Instrument, Law, Position, type Taxonomies } from "@cleartitle/norms";
import type { Catalogue } from "@cleartitle/catalogue";
import * as fc from "fast-check";
import { realCatalogue } from "../cases/case-file.js";
import { legalNorms, norms } from "./norm-arbitrary.js";
import { dates, derivationKinds, groups, maybe, one, openOptions, openQuestions, places, record } from "./vocabulary.js";

type Raw = Record<string, unknown>;

const source = [{ what: "a random world", where: "test/properties" }];
const reach = maybe(fc.dictionary(one(["materials", "derivative", "output"]), fc.dictionary(one(derivationKinds), one(["materials", "modification", "derivative", "extracted", "output", "product", "free", "silent"]), { maxKeys: 6 }), { maxKeys: 2 }))
  .map((table) => table ?? {});

/** A text with random norms under a given id; sound (`verified: primary`) more often than not. */
export const instrumentOf = (id: string): fc.Arbitrary<Raw> => record({
  id: fc.constant(id), kind: one(["license", "license", "license", "agreement", "terms", "policy"]), title: fc.constant(id), source: fc.constant(source), reviewed: fc.constant("2026-01-01"),
  verified: one(["primary", "primary", "primary", "secondary", "partial", "memory", "unverified"]), rest: one(["reserved", "silent"]), norms, reach,
  speaksOf: fc.constant({ training: true, outputs: true, weights: true }), bindsBy: fc.constantFrom(["reliance"], ["acceptance"], ["acceptance", "affiliate"]),
  licensor: maybe(one(["us", "party-1", "party-2"])), licensee: maybe(one(["us", "party-1"])), term: maybe(record({ from: maybe(one(dates)), to: maybe(one(dates)) })),
  unsupported: maybe(fc.constantFrom([], [], [{ what: "a word nobody understands", cite: "s. 9" }])),
});

/** A rule of law; most also say that copyright is in question in their place. */
const lawOf = (id: string): fc.Arbitrary<Raw> => fc.tuple(
  record({
    id: fc.constant(id), kind: fc.constant("statute"), title: fc.constant(id), source: fc.constant(source), reviewed: fc.constant("2026-01-01"), verified: one(["primary", "secondary", "memory"]), norms: legalNorms,
    jurisdiction: one([...places, ...groups]), authority: fc.constant([id]), authorityKind: one(["statute", "statute", "judgment", "guidance"]), confidence: one(["settled", "settled", "contested", "unsettled"]), inForce: maybe(record({ from: one(dates) })),
  }),
  fc.boolean(),
).map(([law, raises]) => ({ ...law, norms: [...(law["norms"] as Raw[]), ...(raises ? [{ id: "raise", cite: "art. r", raise: { layer: "copyright", as: "reserved" } }] : [])] }));

/** Copyright exists in every place but one, so that most demands are covered by a rule and some by none. */
export const ground: readonly Raw[] = ["US", "DE", "FR"].map((jurisdiction) => ({
  id: `ground-${jurisdiction}`, kind: "statute", title: "copyright exists", source, reviewed: "2026-01-01", verified: "primary", jurisdiction, authority: ["Act"], authorityKind: "statute", confidence: "settled",
  norms: [{ id: "raise", cite: "s. 1", raise: { layer: "copyright", as: "reserved" } }],
}));

const questions: readonly Raw[] = openQuestions.map((id) => ({
  id, question: "Which?", options: openOptions.map((o) => ({ id: o, says: o })), cautious: "maybe", source, verified: "primary", reviewed: "2026-01-01",
}));

export const laws: fc.Arbitrary<Raw[]> = fc.integer({ min: 0, max: 3 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => lawOf(`law-${i}`)))).map((random) => [...ground, ...random]);

/** Licenses of the real catalogue that random assets name and releases may go out under. */
export const realLicenses = ["MIT", "Apache-2.0", "GPL-3.0-only", "CC-BY-NC-4.0", "LicenseRef-Llama-3.1"] as const;

const byId = <T extends { id: string }>(records: readonly T[]) => new Map(records.map((r) => [r.id, r] as const));

/** What every random world shares: the real taxonomies and positions, and a few real licenses. */
function shared(): Catalogue {
  const real = realCatalogue();
  const instruments = new Map(realLicenses.flatMap((id): [string, Instrument][] => (real.instruments.has(id) ? [[id, real.instruments.get(id)!]] : [])));
  return { ...real, instruments, laws: new Map(), positions: new Map([...real.positions, ...byId(questions.map((q) => Position.parse(q)))]) };
}
let kept: Catalogue | null = null;
const base = (): Catalogue => (kept ??= shared());

/** The names that random title files are checked against. */
export const realTaxonomies = (): Taxonomies => base().taxonomies;

/** The real taxonomies and positions with a few real licenses, under random law. */
export function catalogueWith(rules: readonly Raw[]): Catalogue {
  const parsed = byId(rules.map((law) => Law.parse(law)));
  return { ...base(), laws: parsed, digests: { ...base().digests, catalogue: digestOf(parsed) } };
}
