import { canonicalJson } from "@cleartitle/norms";
import { type Asset, type Derivation, isNotRead, type Statement, type TitleGraph } from "@cleartitle/title";

/** Everything that a graph can say, by kind, with the words for one and for several. */
const traitKinds = {
  "not-read": ["what of the evidence could not be read", "things of the evidence that could not be read"],
  workspace: ["for whom it is kept and the profile", "for whom it is kept and the profile"],
  party: ["what is known of a party", "what is known of parties"],
  asset: ["an asset", "assets"],
  "asset-kind": ["the kind of an asset", "the kinds of assets"],
  "asset-version": ["the version of an asset", "versions of assets"],
  "asset-digest": ["the digest of an asset", "digests of assets"],
  "asset-licensor": ["the licensor of an asset", "licensors of assets"],
  "asset-source": ["where an asset comes from", "where assets come from"],
  "asset-modality": ["the modality of an asset", "modalities of assets"],
  "asset-upstream": ["how much of an asset's origin is known", "how much of assets' origins is known"],
  "asset-published": ["the day on which an asset was published", "days on which assets were published"],
  "asset-acquired": ["how a copy was come by", "how copies were come by"],
  "asset-part": ["a part of an asset", "parts of assets"],
  link: ["how an asset came from another", "how assets came from others"],
  together: ["which sources one act took together", "which sources acts took together"],
  when: ["when an act was done", "when acts were done"],
  who: ["who did an act", "who did acts"],
  where: ["where an act was done", "where acts were done"],
  purpose: ["what an act was for", "what acts were for"],
  "act-facts": ["facts and further acts of an act", "facts and further acts of acts"],
  said: ["a statement", "statements"],
  "said-raw": ["the wording of a statement", "the wording of statements"],
  "said-scope": ["the scope of a statement", "scopes of statements"],
  "said-rung": ["who concluded a statement or found it", "who concluded statements or found them"],
  "said-by": ["by whom a statement is", "by whom statements are"],
  "said-source": ["the source of a statement", "sources of statements"],
  "said-when": ["when a statement held or was recorded", "when statements held or were recorded"],
  title: ["a record of title", "records of title"],
  claim: ["a rival claim", "rival claims"],
  acceptance: ["an acceptance", "acceptances"],
  event: ["an event", "events"],
  observation: ["an observation", "observations"],
  position: ["a position", "positions"],
  instrument: ["a bespoke instrument", "bespoke instruments"],
  cover: ["what an instrument covers", "what instruments cover"],
  use: ["a use", "uses"],
  waiver: ["a waiver", "waivers"],
} as const satisfies Record<string, readonly [string, string]>;
type TraitKind = keyof typeof traitKinds;

/** One thing that a graph says. Two traits with one key say the same. */
export interface Trait {
  readonly kind: TraitKind;
  readonly key: string;
  readonly asset?: Asset;
  readonly derivation?: Derivation;
  /** Of a link: where it comes from. */
  readonly source?: string;
  readonly statement?: Statement;
}

/** The name by which a graph is compared with what was read back, where the reader may know things by other names. */
export type Rename = (id: string) => string;

const records = <T>(kind: TraitKind, each: Iterable<T>): Trait[] => [...each].map((record) => ({ kind, key: `${kind} ${canonicalJson(record)}` }));

/** All that a graph says, one trait for each thing that a document could lose by itself. */
export function traitsOf(graph: TitleGraph, rename: Rename = (id) => id): Trait[] {
  return [
    // First, for whoever is not told of it takes the rest for the whole.
    ...records("not-read", graph.findings.filter(isNotRead)),
    { kind: "workspace", key: `workspace ${graph.us} ${graph.profile}` },
    ...records("party", [...graph.parties.values()].filter((each) => each.kind !== null || each.domicile !== null || each.headquarters !== null || each.controlledBy.length + each.quantities.length + each.facts.length > 0)),
    ...[...graph.assets.values()].flatMap((asset) => ofAsset(asset, rename)),
    ...[...graph.derivations.values()].flatMap((derivation) => ofAct(derivation, rename)),
    ...graph.statements.flatMap((statement) => ofStatement(statement, graph, rename)),
    ...records("title", graph.title), ...records("claim", graph.claims), ...records("acceptance", graph.acceptances), ...records("event", graph.events), ...records("observation", graph.observations),
    ...records("position", graph.positions), ...records("instrument", graph.instruments.values()), ...records("cover", graph.covers), ...records("use", graph.uses.values()), ...records("waiver", graph.waivers),
  ];
}

/** One trait where there is something to say. */
const told = (kind: TraitKind, of: string, value: unknown, from: Omit<Trait, "kind" | "key">): Trait[] =>
  value === null || (Array.isArray(value) && value.length === 0) ? [] : [{ kind, key: `${kind} ${of} ${canonicalJson(value)}`, ...from }];

function ofAsset(asset: Asset, rename: Rename): Trait[] {
  const id = rename(asset.id);
  const of = (kind: TraitKind, value: unknown): Trait[] => told(kind, id, value, { asset });
  return [
    { kind: "asset", key: `asset ${id}`, asset },
    ...of("asset-kind", asset.kind), ...of("asset-version", asset.version), ...of("asset-digest", asset.digest), ...of("asset-licensor", asset.licensor === null ? null : party(asset.licensor, rename)),
    ...of("asset-source", asset.source === null || asset.source === asset.id ? null : rename(asset.source)), ...of("asset-modality", [...new Set(asset.modality)].toSorted()), ...of("asset-upstream", asset.upstream), ...of("asset-published", asset.published),
    ...asset.acquired.flatMap((each) => of("asset-acquired", each)), ...asset.parts.flatMap((each) => of("asset-part", each)),
  ];
}

/** A party that is known by a thing it published. */
const party = (id: string, rename: Rename): string => (id.startsWith("publisher-of:") ? `publisher-of:${rename(id.slice("publisher-of:".length))}` : rename(id));

function ofAct(derivation: Derivation, rename: Rename): Trait[] {
  const { by, from, to, during } = derivation;
  const names = [...new Set(from.map(rename))].toSorted();
  const act = `${by} ${names.join(" ")} > ${to === null ? "nothing" : rename(to)}`;
  const of = (kind: TraitKind, value: unknown): Trait[] => told(kind, act, value, { derivation });
  return [
    ...from.map((source): Trait => ({ kind: "link", key: `link ${by} ${rename(source)} > ${to === null ? "nothing" : rename(to)}`, derivation, source })),
    ...(names.length > 1 ? of("together", names) : []),
    ...(during.from === null && during.to === null ? [] : of("when", during)), ...of("who", party(derivation.who, rename)), ...of("where", derivation.in), ...of("purpose", [...derivation.purpose, ...derivation.field]),
    ...of("act-facts", [...derivation.facts, ...derivation.acts]),
  ];
}

/** A field of an asset stands in a statement too. */
const mirrors = ({ about, what, rung, value, part }: Statement, graph: TitleGraph): boolean =>
  about.kind === "asset" && rung === "declared" && part === null && (what === "licensor" || what === "upstream") && graph.assets.get(about.id)?.[what] === value;

function ofStatement(statement: Statement, graph: TitleGraph, rename: Rename): Trait[] {
  if (mirrors(statement, graph)) return [];
  const { about, what, raw, value, scope, part, rung, by, source, valid, recordedAt, supersedes } = statement;
  // SPDX reads the names of licenses in any case.
  const meant = typeof value !== "string" ? value : what === "alternate-of" ? rename(value) : what === "license" ? value.toLowerCase() : value;
  const said = `${about.kind} ${rename(about.id)} ${canonicalJson([what, meant, part])}`;
  const of = (kind: TraitKind, each: unknown): Trait[] => told(kind, said, each, { statement });
  return [
    { kind: "said", key: `said ${said}`, statement },
    ...of("said-raw", raw), ...of("said-scope", scope), ...of("said-rung", rung), ...of("said-by", by), ...of("said-source", source),
    ...of("said-when", valid.from === null && valid.to === null && recordedAt.startsWith("0001") && supersedes === null ? null : { valid, recordedAt, supersedes }),
  ];
}

/** Which traits come back when a document of a format is read as what somebody else says. A kind that is not named is lost. */
export type Keeps = Partial<Record<TraitKind, (trait: Trait) => boolean>>;

/** What a reader of the document is not told, in the order of the graph. What another record says too is not lost. */
export function lossesOf(graph: TitleGraph, keeps: Keeps): Trait[] {
  const traits = traitsOf(graph);
  const kept = new Set(traits.filter((each) => keeps[each.kind]?.(each) === true).map((each) => each.key));
  return [...new Map(traits.filter((each) => !kept.has(each.key)).map((each) => [each.key, each])).values()];
}

/** Each loss in words: what kind of thing it is, and of what. */
export const listLosses = (losses: readonly Trait[]): string[] => losses.map(({ kind, key }) => `${traitKinds[kind][0]}: ${key.slice(kind.length + 1)}`);

/** The losses in words, one line for each kind. */
export function sayLosses(losses: readonly Trait[]): string[] {
  const counts = new Map<TraitKind, number>();
  for (const { kind } of losses) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => (kind === "workspace" ? traitKinds[kind][0] : count === 1 ? traitKinds[kind][0] : `${traitKinds[kind][1]} (${count})`));
}
