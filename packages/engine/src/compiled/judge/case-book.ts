import type { Act } from "../../act.js";
import type { Question } from "../../judgment/question.js";
import { momentOf } from "../state/moment.js";
import { ActCase } from "./act-case.js";
import { Latest } from "./latest.js";
import { PastActs, type EarlierActs, type PastAsked } from "./past.js";
import { Roles } from "./roles.js";
import { platformsIn } from "./platforms.js";
import { alone, namedParties, namelessDerivation, Shapes, spokenOf } from "./shapes.js";
import { nodeOf, type Core } from "./spot.js";
import { Standpoint } from "./standpoint.js";
import { ToldOfThings } from "./told-once.js";
import { Twins } from "./twins.js";

/** How many of each are kept: of acts that are asked about, and of recorded ones, which many questions come to. */
const [asked, recorded, books] = [16, 128, 64];
/** Ways in places of all acts that are asked about, of all days and profiles together, beyond which earlier ones are let go: each holds up to two hundred kilobytes. */
export const mostWays = 4_000;
/** Claims of the past, of all days and profiles together, beyond which earlier ones are let go: each holds some ten kilobytes. */
const mostClaims = 50_000;

/**
 * Acts of one world as they are seen on one day and under one profile, each with the pieces of its judgment that were made so far. A question is
 * put together from pieces anew each time; those that an earlier question came to are found here.
 */
export class CaseBook {
  readonly standpoint: Standpoint;
  readonly #roles = new Latest<Roles>(asked);
  readonly #widest = new Latest<Roles>(asked);
  readonly #asked = new Latest<ActCase>(asked);
  readonly #recorded = new Latest<ActCase>(recorded);
  readonly #pasts = new Latest<EarlierActs>(asked);
  readonly #shapes = new Latest<Shapes>(asked);
  readonly #twins = new Latest<Twins>(asked);
  readonly #things = new ToldOfThings();

  constructor(readonly core: Core, readonly asOf: string, readonly knownAt: string, question: Question) {
    this.standpoint = new Standpoint(question);
  }

  /** An act is all that is said of it; the step of a derivation, all that the graph has of it under its name. */
  caseOf(act: Act, atoms: readonly string[]): ActCase {
    const { core, standpoint, asOf, knownAt } = this;
    const { derivation, ...said } = act;
    const name = JSON.stringify([said, derivation === null ? null : [derivation.id, derivation.by, derivation.to], atoms]);
    if (act.tense === "present") this.#asked.lighten((each) => each.weight, mostWays);
    return (act.tense === "past" ? this.#recorded : this.#asked).of(name, () => new ActCase({ core, standpoint, asOf, knownAt, things: this.#things }, act, atoms, this.#rolesOf(act.object), this.#twinsOf(act)));
  }

  /** Acts that differ only in what they are done to, and of what was done in who did it, where nothing more is recorded of that party; null: an act of which or of whom more is recorded is judged by itself. */
  #twinsOf(act: Act): Twins | null {
    const { core, standpoint, asOf } = this;
    const { id, object: _object, derivation, ...said } = act;
    if (spokenOf(core).has(id) || this.#isOfPlatform(act)) return null;
    if (act.tense === "present") {
      const group = core.state.groups.of(act.actor, momentOf(act.date, asOf).date);
      return this.#twins.of(JSON.stringify(said), () => new Twins(core, standpoint, this.#shapesFor(group)));
    }
    // Of whom more is recorded than that they did it, their own acts alone are alike.
    const isNamed = namedParties(core).has(act.actor);
    const { actor: _actor, ...done } = said;
    const shapes = this.#shapesFor(isNamed ? core.state.groups.of(act.actor, momentOf(act.date, asOf).date) : nobody);
    const result = derivation?.to == null ? null : shapes.ofWay(nodeOf(core, derivation.to));
    return result === alone ? null : this.#twins.of(JSON.stringify([isNamed ? said : done, derivation === null ? null : namelessDerivation(derivation), result]), () => new Twins(core, standpoint, shapes));
  }

  /** What is recorded of things, as it bears on a planned act; null: of the act or of who does it more is recorded, and it is like no other. */
  shapesOf(act: Act): Shapes | null {
    return spokenOf(this.core).has(act.id) || this.#isOfPlatform(act) ? null : this.#shapesFor(this.core.state.groups.of(act.actor, momentOf(act.date, this.asOf).date));
  }

  /** Whether what others published, or did under its texts, bears on what who acts may do. */
  #isOfPlatform({ actor, handedBy, date }: Act): boolean {
    const { parties } = platformsIn(this.core.world);
    const of = (party: string): boolean => [...this.core.state.groups.of(party, momentOf(date, this.asOf).date)].some((each) => parties.has(each));
    return parties.size > 0 && (of(actor) || (handedBy !== undefined && of(handedBy)));
  }

  /** What is recorded of things, as it bears on acts of a group. */
  #shapesFor(group: ReadonlySet<string>): Shapes {
    return this.#shapes.of([...group].join("\u0000"), () => new Shapes(this.core, group));
  }

  /** How many ways in places the acts have that are asked about. */
  get ways(): number {
    return this.#asked.weigh((act) => act.weight);
  }

  /** How many claims its pasts are judged against. */
  get claims(): number {
    return this.#pasts.weigh((past) => past.claims);
  }

  /** What was done before a day to all that is in a thing. */
  pastOf(past: PastAsked): EarlierActs {
    return this.#pasts.of(JSON.stringify(past), () => new PastActs(this, past));
  }

  #rolesOf(object: string): Roles {
    const { core, standpoint } = this;
    const node = nodeOf(core, object);
    const widest = this.#widest.find(({ cone }) => cone.place.of(node) >= 0);
    if (widest === undefined) return this.#widest.of(object, () => new Roles(core, standpoint, node, null));
    return widest.object === node ? widest : this.#roles.of(object, () => new Roles(core, standpoint, node, widest));
  }
}

const kept = new WeakMap<Core["state"], Latest<CaseBook>>();

const nobody: ReadonlySet<string> = new Set();

/** The book of a world by what was known, in which a question is judged as things stand. */
export function caseBookOf(core: Core, question: Question): CaseBook {
  let latest = kept.get(core.state);
  if (latest === undefined) kept.set(core.state, (latest = new Latest(books)));
  const { asOf, knownAt, profile } = question;
  const book = latest.of(`${profile} ${asOf} ${core.budget.labels}`, () => new CaseBook(core, asOf, knownAt, question));
  latest.lighten((each) => each.claims, mostClaims);
  latest.lighten((each) => each.ways, mostWays);
  book.standpoint.reset();
  return book;
}
