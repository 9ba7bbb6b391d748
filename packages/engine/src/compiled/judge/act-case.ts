import { layers, type Layer } from "@cleartitle/norms";
import type { Act } from "../../act.js";
import type { Ban } from "../../judgment/ban.js";
import type { Demand } from "../../judgment/demand.js";
import type { Duty } from "../../judgment/duty.js";
import type { LicenseReading } from "../../judgment/license-reading.js";
import type { Matter } from "../../judgment/matter.js";
import type { Reliance } from "../../judgment/reliance.js";
import type { Uncovered } from "../../judgment/uncovered.js";
import { momentOf } from "../state/moment.js";
import { bansBeside, boundBy, boundDuties, contractBans, dutiesOfLaw } from "./bans.js";
import { freeLayersRaised, uncoveredOn } from "./coverage.js";
import type { DemandJudged } from "./demand-judged.js";
import { demandsIn } from "./demands.js";
import { unsaid } from "./grants.js";
import { lawfulOptions, licensedOptions } from "./options.js";
import { raisedAt } from "./raised.js";
import { reliancesOn } from "./reliance.js";
import type { Roles } from "./roles.js";
import { nodeOf, spotAt, type Place, type Spot } from "./spot.js";
import { Kept } from "./turning.js";
import { ascentsFrom, type Ascent } from "./upstream.js";

/** One act in one place, judged piece by piece. */
export interface ActJudged {
  readonly demands: readonly DemandJudged[];
  readonly bans: readonly Ban[];
  readonly uncovered: readonly Uncovered[];
  readonly lawDuties: readonly Duty[];
  readonly boundDuties: readonly Duty[];
  readonly reliances: readonly Reliance[];
  readonly layersAsked: ReadonlySet<Layer>;
}

/** What does not change with the act. */
type Ground = Omit<Place, "act" | "at" | "atom">;

/** One act in all the classes of places in which it is asked. Each piece of the judgment is kept by what it turned on. */
export class ActCase {
  readonly places: readonly Place[];
  readonly #roles: Roles;
  readonly #demands = new Kept<readonly (readonly Demand[])[]>();
  readonly #judged = new WeakMap<Demand, Kept<readonly DemandJudged[]>>();
  readonly #binding: readonly Kept<Pick<ActJudged, "bans" | "boundDuties">>[];
  readonly #beside: readonly Kept<readonly Ban[]>[];
  readonly #byLaw: readonly Kept<readonly Duty[]>[];
  readonly #layers: readonly Kept<{ readonly uncovered: readonly Uncovered[]; readonly free: readonly Layer[] }>[];
  #upstream: readonly Ascent[] | null = null;

  constructor(ground: Ground, act: Act, atoms: readonly string[], roles: Roles) {
    const at = momentOf(act.date, ground.asOf);
    this.places = atoms.map((atom) => ({ ...ground, act, at, atom }));
    this.#roles = roles;
    this.#binding = atoms.map(() => new Kept());
    this.#beside = atoms.map(() => new Kept());
    this.#byLaw = atoms.map(() => new Kept());
    this.#layers = atoms.map(() => new Kept());
  }

  /** Demands, options and bans of the act in one of its places. */
  judge(i: number): ActJudged {
    const place = this.places[i]!;
    const { turning } = place.standpoint;
    const demands = this.demandsIn(i);
    const contracts = this.bindingIn(i);
    const bans = [...contracts.bans, ...turning.once(this.#beside[i]!, () => bansBeside(place, this.#demandsOf(i), this.#roles))];
    const lawDuties = turning.once(this.#byLaw[i]!, () => dutiesOfLaw(place, this.#demandsOf(i)));
    const { uncovered, free } = turning.once(this.#layers[i]!, () => {
      const asked = this.#demandsOf(i);
      return { uncovered: uncoveredOn(asked, place), free: freeLayersRaised(asked, place) };
    });
    const asked = new Set<Layer>([...demands.map((d) => d.demand.layer), ...bans.map((b) => b.layer), ...uncovered.map((u) => u.layer), ...free]);
    return { demands, bans, uncovered, lawDuties, boundDuties: contracts.boundDuties, reliances: reliancesOn(demands, place), layersAsked: new Set(layers.filter((layer) => asked.has(layer))) };
  }

  /** The demands of the act in one of its places, with every option of each. */
  demandsIn(i: number): readonly DemandJudged[] {
    const place = this.places[i]!;
    return this.#demandsOf(i).flatMap((demand) => {
      let kept = this.#judged.get(demand);
      if (kept === undefined) this.#judged.set(demand, (kept = new Kept()));
      return place.standpoint.turning.once(kept, () => judgeDemand(demand, place, this.#roles));
    });
  }

  #demandsOf(i: number): readonly Demand[] {
    return this.places[i]!.standpoint.turning.once(this.#demands, () => demandsIn(this.places))[i]!;
  }

  /** Bans and duties of texts upstream that bind whoever acts. */
  bindingIn(i: number, mine: (judged: DemandJudged) => boolean = () => true): Pick<ActJudged, "bans" | "boundDuties"> {
    const place = this.places[i]!;
    return place.standpoint.turning.once(this.#binding[i]!, () => {
      const { core, act } = place;
      this.#upstream ??= ascentsFrom(core.graph, core.of.taxonomies.derivationKinds, { object: nodeOf(core, act.object), date: act.date, actions: act.actions }, true);
      const bound = boundBy(place, this.#upstream, this.#roles);
      return { bans: contractBans(bound), boundDuties: boundDuties(bound, new Set(this.demandsIn(i).filter(mine).map((d) => d.demand.asset))) };
    });
  }
}

function judgeDemand(demand: Demand, place: Place, roles: Roles): DemandJudged[] {
  const { core, at } = place;
  const { asset, layer, action } = demand;
  const term = core.of.taxonomies.actions.get(action);
  if (term?.needs?.[layer] === undefined && !(term?.power === true && layer === "copyright")) return [];
  const spot = spotAt(place, asset, demand.path);
  const raised = raisedAt(spot, layer, action);
  if (raised.truth === "false" || raised.as === "free") return [];
  const { licenses, makers } = core.state;
  // A middle that nobody recorded is nobody's but the maker's.
  if (core.graph.virtual[spot.node] === 1 && makers.isMadeBy(spot.node, nobody)) return [];
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
const isOwnMake = ({ core: { state }, act, at, node, source }: Spot): boolean => !state.titles.isRecorded(source) && state.makers.isMadeBy(node, state.groups.of(act.actor, at.date));

const ownReading = (reading: LicenseReading): LicenseReading => ({ ...reading, kind: "own", says: "made by the actor itself" });
