import { layers, type FactValue, type Layer } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Uncovered } from "../../judgment/uncovered.js";
import type { DemandOnWay } from "./demand-on-way.js";
import { raisedAt } from "./raised.js";
import { spotAt, type Place } from "./spot.js";
import { stated } from "./told-fact.js";
import type { Quietly } from "./twins.js";
import { openInterval } from "./told-interval.js";

/** Layers whose absence of rules the judgment of demands and contracts sees by itself. */
const seenElsewhere: ReadonlySet<Layer> = new Set<Layer>(["copyright", "contract", "regulation"]);

/** Layers that somebody speaks of in a place for which the catalogue has no rule on them: unknown, not free. */
export function uncoveredOn(demands: readonly DemandOnWay[], place: Place, isQuiet: Quietly): Uncovered[] {
  const book = place.core.of.laws.in(place.atom, place.at);
  const open = layers.filter((layer) => !seenElsewhere.has(layer) && !book.speaksOf(layer) && maySpeak(layer, place));
  if (open.length === 0) return [];
  // Each asset by its first demand; the assets in the order of their last ones.
  const first = new Map<string, DemandOnWay>();
  for (const demand of demands) if (demand.layer === "copyright" && !first.has(demand.asset)) first.set(demand.asset, demand);
  const met = new Set(demands.filter((demand) => demand.layer === "copyright").toReversed().map((demand) => demand.asset));
  const quiet = isQuiet(place, () => "uncovered", ({ asset }) => open.every((layer) => spokenOf(asset, layer, place) === null));
  return [...met].flatMap((asset): Uncovered[] => {
    const demand = first.get(asset)!;
    if (quiet(demand)) return [];
    return open.flatMap((layer): Uncovered[] => {
      const premise = spokenOf(asset, layer, place);
      return premise === null ? [] : [{ asset, layer, action: demand.action, interval: openInterval, premises: [premise], path: demand.path }];
    });
  });
}

/** Whether anybody says anything of a layer at all. */
function maySpeak(layer: Layer, { core, act }: Place): boolean {
  const { actions } = core.of.taxonomies;
  if (core.world.graph.claims.some((claim) => claim.layer === layer) || act.actions.some((id) => actions.get(id)?.raises?.includes(layer) === true)) return true;
  const facts = [...act.facts, ...(act.derivation === null ? [] : core.state.told.ofDerivation(act.derivation))];
  return (core.of.factsByLayer.get(layer) ?? []).some(({ id }) => core.state.stated.isSaid(id) || facts.some(({ fact }) => fact === id));
}

/** A claim, a recorded fact of the asset, a circumstance recorded of the act on it, or the act itself. */
function spokenOf(asset: string, layer: Layer, place: Place): Premise | null {
  const { core, act } = place;
  const premise = (reads: string, value: FactValue): Premise => ({ reads, of: asset, is: String(value), needs: `a rule of the place on ${layer}`, result: "unknown" });
  if (core.state.titles.isClaimed(asset, layer)) return premise("claim", layer);
  const spot = spotAt(place, asset, [asset]);
  for (const { id, control } of core.of.factsByLayer.get(layer) ?? []) {
    const said = (): boolean => [...act.facts, ...(act.derivation === null ? [] : core.state.told.ofDerivation(act.derivation))].some((record) => record.fact === id && record.value === true);
    if (stated(spot, asset, id).includes(true) || (asset === act.object && control === "circumstance" && said())) return premise(id, true);
  }
  const { actions } = core.of.taxonomies;
  const asking = asset === act.object ? act.actions.find((id) => actions.get(id)?.raises?.includes(layer) === true && actions.get(id)?.needs?.[layer] === undefined) : undefined;
  return asking === undefined ? null : premise("act", asking);
}

/** Layers in question in which only a prohibition counts. */
export function freeLayersRaised(demands: readonly DemandOnWay[], place: Place, isQuiet: Quietly): Layer[] {
  return [...place.core.of.laws.in(place.atom, place.at).free].filter((layer) => {
    const quiet = isQuiet(place, ({ action }) => `raised ${layer} ${action}`, ({ asset, path, action }) => raisedAt(spotAt(place, asset, path), layer, action).truth === "false");
    return demands.some((demand) => demand.layer === "copyright" && !quiet(demand));
  });
}
