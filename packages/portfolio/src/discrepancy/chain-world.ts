import { titleOfDeal } from "@cleartitle/agreements";
import type { Catalogue } from "@cleartitle/catalogue";
import type { Decide, OptionReport } from "@cleartitle/engine";
import { PlaceIndex, type Status, statusOrder, type Taxonomies } from "@cleartitle/norms";
import { readTitleValue } from "@cleartitle/title";
import type { Family } from "../family/family.js";

/** A question that is asked under an agreement alone: whether it lets somebody do these acts on these terms. */
export interface Probe {
  readonly asset: string;
  readonly acts: readonly string[];
  readonly field: string | null;
  readonly purpose: string;
  readonly hosted: readonly string[];
  readonly on: string;
  /** One place of each class: agreements tell places apart by the groups that they name, and by nothing else. */
  readonly in: readonly string[];
  /** Of a model that was trained on the asset, in place of the asset. */
  readonly ofModel: boolean;
}

/** What agreements give for one act in places, by the engine. */
export interface Given {
  readonly act: string;
  readonly territories: readonly string[];
  /** `yes`: an agreement permits it, and none of them bars it; `maybe`: that hangs on something that is not known. */
  readonly gives: "yes" | "no" | "maybe";
  /** What fails: `place`, `field`, `term`, `ban`, …; null: nothing. */
  readonly fails: string | null;
  readonly cite: string | null;
}

export interface ChainAsking {
  readonly decide: Decide;
  readonly catalogue: Catalogue;
}

const textsIn = (node: unknown): readonly string[] => (typeof node === "string" ? [node] : typeof node === "object" && node !== null ? Object.values(node).flatMap(textsIn) : []);

/** Classes of places that lie in the same of all groups that agreements name, on a day. */
export function placeClasses(families: readonly Family[], taxonomies: Taxonomies, on: string): readonly (readonly string[])[] {
  const index = new PlaceIndex(taxonomies);
  const named = families.flatMap(({ deal }) => textsIn(deal!.compiled.instrument.norms)).filter((text) => index.knows(text));
  return index.partition(index.atoms, named, on);
}

/** Of each field of use the model that was trained for it. */
const modelOf = ({ asset, field }: Probe): string => `model-of-${asset}-for-${field ?? "any"}`;
const nameOf = (index: number): string => `probe-${index}`;

const once = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => all.filter((each, index) => all.findIndex(({ id }) => id === each.id) === index);

/** A title file that holds these agreements and nothing else, and asks all probes. */
function titleOf(families: readonly Family[], probes: readonly Probe[], trained: string): object {
  const titles = families.map(({ deal }) => titleOfDeal(deal!.file.deal, deal!.compiled) as Readonly<Record<string, readonly { readonly id: string }[] | string | undefined>>);
  const joined = (key: string): readonly { readonly id: string }[] => once(titles.flatMap((title) => (title[key] as readonly { readonly id: string }[] | undefined) ?? []));
  const acceptances = titles.flatMap((title) => (title["acceptances"] as readonly unknown[] | undefined) ?? []);
  const about = ({ purpose, field }: Probe): object => ({ purpose, ...(field === null ? {} : { field }) });
  const models = once(probes.filter(({ ofModel }) => ofModel).map((probe) => ({ id: modelOf(probe), probe })));
  return {
    us: titles[0]!["us"], parties: joined("parties"), instruments: joined("instruments"), ...(acceptances.length === 0 ? {} : { acceptances }),
    assets: [...joined("assets").map((each) => ({ ...each, license: "NONE" })), ...models.map(({ id }) => ({ id, kind: "model" }))],
    ...(models.length === 0 ? {} : { derivations: models.map(({ id, probe }) => ({ id: `training-${id}`, from: [probe.asset], to: id, by: "train", on: trained, ...about(probe) })) }),
    uses: Object.fromEntries(probes.map((probe, index) => [nameOf(index), { of: probe.ofModel ? modelOf(probe) : probe.asset, actions: probe.acts, ...about(probe), in: probe.in, ...(probe.hosted.length === 0 ? {} : { hosted: probe.hosted }), on: probe.on }])),
  };
}

const isGranting = (status: Status): boolean => statusOrder(status, "conditional") <= 0;

/** The best that the options of agreements come to; null: none of them names the act. */
function bestOf(options: readonly OptionReport[], ids: ReadonlySet<string>): OptionReport | null {
  const granted = options.filter(({ kind, instrument }) => kind === "granted" && instrument !== null && ids.has(instrument));
  return granted.toSorted((a, b) => statusOrder(a.interval.worst, b.interval.worst) || statusOrder(a.interval.best, b.interval.best))[0] ?? null;
}

/** What the answer to a probe says of these agreements. */
function givenIn({ reasons }: ReturnType<Decide>, probe: Probe, families: readonly Family[]): readonly Given[] {
  const ids = new Set(families.map(({ id }) => id));
  const layers = new Set(families.flatMap(({ deal }) => deal!.file.deal.assets.flatMap((asset) => (asset.id === probe.asset ? asset.layers : []))));
  const present = reasons.filter(({ tense, asset }) => tense === "present" && asset === probe.asset);
  const bans = present.filter(({ layer, instrument, decision }) => layer === "contract" && instrument !== null && ids.has(instrument) && !isGranting(decision));
  const granted = present.filter(({ layer, options }) => layers.has(layer) && options.length > 0).map(({ action, territories, options }): Given => {
    const best = bestOf(options, ids);
    if (best === null) return { act: action, territories, gives: "no", fails: "action", cite: null };
    return { act: action, territories, gives: isGranting(best.interval.worst) ? "yes" : isGranting(best.interval.best) ? "maybe" : "no", fails: best.fails, cite: best.cite };
  });
  return [...granted, ...bans.map(({ action, territories, decision, cite }): Given => ({ act: action, territories, gives: decision === "blocked" ? "no" : "maybe", fails: "ban", cite }))];
}

/** Asks what agreements give to the party that takes them, probe by probe and act by act. Exceptions of the law are left aside: they are nobody's to pass on. */
export function givenBy(families: readonly Family[], probes: readonly Probe[], trained: string, { decide, catalogue }: ChainAsking): readonly (readonly Given[])[] {
  const { graph, problems } = readTitleValue(titleOf(families, probes, trained), { file: "portfolio", taxonomies: catalogue.taxonomies });
  if (graph === null) throw new Error(`deals that compiled are no title file: ${problems[0]?.message ?? ""}`);
  const world = { graph, catalogue };
  return probes.map((probe, index) => givenIn(decide(world, nameOf(index), { withoutRange: true, withoutProof: true }), probe, families));
}
