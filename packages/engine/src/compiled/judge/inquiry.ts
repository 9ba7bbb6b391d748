import { exactly, joinIntervals, type Interval } from "@cleartitle/norms";
import type { Act } from "../../act.js";
import type { Aftermath } from "../../judgment/aftermath.js";
import type { Clash } from "../../judgment/clash.js";
import { distinctDuties, type Duty } from "../../judgment/duty.js";
import type { Option } from "../../judgment/option.js";
import type { Question } from "../../judgment/question.js";
import { ActCase, type ActJudged } from "./act-case.js";
import { endedTexts, tainted } from "./aftermath.js";
import { chooseIn, intervalOf, takenOf, type Chosen } from "./choice.js";
import { clashesOf } from "./clashes.js";
import { coreOf } from "./core.js";
import type { DemandJudged } from "./demand-judged.js";
import { ownershipAt } from "./ownership.js";
import { PastActs, type Past } from "./past.js";
import { Roles } from "./roles.js";
import { nodeOf, spotAt, type Core } from "./spot.js";
import { Standpoint } from "./standpoint.js";
import { Kept, type Point } from "./turning.js";
import { ascentsFrom, type Ascent } from "./upstream.js";

/** Everything that bears on a use in one class of places. */
export interface PlaceJudged {
  readonly judged: ActJudged;
  readonly chosen: Chosen;
  readonly relied: readonly Option[];
  readonly duties: readonly Duty[];
  readonly clashes: readonly Clash[];
  readonly aftermath: readonly Aftermath[];
  readonly interval: Interval;
}

/** What recipients of one role are to do, and in which classes of places. */
interface Recipients {
  readonly act: ActCase;
  readonly in: ReadonlySet<number>;
}

/** One question, judged from as many standpoints as it takes: what does not turn on what changed is judged once. */
export class Inquiry {
  readonly core: Core;
  readonly asOf: string;
  readonly knownAt: string;
  readonly standpoint: Standpoint;
  readonly act: ActCase;
  readonly #question: Question;
  readonly #roles = new Map<number, Roles>();
  readonly #recipients: readonly Recipients[];
  readonly #past: PastActs;
  readonly #places: readonly Kept<PlaceJudged>[];
  readonly #ended: readonly Kept<readonly Aftermath[]>[];
  readonly #releasing: boolean;
  #ways: readonly Ascent[] | null = null;
  #known: Past | null = null;
  readonly #pastPoint: Point = { answer: () => this.#known!.name };

  constructor(question: Question) {
    const { world, act, asOf, knownAt, classes } = question;
    this.#question = question;
    this.core = coreOf(world, knownAt);
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.standpoint = new Standpoint(question);
    const atoms = classes.map((each) => each.atom);
    this.act = this.caseOf(act, atoms);
    this.#releasing = act.actions.some((action) => this.core.of.taxonomies.actions.get(action)?.releasing === true);
    this.#recipients = this.#releasing ? this.#recipientsIn(atoms) : [];
    this.#past = new PastActs(this, act.object, act.date ?? asOf, act.actor);
    this.#places = atoms.map(() => new Kept());
    this.#ended = atoms.map(() => new Kept());
  }

  caseOf(act: Act, atoms: readonly string[]): ActCase {
    const object = nodeOf(this.core, act.object);
    let roles = this.#roles.get(object);
    if (roles === undefined) this.#roles.set(object, (roles = new Roles(this.core, this.standpoint, object)));
    return new ActCase({ core: this.core, standpoint: this.standpoint, asOf: this.asOf, knownAt: this.knownAt }, act, atoms, roles);
  }

  /** The past, from the standpoint that is taken; the places are judged after it. */
  past(): Past {
    const past = this.#past.judge();
    this.#known = past;
    this.standpoint.states = past.states;
    return past;
  }

  /** One class of places, after the past. */
  place(i: number): PlaceJudged {
    return this.standpoint.turning.once(this.#places[i]!, () => this.#judge(i));
  }

  #judge(i: number): PlaceJudged {
    const { use, act } = this.#question;
    const own = this.act.judge(i);
    const received = this.#recipients.flatMap((r) => (r.in.has(i) ? [this.#receivedBy(r, i)] : []));
    const judged: ActJudged = {
      ...own, demands: [...own.demands, ...received.flatMap((r) => r.demands)], bans: [...own.bans, ...received.flatMap((r) => r.bans)],
      boundDuties: [...own.boundDuties, ...received.flatMap((r) => r.boundDuties)],
    };
    const chosen = chooseIn(judged.demands, this.#releasing, use.as, this.core);
    const relied = judged.demands.flatMap((d) => d.readings.flatMap((r) => takenOf(r.options, chosen.weigh) ?? []));
    const binding = [...judged.boundDuties, ...judged.lawDuties];
    const duties = distinctDuties([...relied.flatMap((o) => o.duties), ...binding]);
    const clashes = clashesOf(duties, act.named, this.core.of);
    const aftermath = this.#aftermath(i);
    const interval = joinIntervals([
      ...judged.demands.map((d) => intervalOf(d, chosen.weigh)),
      // Duties of relied options are in their intervals already; those that bind in any case are not.
      ...[judged.bans, judged.uncovered, judged.reliances, binding, clashes, aftermath].flatMap((all) => all.map((each) => each.interval)),
      ...this.#burden(),
    ]);
    return { judged, chosen, relied, duties, clashes, aftermath, interval };
  }

  /** What earlier acts of ours make of the answer: to settle them, or to accept them by a waiver. */
  #burden(): Interval[] {
    this.standpoint.turning.ask(this.#pastPoint);
    const { duties, findings } = this.#known!;
    return duties.some((duty) => duty.state === "overdue") ? [exactly("conditional")] : findings.flatMap((f) => (f.ours ? [f.interval] : []));
  }

  #aftermath(i: number): Aftermath[] {
    const { act } = this.#question;
    const { turning } = this.standpoint;
    const { core } = this;
    const place = this.act.places[i]!;
    this.#ways ??= ascentsFrom(core.graph, core.of.taxonomies.derivationKinds, { object: nodeOf(core, act.object), date: act.date, actions: [] }, false);
    const ended = turning.once(this.#ended[i]!, () => endedTexts(place, this.#ways!, this.#roles.get(nodeOf(core, act.object))!));
    turning.ask(this.#pastPoint);
    return [...ended, ...tainted(place, this.#ways, this.#known!.findings)];
  }

  /** Those to whom the thing is handed on, each asked as the actor of what it is to do. */
  #recipientsIn(atoms: readonly string[]): Recipients[] {
    const { use: { recipients }, act, asOf } = this.#question;
    const { places } = this.core.of;
    const isHere = (named: readonly string[], atom: string): boolean => named.length === 0 || named.some((place) => places.contains(place, atom, act.date ?? asOf) === "true");
    return recipients.filter((r) => r.actions.length > 0).map((r) => ({
      act: this.caseOf({ ...act, actions: r.actions, actor: r.role, recipients: [], scale: [], named: null, handedBy: act.actor }, atoms),
      in: new Set(atoms.flatMap((atom, i) => (isHere(r.in, atom) ? [i] : []))),
    }));
  }

  /** What recipients are to do: what of it is not the releaser's own to license, what texts that go on to them forbid, and what they owe. */
  #receivedBy({ act }: Recipients, i: number): Pick<ActJudged, "demands" | "bans" | "boundDuties"> {
    const place = this.act.places[i]!;
    const isTheirs = ({ demand }: DemandJudged): boolean => {
      const own = ownershipAt(spotAt(place, demand.asset, demand.path), demand.layer, demand.action);
      return own === null || own.interval.worst === "blocked";
    };
    const { bans, boundDuties } = act.bindingIn(i, isTheirs);
    return { demands: act.demandsIn(i).filter(isTheirs), bans: bans.map((ban) => ({ ...ban, party: act.places[i]!.act.actor })), boundDuties };
  }
}
