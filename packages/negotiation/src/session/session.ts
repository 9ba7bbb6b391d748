import { problem, type Problem } from "@cleartitle/norms";
import { type Negotiation, type Package, packageText } from "../file/negotiation.js";
import type { Solution } from "../solve.js";
import { byName, type Valued, valuedOf } from "../value/valued.js";
import { atOnce } from "../steps.js";
import { type Candidates, gathering } from "./candidates.js";
import { packageOf, type SessionRecord, settledAs, withMove } from "./record.js";
import { pick } from "./seed.js";
import { aspiration } from "./tactic.js";

/** Where a session stands. */
export interface Standing {
  /** null: it is over. */
  readonly turn: string | null;
  readonly outcome: "open" | "agreed" | "left";
  /** The package that is agreed, or the last one offered. */
  readonly settled: Package | null;
  readonly offers: readonly { readonly number: number; readonly by: string; readonly settled: Package }[];
}

/** One issue, and what each side asked for in it, in order. */
export interface IssueLog {
  readonly issue: string;
  readonly state: "open" | "agreed";
  readonly positions: readonly { readonly number: number; readonly by: string; readonly option: string }[];
}

/** Whose turn it is, and what was offered. What the record says is checked against the negotiation. */
export function standingOf(negotiation: Negotiation, { moves }: SessionRecord, file: string): { readonly standing: Standing | null; readonly problems: readonly Problem[] } {
  const ids = negotiation.parties.map(({ id }) => id);
  const offers: Standing["offers"][number][] = [];
  const fault = (number: number, message: string): { readonly standing: null; readonly problems: readonly Problem[] } => ({ standing: null, problems: [problem("contradiction", message, { file, line: number + 1, hint: "is it the record of this negotiation, as it was?" })] });
  let turn: string | null = null;
  let outcome: Standing["outcome"] = "open";
  for (const { number, by, says, settled } of moves) {
    if (outcome !== "open") return fault(number, "the session was over before");
    if (!ids.includes(by)) return fault(number, `\`${by}\` is no party`);
    if (turn !== null && by !== turn) return fault(number, `it was the turn of \`${turn}\``);
    const named = packageOf(negotiation, settled);
    if (says === "offer" && named === null) return fault(number, "the package is none of this negotiation");
    if (says === "accept" && offers.at(-1)?.by !== ids.find((id) => id !== by)) return fault(number, "there is no offer to accept");
    if (says === "offer") offers.push({ number, by, settled: named! });
    outcome = says === "accept" ? "agreed" : says === "leave" ? "left" : "open";
    turn = ids.find((id) => id !== by)!;
  }
  return { problems: [], standing: { turn: outcome === "open" ? (turn ?? ids[0]!) : null, outcome, settled: offers.at(-1)?.settled ?? null, offers } };
}

/** Issue by issue what each side asked for; one on which the last offers of both agree is agreed as far as it goes. */
export function issueLog({ issues, parties }: Negotiation, { offers, outcome }: Standing): readonly IssueLog[] {
  return issues.map(({ id }, index) => {
    const positions = offers.map(({ number, by, settled }) => ({ number, by, option: settled[index]! }));
    const last = parties.map((party) => positions.findLast(({ by }) => by === party.id)?.option ?? null);
    return { issue: id, state: outcome === "agreed" || (last[0] !== null && last[0] === last[1]) ? "agreed" : "open", positions: positions.filter(({ by, option }, at) => positions.slice(0, at).findLast((each) => each.by === by)?.option !== option) };
  });
}

/** How much of what a side asked for is in a package: what it asked for again and again counts each time, since that is what it cares for. */
function likenessTo(asked: readonly Package[]): (settled: Package) => number {
  const often: Map<string, number>[] = [];
  for (const each of asked) for (const [index, option] of each.entries()) (often[index] ??= new Map()).set(option, (often[index].get(option) ?? 0) + 1);
  return (settled) => settled.reduce((sum, option, index) => sum + (often[index]?.get(option) ?? 0), 0);
}

/** What a simulated side may say: what it takes, or what it would offer of itself first and what else it may; without a package it leaves. */
export interface Choices {
  readonly by: string;
  readonly says: "offer" | "accept" | "leave";
  readonly packages: readonly Package[];
}

/** Answers for a simulated side: it offers and takes what is worth no less to it than its tactic wants at that moment. */
export class Simulated {
  readonly #candidates: Candidates;
  constructor(private readonly solution: Solution, private readonly seed: number, candidates: Candidates = atOnce(gathering(solution))) {
    this.#candidates = candidates;
  }

  get offersFrom(): Candidates["from"] {
    return this.#candidates.from;
  }

  /** What the side at `side` wants at least for its next offer. */
  #wants(side: 0 | 1, offers: Standing["offers"], made: number): number {
    const { negotiation, clearings, reservations } = this.solution;
    const { id, tactic } = negotiation.parties[side]!;
    const theirs = offers.filter(({ by }) => by !== id).flatMap(({ settled }) => valuedOf(negotiation, settled, clearings)?.worth[side] ?? []);
    const most = Math.max(reservations[side], ...this.#candidates.packages.map(({ worth }) => worth[side]));
    return aspiration(tactic, { made, rounds: negotiation.rounds, most, least: reservations[side], offered: theirs.length === 0 ? null : { first: theirs[0]!, last: theirs.at(-1)! } });
  }

  /**
   * Of what is worth enough to itself the nearest to what the other asked for; of those the one that asks least more than it wants, and then by the seed. Others that would be enough
   * follow in that order, up to `most` in all.
   */
  #offers(side: 0 | 1, wants: number, { asked, place, most }: { readonly asked: readonly Package[]; readonly place: number; readonly most: number }): readonly Valued[] {
    const enough = this.#candidates.packages.filter(({ worth }) => worth[side] >= wants);
    if (enough.length === 0) return [];
    const likeness = likenessTo(asked);
    const near = Math.max(...enough.map(({ settled }) => likeness(settled)));
    const nearest = enough.filter(({ settled }) => likeness(settled) === near);
    const least = Math.min(...nearest.map(({ worth }) => worth[side]));
    const alike = nearest.filter(({ worth }) => worth[side] === least).toSorted(byName);
    const first = alike[pick(this.seed, place, alike.length)]!;
    const others = most === 1 ? [] : enough.filter((each) => each !== first).toSorted((a, b) => likeness(b.settled) - likeness(a.settled) || a.worth[side] - b.worth[side] || byName(a, b));
    return [first, ...others.slice(0, most - 1)];
  }

  /** What the side whose turn it is may say by its tactic. INVARIANT: nothing of it is worth less to it than the least that it takes. */
  choices(record: SessionRecord, standing: Standing, most = 1): Choices {
    const { negotiation, clearings } = this.solution;
    const side = negotiation.parties.findIndex(({ id }) => id === standing.turn) as 0 | 1;
    const by = standing.turn!;
    const made = standing.offers.filter((offer) => offer.by === by).length;
    const wants = this.#wants(side, standing.offers, Math.min(made, negotiation.rounds - 1));
    const last = standing.offers.at(-1);
    const theirs = last === undefined || last.by === by ? null : valuedOf(negotiation, last.settled, clearings);
    if (theirs !== null && theirs.worth[side] >= wants) return { by, says: "accept", packages: [last!.settled] };
    const asked = standing.offers.filter((each) => each.by !== by).map(({ settled }) => settled);
    const offers = made >= negotiation.rounds ? [] : this.#offers(side, wants, { asked, place: record.moves.length, most });
    return { by, says: offers.length === 0 ? "leave" : "offer", packages: offers.map(({ settled }) => settled) };
  }

  /** The record with one of the choices made. `place`: which of the packages. */
  said(record: SessionRecord, { by, says, packages }: Choices, place = 0, words?: string): SessionRecord {
    const settled = packages[place];
    return withMove(record, { by, says, ...(settled === undefined ? {} : { settled: settledAs(this.solution.negotiation, settled) }), ...(words === undefined ? {} : { words }) });
  }

  /** The move of the side whose turn it is. */
  move(record: SessionRecord, standing: Standing): SessionRecord {
    return this.said(record, this.choices(record, standing));
  }

  /** Lets simulated sides move until it is somebody else's turn, or all is over. */
  play(record: SessionRecord, sides: readonly string[], file: string): SessionRecord {
    let played = record;
    for (;;) {
      const { standing } = standingOf(this.solution.negotiation, played, file);
      if (standing?.turn == null || !sides.includes(standing.turn)) return played;
      played = this.move(played, standing);
    }
  }
}

/** A package that somebody wrote as `issue=option,…`, from another one on. */
export function packageFrom(negotiation: Negotiation, text: string, from: Package | null): { readonly settled: Package } | { readonly message: string } {
  const said = new Map<string, string>();
  for (const part of text.split(",").map((each) => each.trim()).filter((each) => each !== "")) {
    const [, issue, option] = /^([^=]+)=(.+)$/.exec(part) ?? [];
    const known = negotiation.issues.find(({ id }) => id === issue);
    if (known === undefined || option === undefined) return { message: `\`${part}\` names no issue; issues are ${negotiation.issues.map(({ id }) => `\`${id}\``).join(", ")}` };
    if (!Object.hasOwn(known.options, option)) return { message: `\`${known.id}\` has no option \`${option}\`; it has ${Object.keys(known.options).map((each) => `\`${each}\``).join(", ")}` };
    said.set(known.id, option);
  }
  const settled = negotiation.issues.map(({ id }, index) => said.get(id) ?? from?.[index] ?? null);
  const missing = negotiation.issues.filter((_, index) => settled[index] === null).map(({ id }) => `\`${id}\``);
  return missing.length > 0 ? { message: `nothing was said of ${missing.join(", ")}` } : { settled: settled as Package };
}

export const sayMove = (negotiation: Negotiation, { number, by, says, settled, words }: SessionRecord["moves"][number]): string => {
  const named = packageOf(negotiation, settled);
  return `${number}. ${by} ${says === "offer" ? "offers" : says === "accept" ? "accepts" : "leaves"}${named === null ? "" : `: ${packageText(negotiation, named)}`}${words === undefined ? "" : ` (“${words}”)`}`;
};
