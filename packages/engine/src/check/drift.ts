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

/**
 * Drift of the license that the asset of a question declares. A source whose matter is in the asset drifts where its known terms are the
 * reason for the refusal: they do not admit the declared license, or they refuse the act to which the declared license says yes. Terms
 * that nobody verified tell neither. Where
 * the asset's own license refuses too, only the first can be told. What is unknown is no drift.
 */
export function driftOf(decision: Decision, declared: string | null, graph: TitleGraph): Drift[] {
  if (declared === null) return [];
  const { of } = decision.use;
  const blocked = decision.reasons.filter((r) => r.tense === "present" && r.decision === "blocked" && r.layer === "copyright");
  const allowsItself = !blocked.some((r) => r.asset === of);
  const found = new Map<string, Drift>();
  for (const reason of blocked.filter((r) => r.asset !== of)) {
    const granted = reason.options.filter((o) => o.kind === "granted" && o.instrument !== null && canGrant((o.verified ?? "unverified") as Verified));
    const broken = granted.find((o) => o.fails === "outbound license");
    const telling = broken ?? (allowsItself ? granted.find((o) => o.fails !== null) : undefined);
    const license = telling?.instrument ?? null;
    if (telling === undefined || license === null || found.has(reason.asset)) continue;
    found.set(reason.asset, {
      declared, source: reason.asset, license, why: broken === undefined ? "refused" : "outbound", through: throughOf(reason, graph), depth: reason.path.length - 1, cite: telling.cite,
    });
  }
  return [...found.values()];
}

/**
 * Drift of whatever the use of a decision declares: the license as which it goes out, else the one that is recorded of the asset. Where sources differ on that, each of those that they name may be
 * the one that goes further than what went into the thing. `asOf`: the day of the records.
 */
export function declaredDrift(decision: Decision, { graph, catalogue }: Pick<World, "graph" | "catalogue">, licenseOf: (asset: Asset) => RecordedLicense, asOf: string): Drift[] {
  const { name, of } = decision.use;
  const asset = graph.assets.get(of);
  const declared = graph.uses.get(name)?.as ?? (asset === undefined ? null : licenseOf(asset).id);
  const named = declared !== null ? [declared] : asset === undefined ? [] : differingLicenses(graph, catalogue, asset, asOf);
  return named.flatMap((each) => driftOf(decision, each, graph));
}

function throughOf(reason: Reason, graph: TitleGraph): DriftThrough {
  const kinds = reason.path.map((id) => graph.assets.get(id)?.kind);
  if (kinds.at(-1) === "dataset" && kinds.some((kind) => kind === "model")) return "data";
  return kinds[0] === "model" || kinds[0] === "dataset" ? "model" : "inclusion";
}
