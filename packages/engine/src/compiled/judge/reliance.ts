import { exactly } from "@cleartitle/norms";
import type { Reliance } from "../../judgment/reliance.js";
import { alike, type DemandJudged } from "./demand-judged.js";
import { assetOf, spotAt, type Place, type Spot } from "./spot.js";
import { stated } from "./told-fact.js";
import { openInterval } from "./told-interval.js";

const position = "rely-on-publisher";

/** An asset that others made, whose upstream is not wholly disclosed, and that is used by a grant: relied on, unless something recorded contradicts its publisher. */
export function relianceOn(judged: readonly DemandJudged[], place: Place): Reliance[] {
  for (const each of judged) {
    const { demand } = each;
    if (demand.layer !== "copyright") continue;
    const { readings } = alike(each);
    // Only a grant stands or falls with what its licensor had to give.
    if (!readings.some((r) => r.options.some((o) => o.report.kind === "granted" && o.interval.best !== "blocked"))) continue;
    if (readings.every((r) => r.options.some((o) => o.report.kind !== "granted" && o.interval.worst !== "blocked"))) continue;
    const spot = spotAt(place, demand.asset, demand.path);
    return isOpen(spot) ? [relianceAt(spot)] : [];
  }
  return [];
}

function isOpen(spot: Spot): boolean {
  const { core, act, at, node, source } = spot;
  if (assetOf(spot, source) === undefined || !core.state.licensors.isOpenUpstream(node, at)) return false;
  return !core.state.makers.isMadeBy(node, core.state.groups.of(act.actor, at.date), at);
}

function relianceAt(spot: Spot): Reliance {
  const contradiction = contradictionOf(spot);
  const option = spot.standpoint.option(position, spot.atom);
  const relies = option === "relies" && contradiction === null;
  const why = contradiction ?? (relies ? "relies on the publisher's grant of the asset as a whole" : "what went into it is not disclosed");
  return { asset: spot.source, path: spot.path, relies, why, option, interval: relies ? exactly("cleared") : openInterval };
}

/** What is recorded against the publisher's having all that it grants. */
function contradictionOf(spot: Spot): string | null {
  const { core, source } = spot;
  const { titles } = core.state;
  if (titles.hasOpenClaim(source)) return "a rival claim is recorded";
  const licensors = core.state.licensors.of(spot.node, spot.at);
  const holders = titles.holdersOf(source);
  if (holders.length > 0 && licensors.some((party) => !holders.includes(party))) return "the licensor is not the recorded holder";
  if (stated(spot, source, "source.infringing_copy").includes(true)) return "it is recorded as an infringing copy";
  return core.contradicted.has(source) ? "a finding contradicts the publisher" : null;
}
