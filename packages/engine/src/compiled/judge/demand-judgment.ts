import type { Demand } from "../../judgment/demand.js";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Matter } from "../../judgment/matter.js";
import type { DemandJudged } from "./demand-judged.js";
import { unsaid } from "./grants.js";
import { isAssignedAway } from "./ownership.js";
import { lawfulOptions, licensedOptions } from "./options.js";
import { raisedAt } from "./raised.js";
import type { Roles } from "./roles.js";
import { spotAt, type Place, type Spot } from "./spot.js";

/** What answers a demand in a place, by each way to read what is recorded of the thing, and of each matter of it that is told apart; nothing where nothing is demanded there. */
export function judgeDemand(demand: Demand, place: Place, roles: Roles): DemandJudged[] {
  const { core, at } = place;
  const { asset, layer, action } = demand;
  const term = core.of.taxonomies.actions.get(action);
  if (term?.needs?.[layer] === undefined && !(term?.power === true && layer === "copyright")) return [];
  const spot = spotAt(place, asset, demand.path);
  const raised = raisedAt(spot, layer, action);
  if (raised.truth === "false" || raised.as === "free") return [];
  const { licenses, makers } = core.state;
  // A middle that nobody recorded is nobody's but the maker's, unless the text under which it was made gives it to its licensor.
  if (core.graph.virtual[spot.node] === 1 && makers.isMadeBy(spot.node, nobody, at) && (layer !== "copyright" || !isAssignedAway(spot, action))) return [];
  const lawful = lawfulOptions(demand, spot);
  const own = layer === "copyright" && isOwnMake(spot);
  const of = (matter: Matter): DemandJudged["readings"] => licenses.of(spot.node, matter, at).map((recorded) => {
    const licensed = licensedOptions(demand, matter.scope, spot, recorded, roles);
    const said = licensed.length > 0 && licensed.every(({ report }) => report.fails === unsaid) ? unspoken(recorded, matter) : recorded;
    return { reading: own && said.kind === "unrecorded" ? ownReading(said) : said, options: [...lawful, ...licensed] };
  });
  const whole = licenses.whole(spot.node);
  const held = licenses.held(spot.node, layer).filter((matter) => isToldApart(matter, whole, spot));
  const judged = (part: string | null, readings: DemandJudged["readings"]): DemandJudged => ({ demand, part, raised, party: place.act.actor, readings });
  return [judged(null, of(whole)), ...held.map((matter) => judged(matter.scope, of(matter))), ...licenses.parts(spot.node, at).map((matter) => judged(matter.part, of(matter)))];
}

/** Matter of which the same is recorded, under texts that draw no line between the two, is not told apart from the whole. */
function isToldApart(matter: Matter, whole: Matter, { core: { state }, node, at }: Spot): boolean {
  const [own, other] = [state.licenses.of(node, matter, at), state.licenses.of(node, whole, at)];
  if (own !== other && (own.length !== other.length || own.some((reading, i) => reading.says !== other[i]!.says))) return true;
  return own.some((reading) => reading.options.some((way) => way.some(({ instrument }) => instrument?.norms.some((norm) => norm.kind === "permit" && norm.permit.scope !== undefined) === true)));
}

/** A license that speaks of other matter of the thing leaves this one as if nothing were recorded: unknown, and not refused. */
const unspoken = (reading: LicenseReading, { scope }: Matter): LicenseReading => ({ ...reading, kind: "unrecorded", says: `${reading.says}, which does not speak of its ${scope ?? "matter"}` });

const nobody: ReadonlySet<string> = new Set();

/** Made by the actor's group, with no chain of title that could lead elsewhere. */
const isOwnMake = ({ core: { state }, act, at, node, source }: Spot): boolean => !state.titles.isRecorded(source) && state.makers.isMadeBy(node, state.groups.of(act.actor, at.date), at);

const ownReading = (reading: LicenseReading): LicenseReading => ({ ...reading, kind: "own", says: "made by the actor itself" });
