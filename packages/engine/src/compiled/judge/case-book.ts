import type { Act } from "../../act.js";
import type { Question } from "../../judgment/question.js";
import { ActCase } from "./act-case.js";
import { Latest } from "./latest.js";
import { PastActs, type PastAsked } from "./past.js";
import { Roles } from "./roles.js";
import { nodeOf, type Core } from "./spot.js";
import { Standpoint } from "./standpoint.js";

/** How many of each are kept: of acts that are asked about, and of recorded ones, which many questions come to. */
const [asked, recorded, books] = [64, 512, 64];

/**
 * Acts of one world as they are seen on one day and under one profile, each with the pieces of its judgment that were made so far. A question is
 * put together from pieces anew each time; those that an earlier question came to are found here.
 */
export class CaseBook {
  readonly standpoint: Standpoint;
  readonly #roles = new Latest<Roles>(asked);
  readonly #asked = new Latest<ActCase>(asked);
  readonly #recorded = new Latest<ActCase>(recorded);
  readonly #pasts = new Latest<PastActs>(asked);

  constructor(readonly core: Core, readonly asOf: string, readonly knownAt: string, question: Question) {
    this.standpoint = new Standpoint(question);
  }

  /** An act is all that is said of it; the step of a derivation, all that the graph has of it under its name. */
  caseOf(act: Act, atoms: readonly string[]): ActCase {
    const { core, standpoint, asOf, knownAt } = this;
    const { derivation, ...said } = act;
    const name = JSON.stringify([said, derivation === null ? null : [derivation.id, derivation.by, derivation.to], atoms]);
    return (act.tense === "past" ? this.#recorded : this.#asked).of(name, () => new ActCase({ core, standpoint, asOf, knownAt }, act, atoms, this.#rolesOf(act.object)));
  }

  /** What was done before a day to all that is in a thing. */
  pastOf(past: PastAsked): PastActs {
    return this.#pasts.of(JSON.stringify(past), () => new PastActs(this, past));
  }

  #rolesOf(object: string): Roles {
    return this.#roles.of(object, () => new Roles(this.core, this.standpoint, nodeOf(this.core, object)));
  }
}

const kept = new WeakMap<Core["state"], Latest<CaseBook>>();

/** The book of a world by what was known, in which a question is judged as things stand. */
export function caseBookOf(core: Core, question: Question): CaseBook {
  let latest = kept.get(core.state);
  if (latest === undefined) kept.set(core.state, (latest = new Latest(books)));
  const { asOf, knownAt, profile } = question;
  const book = latest.of(`${profile} ${asOf} ${core.budget.labels}`, () => new CaseBook(core, asOf, knownAt, question));
  book.standpoint.reset();
  return book;
}
