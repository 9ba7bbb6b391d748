import { and, canGrant, not, or, type Condition, type Instrument, type Norm, type Truth } from "@cleartitle/norms";
import type { End } from "../../judgment/life.js";
import { originOf } from "../../judgment/origin.js";
import type { Bonds } from "./bonds.js";
import type { Licenses } from "./licenses.js";
import type { Licensors } from "./licensors.js";
import { survivalsOf, type Lives } from "./lives.js";
import type { Moment } from "./moment.js";
import type { TextLines } from "./text-lines.js";

/** Whose act it is, and on what. */
export interface StandingAsked {
  readonly node: number;
  readonly party: string;
  readonly at: Moment;
  /** Judges a condition of a text where the act is done. */
  readonly judge: (condition: Condition | undefined, text: Instrument, reading: "permit" | "prohibit") => Truth;
}

interface Records {
  readonly bonds: Bonds;
  readonly licenses: Licenses;
  readonly licensors: Licensors;
  readonly lives: Lives;
  readonly lines: TextLines;
}

/** Texts as they stand for the party of an act. What stands alike is one text, so that it is compiled once. */
export class StandingTexts {
  readonly #records: Records;
  readonly #made = new Map<Instrument, Map<string, Instrument>>();

  constructor(records: Records) {
    this.#records = records;
  }

  /**
   * The version of a text that binds the party, without what ended with it and without the norms that its licensor waived or struck out for the
   * party in another text. What may be gone, may still bind.
   */
  of(text: Instrument, asked: StandingAsked): Instrument {
    const current = this.#records.lines.versionFor(text, asked.party, asked.at.date);
    const waived = this.#waivedBy(current, asked);
    const end = this.#endOf(current, asked);
    if (waived === null && end === null) return current;
    const gone = current.norms.map((norm) => or([waived?.get(norm.id) ?? waived?.get(originOf(current.id, norm.id).norm) ?? "false", end === null ? "false" : this.#goneWith(end, norm, current, asked)]));
    return this.#without(current, gone);
  }

  #without(text: Instrument, gone: readonly Truth[]): Instrument {
    let made = this.#made.get(text);
    if (made === undefined) this.#made.set(text, (made = new Map()));
    const key = gone.map((truth) => truth[0]).join("");
    let without = made.get(key);
    if (without === undefined) {
      const norms = text.norms.flatMap((norm, i): Norm[] => (gone[i] === "true" ? [] : gone[i] === "false" ? [norm] : [{ ...norm, if: { all: [norm.if ?? true, "unknown"] } }]));
      made.set(key, (without = { ...text, norms }));
    }
    return without;
  }

  /** How a text has ended, where it is known to say what outlasts that: by its own term, or with a clause on survival. */
  #endOf(text: Instrument, { node, party, at }: StandingAsked): End | null {
    const { lives, licensors } = this.#records;
    if (text.term === undefined && !lives.hasEvents(text.id)) return null;
    const life = lives.of(text, party, at.date, null, licensors.soleOf(node, at));
    if (life.state !== "ended") return null;
    return life.by === "term" || text.norms.some((norm) => norm.kind === "survive") ? life.by : null;
  }

  /** Prohibitions and duties end with their text unless they outlast it; what becomes of permits is judged where they are relied on. */
  #goneWith(end: End, norm: Norm, text: Instrument, { judge }: StandingAsked): Truth {
    if (norm.kind !== "prohibit" && norm.kind !== "oblige") return "false";
    return not(or(survivalsOf(text, norm.id, end).map((clause) => judge(clause.if, text, "prohibit"))));
  }

  /** Norms that texts of the same licensor take away, for a party to these and while they last; null: none does. */
  #waivedBy(text: Instrument, { node, party, at, judge }: StandingAsked): ReadonlyMap<string, Truth> | null {
    const { bonds, licenses, lives } = this.#records;
    const publisher = this.#records.licensors.soleOf(node, at);
    let found: Map<string, Truth> | null = null;
    for (const other of licenses.covering(node)) {
      const clauses = other.norms.filter((norm) => (norm.kind === "waive" || norm.kind === "modify") && isOn(norm, at.date));
      if (clauses.length === 0 || other.id === text.id || !this.#isSameGrantor(other, text, publisher)) continue;
      if (lives.of(other, party, at.date, null, publisher).state !== "in-force" || bonds.of(party, other, at) === null) continue;
      for (const clause of clauses) {
        const truth = and([judge(clause.if, other, "permit"), canGrant(clause.verified ?? other.verified) ? "true" : "unknown"]);
        if (truth === "false") continue;
        found ??= new Map();
        for (const id of takenBy(clause, text)) if (found.get(id) !== "true") found.set(id, truth);
      }
    }
    return found === null || found.size === 0 ? null : found;
  }

  #isSameGrantor(a: Instrument, b: Instrument, publisher: string | null): boolean {
    const grantor = a.licensor ?? publisher;
    return grantor !== null && grantor === (b.licensor ?? publisher);
  }
}

const isOn = ({ inForce }: Norm, date: string | null): boolean => date === null || ((inForce?.from ?? date) <= date && date <= (inForce?.to ?? date));

/** Ids of the norms that a clause takes away from a text. */
function takenBy(clause: Norm, text: Instrument): readonly string[] {
  if (clause.kind === "waive") return clause.waive.norms;
  return clause.kind === "modify" && clause.modify.base === text.id ? (clause.modify.drop ?? []) : [];
}
