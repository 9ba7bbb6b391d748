import { layers, type Layer } from "@cleartitle/norms";
import type { Act } from "../../act.js";
import type { Aftermath } from "../../judgment/aftermath.js";
import type { Ban } from "../../judgment/ban.js";
import type { Demand } from "../../judgment/demand.js";
import type { Duty } from "../../judgment/duty.js";
import type { Reliance } from "../../judgment/reliance.js";
import type { Uncovered } from "../../judgment/uncovered.js";
import { momentOf } from "../state/moment.js";
import { endedTexts } from "./aftermath.js";
import { bansBeside, boundBy, boundDuties, contractBans, dutiesOfLaw } from "./bans.js";
import { freeLayersRaised, uncoveredOn } from "./coverage.js";
import { type DemandGroup, demandGroups } from "./demand-group.js";
import type { DemandJudged } from "./demand-judged.js";
import { judgeDemand } from "./demand-judgment.js";
import type { DemandOnWay } from "./demand-on-way.js";
import { firstAlike } from "./like-places.js";
import { everything, type Origins } from "./origins.js";
import { relianceOn } from "./reliance.js";
import type { Roles } from "./roles.js";
import type { Place } from "./spot.js";
import { ToldHere } from "./told-once.js";
import { Kept } from "./turning.js";
import { bansTold, dutyRetold, Retold, toldAs, toldOf } from "./retold.js";
import type { Names, Quietly, Twins } from "./twins.js";
import type { Ascent } from "./upstream.js";
import { WayBook } from "./way-book.js";

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

/** What of an act that was done decides whether it was covered. */
export type ActDone = Pick<ActJudged, "demands" | "bans" | "lawDuties" | "boundDuties">;

/** What does not change with the act. */
export type Ground = Omit<Place, "act" | "at" | "atom" | "here">;

/** One act in all the classes of places in which it is asked. Each piece of the judgment is kept by what it turned on. */
export class ActCase {
  readonly places: readonly Place[];
  readonly #roles: Roles;
  readonly #twins: Twins | null;
  readonly #origins: Origins;
  readonly #ways: WayBook;
  readonly #demands = new Kept<readonly (readonly DemandOnWay[])[]>();
  /** Of each place the first one in which all is told as there but duties of law; what that comes to is told of it. */
  readonly #like: readonly number[];
  /** Judgments of demands by all that these say but their premises, in each place. */
  readonly #judged: readonly Map<string, Kept<readonly DemandJudged[]>>[];
  readonly #grouped = new WeakMap<readonly DemandOnWay[], readonly DemandGroup[]>();
  readonly #relied = new WeakMap<readonly DemandJudged[], Kept<readonly Reliance[]>>();
  readonly #told: readonly WeakMap<readonly DemandJudged[], WeakMap<Demand, readonly DemandJudged[]>>[];
  readonly #binding: readonly Kept<Pick<ActJudged, "bans" | "boundDuties">>[];
  readonly #beside: readonly Kept<readonly Ban[]>[];
  readonly #byLaw: readonly Kept<readonly Duty[]>[];
  readonly #ended: readonly Kept<readonly Aftermath[]>[];
  readonly #layers: readonly Kept<{ readonly uncovered: readonly Uncovered[]; readonly free: readonly Layer[] }>[];
  #bound: readonly Ascent[] | null = null;
  #upstream: readonly Ascent[] | null = null;

  /** `twins`: null where the act is judged by itself. */
  constructor(ground: Ground, act: Act, atoms: readonly string[], roles: Roles, twins: Twins | null, origins: Origins = everything) {
    const at = momentOf(act.date, ground.asOf);
    const { core, standpoint, asOf, knownAt, things } = ground;
    this.places = atoms.map((atom) => ({ core, standpoint, act, at, asOf, knownAt, atom, here: new ToldHere(act, at, atom), things }));
    this.#like = firstAlike(core.world, atoms);
    this.#ways = new WayBook(ground.core.graph.nodes);
    this.#roles = roles;
    this.#twins = twins;
    this.#origins = origins;
    this.#judged = atoms.map(() => new Map());
    this.#told = atoms.map(() => new WeakMap());
    this.#binding = atoms.map(() => new Kept());
    this.#beside = atoms.map(() => new Kept());
    this.#byLaw = atoms.map(() => new Kept());
    this.#layers = atoms.map(() => new Kept());
    this.#ended = atoms.map(() => new Kept());
  }

  /** The place of which all is told that is told of another, but duties of law: itself, or the first one like it. */
  likeOf(i: number): number {
    return this.#like[i]!;
  }

  /** How much is kept of it: ways by which it touches things, in each place. */
  get weight(): number {
    return this.#ways.size * this.places.length;
  }

  /** What of it counts once it is done. */
  done(i: number): ActDone {
    const binding = this.bindingIn(i);
    return { demands: this.demandsIn(i), bans: [...binding.bans, ...this.besideIn(i)], boundDuties: binding.boundDuties, lawDuties: this.byLawIn(i) };
  }

  /** As `judge`, with demands alone that tell what all come to together. */
  outline(i: number): Omit<ActJudged, "layersAsked"> {
    const binding = this.bindingIn(i);
    const telling = this.tellingIn(i);
    return {
      demands: telling.flatMap((demand) => this.judgedIn(i, demand)), bans: [...binding.bans, ...this.besideIn(i)], boundDuties: binding.boundDuties, lawDuties: this.byLawIn(i),
      uncovered: this.layersIn(i).uncovered, reliances: telling.flatMap((demand) => this.relianceIn(i, demand)),
    };
  }

  /** Demands, options and bans of the act in one of its places. */
  judge(i: number): ActJudged {
    const asked = this.askedIn(i);
    const done = this.done(i);
    const { demands, bans } = done;
    const { uncovered, free } = this.layersIn(i);
    const speaking = new Set<Layer>([...demands.map((d) => d.demand.layer), ...bans.map((b) => b.layer), ...uncovered.map((u) => u.layer), ...free]);
    return { demands, bans, uncovered, lawDuties: done.lawDuties, boundDuties: done.boundDuties, reliances: this.#reliancesIn(i, asked), layersAsked: new Set(layers.filter((layer) => speaking.has(layer))) };
  }

  /** The demands of the act in one of its places, with every option of each. */
  demandsIn(i: number): readonly DemandJudged[] {
    return this.askedIn(i).flatMap((demand) => this.judgedIn(i, demand));
  }

  /** Demands, those together of which the same is found. */
  grouped(demands: readonly DemandOnWay[]): readonly DemandGroup[] {
    let groups = this.#grouped.get(demands);
    if (groups === undefined) {
      const [place] = this.places as [Place];
      this.#grouped.set(demands, (groups = demandGroups(demands, (demand) => this.#twins?.commonTo(demand, place, this.#roles) ?? null)));
    }
    return groups;
  }

  /** Demands of the act in one of its places, as far as what they come to together turns on them: of those of which the same is found, whatever they are called, one. */
  tellingIn(i: number): readonly DemandOnWay[] {
    return this.grouped(this.askedIn(i)).flatMap((group) => (this.#isShared(i, group) ? [group[0]!] : group));
  }

  /** Whether what the first of a group comes to serves for all of it. */
  #isShared(i: number, group: DemandGroup): boolean {
    return group.length === 1 || this.isCommon(i, group[0]!);
  }

  /** Whether what a demand comes to is so of all by which the same is found: it turned on nothing that is of its source alone, and puts no duty on a thing of its own. */
  isCommon(i: number, demand: DemandOnWay): boolean {
    const { standpoint, act } = this.places[i]!;
    const { value, points } = standpoint.turning.overhear(() => this.judgedIn(i, demand));
    if ([...points].some(standpoint.isState)) return false;
    return value.every(({ readings }) => readings.every(({ options }) => options.every(({ duties }) => duties.every(({ object }) => object === act.object))));
  }

  askedIn(i: number): readonly DemandOnWay[] {
    return this.places[i]!.standpoint.turning.once(this.#demands, () => this.#origins.demandsIn(this.places, this.#ways))[i]!;
  }

  judgedIn(i: number, demand: DemandOnWay): readonly DemandJudged[] {
    const like = this.#like[i]!;
    const place = this.places[like]!;
    const of = this.#judged[like]!;
    let kept = of.get(demand.key);
    if (kept === undefined) of.set(demand.key, (kept = new Kept()));
    const judged = place.standpoint.turning.once(kept, () => this.#judgedAt(place, demand));
    if (judged.length === 0 || (like === i && judged[0]!.demand === demand)) return judged;
    return this.#toldIn(i, judged, demand, (each) => (like === i ? toldOf(each, demand) : toldAs(each, demand, this.#there(i))));
  }

  /** By which name another place stands for the one that was judged for it. */
  #there(i: number): Names {
    const [theirs, ours] = [this.places[this.#like[i]!]!.atom, this.places[i]!.atom];
    return { get: (name) => (name === theirs ? ours : undefined) };
  }

  /** As a twin of the thing was judged, where there is one. */
  #judgedAt(place: Place, demand: DemandOnWay): readonly DemandJudged[] {
    const judge = (): DemandJudged[] => judgeDemand(demand, place, this.#roles);
    if (this.#twins === null) return judge();
    const { layer, action, persists } = demand;
    const { value, names } = this.#twins.of(`${layer} ${action} ${persists}`, place, demand, this.#roles, judge, (all) => all.map(bare));
    return names === null ? value : value.map((judged) => new Retold(judged, demand, names));
  }

  /** Whether a judgment of what is demanded finds nothing, as of a twin of the thing. */
  readonly #isQuiet: Quietly = (place, what, isQuiet) => (this.#twins === null ? isQuiet : this.#twins.quietly(place, what, isQuiet, this.#roles));

  /** One judgment told of a demand that rests on other premises, or that is one of another place. */
  #toldIn(i: number, judged: readonly DemandJudged[], demand: Demand, tell: (each: DemandJudged) => DemandJudged): readonly DemandJudged[] {
    const all = this.#told[i]!;
    let by = all.get(judged);
    if (by === undefined) all.set(judged, (by = new WeakMap()));
    let told = by.get(demand);
    if (told === undefined) by.set(demand, (told = judged.map(tell)));
    return told;
  }

  /** Whether the publisher of what is demanded is relied on, where that is a question; at most one. */
  relianceIn(i: number, demand: DemandOnWay): readonly Reliance[] {
    const place = this.places[i]!;
    const judged = this.judgedIn(i, demand);
    let kept = this.#relied.get(judged);
    if (kept === undefined) this.#relied.set(judged, (kept = new Kept()));
    return place.standpoint.turning.once(kept, () => relianceOn(judged, place));
  }

  /** One for each asset: that of its first demand by which it is a question. */
  #reliancesIn(i: number, asked: readonly DemandOnWay[]): Reliance[] {
    const found = new Map<string, Reliance>();
    for (const demand of asked) if (!found.has(demand.asset)) for (const reliance of this.relianceIn(i, demand)) found.set(demand.asset, reliance);
    return [...found.values()];
  }

  /** Prohibitions of our policies and of statutes. */
  besideIn(i: number): readonly Ban[] {
    const place = this.places[i]!;
    return place.standpoint.turning.once(this.#beside[i]!, () => this.#like[i] !== i ? bansTold(this.besideIn(this.#like[i]!), this.#there(i)) : bansBeside(place, this.askedIn(i), this.#roles, this.#isQuiet));
  }

  byLawIn(i: number): readonly Duty[] {
    const place = this.places[i]!;
    return place.standpoint.turning.once(this.#byLaw[i]!, () => dutiesOfLaw(place, this.askedIn(i), this.#isQuiet));
  }

  /** Layers for which the place has no rule, and those in which only a prohibition counts. */
  layersIn(i: number): { readonly uncovered: readonly Uncovered[]; readonly free: readonly Layer[] } {
    const like = this.#like[i]!;
    const place = this.places[like]!;
    return place.standpoint.turning.once(this.#layers[like]!, () => {
      const asked = this.askedIn(like);
      return { uncovered: uncoveredOn(asked, place, this.#isQuiet), free: freeLayersRaised(asked, place, this.#isQuiet) };
    });
  }

  /** Texts that ended and reach what was made under them. */
  endedIn(i: number): readonly Aftermath[] {
    const place = this.places[i]!;
    return place.standpoint.turning.once(this.#ended[i]!, () => endedTexts(place, this.upstream, this.#roles));
  }

  /** Everything that what is acted on came from, whatever the acts amount to there. */
  get upstream(): readonly Ascent[] {
    return (this.#upstream ??= this.#ascents([], false));
  }

  #ascents(actions: readonly string[], again: boolean): readonly Ascent[] {
    return this.#origins.ascents(this.places, this.#ways, actions, again);
  }

  /** Things of which something is demanded. */
  #demandedIn(i: number, mine: ((judged: DemandJudged) => boolean) | null): ReadonlySet<string> {
    if (mine !== null) return new Set(this.demandsIn(i).filter(mine).map((d) => d.demand.asset));
    const isJudged = (demand: DemandOnWay): boolean => this.judgedIn(i, demand).length > 0;
    return new Set(this.grouped(this.askedIn(i)).flatMap((group) => (this.#isShared(i, group) ? (isJudged(group[0]!) ? group : []) : group.filter(isJudged)).map((demand) => demand.asset)));
  }

  /** Bans and duties of texts upstream that bind whoever acts. */
  bindingIn(i: number, mine: ((judged: DemandJudged) => boolean) | null = null): Pick<ActJudged, "bans" | "boundDuties"> {
    const place = this.places[i]!;
    return place.standpoint.turning.once(this.#binding[i]!, () => {
      if (mine === null && this.#like[i] !== i) {
        const { bans, boundDuties: duties } = this.bindingIn(this.#like[i]!);
        return { bans: bansTold(bans, this.#there(i)), boundDuties: duties.map((duty) => dutyRetold(duty, this.#there(i))) };
      }
      this.#bound ??= this.#ascents(place.act.actions, true);
      const bound = boundBy(place, this.#bound, this.#roles);
      return { bans: contractBans(bound), boundDuties: boundDuties(bound, this.#demandedIn(i, mine)) };
    });
  }
}

/** Of a twin all is told but its own way. */
const bareDemand = ({ asset, layer, action, persists }: Demand): Demand => ({ asset, layer, action, persists, path: [], premises: [] });
const bare = (judged: DemandJudged): DemandJudged => ({ ...judged, demand: bareDemand(judged.demand) });
