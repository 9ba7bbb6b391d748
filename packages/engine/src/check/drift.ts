import { canGrant, type Verified } from "@cleartitle/norms";
import type { Asset, TitleGraph } from "@cleartitle/title";
import type { Decision, Reason } from "../decision.js";
import type { World } from "../world.js";
import { differingLicenses, type RecordedLicense } from "./license-class.js";

/** How the matter of the source came to be in the asset: as a model, as data that a model learned from, or as a part that code includes. */
type DriftThrough = "model" | "data" | "inclusion";

/** A license that an asset declares and that one of its sources does not allow. */
export interface Drift {
  readonly declared: string;
  readonly source: string;
  /** The license of the source. */
  readonly license: string;
  /** `outbound`: it asks the result to go out under other terms; `refused`: it does not give what the declared license gives. */
  readonly why: "outbound" | "refused";
  readonly through: DriftThrough;
  /** Derivations between the source and the asset. */
  readonly depth: number;
  readonly cite: string | null;
}

/** What of a reason tells a drift: a term that does not admit the declared license, and one that refuses the act where the asset's own license does not. */
export interface DriftSeeds {
  readonly broken: DriftSeed | null;
  readonly refused: DriftSeed | null;
}

type DriftSeed = Omit<Drift, "declared" | "source" | "why">;

const drifts = ({ tense, decision, layer }: Pick<Reason, "tense" | "decision" | "layer">): boolean => tense === "present" && decision === "blocked" && layer === "copyright";

/** null: of such a reason no drift is told. */
export function driftSeeds(reason: Reason, graph: TitleGraph): DriftSeeds | null {
  if (!drifts(reason)) return null;
  const granted = reason.options.filter((o) => o.kind === "granted" && o.instrument !== null && canGrant((o.verified ?? "unverified") as Verified));
  const seed = (telling: Reason["options"][number] | undefined): DriftSeed | null =>
    telling === undefined ? null : { license: telling.instrument!, through: throughOf(reason, graph), depth: reason.path.length - 1, cite: telling.cite };
  return { broken: seed(granted.find((o) => o.fails === "outbound license")), refused: seed(granted.find((o) => o.fails !== null)) };
}

/** A reason and what it tells of drift. */
interface Telling extends Pick<Reason, "asset"> {
  readonly seeds: DriftSeeds | null;
}

/**
 * Drift of the license that the asset of a question declares, by its reasons in their order. A source whose matter is in the asset drifts where its known terms are the
 * reason for the refusal: they do not admit the declared license, or they refuse the act to which the declared license says yes. Terms
 * that nobody verified tell neither. Where
 * the asset's own license refuses as well, only the first can be told. What is unknown is no drift.
 */
export function driftBy(of: string, declared: string, reasons: readonly Telling[]): Drift[] {
  const telling = reasons.filter(({ seeds }) => seeds !== null);
  const allowsItself = !telling.some(({ asset }) => asset === of);
  const found = new Map<string, Drift>();
  for (const { asset, seeds } of telling) {
    const seed = seeds!.broken ?? (allowsItself ? seeds!.refused : null);
    if (asset === of || seed === null || found.has(asset)) continue;
    found.set(asset, { declared, source: asset, why: seeds!.broken === null ? "refused" : "outbound", ...seed });
  }
  return [...found.values()];
}

/**
 * Drift of whatever the use of a decision declares: the license as which it goes out, else the one that is recorded of the asset. Where sources differ on that, each of those that they name may be
 * the one that goes further than what went into the thing. `asOf`: the day of the records.
 */
export function declaredDrift(decision: Decision, world: Pick<World, "graph" | "catalogue">, licenseOf: (asset: Asset) => RecordedLicense, asOf: string): Drift[] {
  return declaredOf(decision.use, world, licenseOf, asOf).flatMap((each) => driftOf(decision, each, world.graph));
}

/** Drift of a license that the asset of a decision declares; null: it declares none. */
export const driftOf = ({ use, reasons }: Pick<Decision, "use" | "reasons">, declared: string | null, graph: TitleGraph): Drift[] =>
  declared === null ? [] : driftBy(use.of, declared, reasons.map((reason) => ({ asset: reason.asset, seeds: driftSeeds(reason, graph) })));

/** The licenses that whatever a use is of declares. */
export function declaredOf({ name, of }: Pick<Decision["use"], "name" | "of">, { graph, catalogue }: Pick<World, "graph" | "catalogue">, licenseOf: (asset: Asset) => RecordedLicense, asOf: string): readonly string[] {
  const asset = graph.assets.get(of);
  const declared = graph.uses.get(name)?.as ?? (asset === undefined ? null : licenseOf(asset).id);
  return declared !== null ? [declared] : asset === undefined ? [] : differingLicenses(graph, catalogue, asset, asOf);
}

function throughOf(reason: Reason, graph: TitleGraph): DriftThrough {
  const kinds = reason.path.map((id) => graph.assets.get(id)?.kind);
  if (kinds.at(-1) === "dataset" && kinds.some((kind) => kind === "model")) return "data";
  return kinds[0] === "model" || kinds[0] === "dataset" ? "model" : "inclusion";
}
