import { and, not, or, type Condition, type Position, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { World } from "../../world.js";
import type { Reading } from "../request-test.js";
import type { Spot, Told } from "./spot.js";
import { factsOfAct, factsOfThing, toldLeaf } from "./told-leaf.js";

/** A condition as it was compiled when its text was published. */
export interface Teller {
  readonly at: (spot: Spot) => Told;
  /** Whether a contested question stands in it. */
  readonly contested: boolean;
  /** Facts that it asks of the act, where it reads nothing of the things whose rights are in question but these, if they are stated of one; null: it does. */
  readonly ofAct: readonly string[] | null;
  /** Facts that it asks of the thing whose right is in question, where it reads nothing else; null: it does. */
  readonly ofThing: readonly string[] | null;
}

const noPremises: readonly Premise[] = [];
export const plainly = (truth: Truth): Told => ({ truth, kept: truth, premises: noPremises });
const [always, never] = [plainly("true"), plainly("false")];
const constant = (told: Told): Teller => ({ at: () => told, contested: false, ofAct: [], ofThing: [] });
const [yes, no] = [constant(always), constant(never)];
const open: Told = { truth: "unknown", kept: "unknown", premises: [{ reads: "law", of: null, is: null, needs: "the law is open", result: "unknown" }] };

/** Compiles conditions, each once: names become sets of all that lies under them. */
export class Telling {
  readonly #taxonomies: World["catalogue"]["taxonomies"];
  readonly #positions: ReadonlyMap<string, Position>;
  readonly #known: Readonly<Record<Reading, WeakMap<object, Teller>>> = { permit: new WeakMap(), prohibit: new WeakMap() };

  constructor({ taxonomies, positions }: Pick<World["catalogue"], "taxonomies" | "positions">) {
    this.#taxonomies = taxonomies;
    this.#positions = positions;
  }

  /** Total: a name that nothing is known of is unknown, never an error. */
  of(condition: Condition | undefined, reading: Reading): Teller {
    if (condition === undefined || condition === true) return yes;
    if (condition === false) return no;
    if (condition === "unknown") return constant(open);
    let teller = this.#known[reading].get(condition);
    if (teller === undefined) this.#known[reading].set(condition, (teller = once(this.#compile(condition, reading))));
    return teller;
  }

  /** `permit`: every purpose asked must be covered; `prohibit`: one that is touched suffices. */
  tell(condition: Condition | undefined, spot: Spot, reading: Reading): Told {
    return this.of(condition, reading).at(spot);
  }

  #compile(condition: Exclude<Condition, boolean | "unknown">, reading: Reading): Teller {
    if ("all" in condition) return this.#joined(condition.all, "false", and, reading);
    if ("any" in condition) return this.#joined(condition.any, "true", or, reading);
    if ("none" in condition) return opposite(this.#joined(condition.none, "true", or, reading === "permit" ? "prohibit" : "permit"));
    if ("position" in condition) return this.#contested(condition, reading);
    return { at: toldLeaf(condition, reading, this.#taxonomies), contested: false, ofAct: factsOfAct(condition, this.#taxonomies), ofThing: factsOfThing(condition, this.#taxonomies) };
  }

  /** A contested part is asked for only where what is settled leaves the answer open. The premises kept are those that carry the outcome. */
  #joined(parts: readonly Condition[], deciding: Truth, by: (truths: Truth[]) => Truth, reading: Reading): Teller {
    const tellers = parts.map((part) => this.of(part, reading));
    const [settled, contested] = [tellers.filter((t) => !t.contested), tellers.filter((t) => t.contested)];
    const fold = (told: readonly Told[]): Told => {
      if (told.length === 1) return told[0]!;
      const truth = by(told.map((t) => t.truth));
      return { truth, kept: by(told.map((t) => t.kept)), premises: told.flatMap((t) => (t.truth === truth ? t.premises : noPremises)) };
    };
    return {
      contested: contested.length > 0,
      ...readBy(tellers),
      at: (spot) => {
        const told = settled.map((t) => t.at(spot));
        return fold(contested.length === 0 || told.some((t) => t.truth === deciding) ? told : [...told, ...contested.map((t) => t.at(spot))]);
      },
    };
  }

  /** Where every option says the same, the question does not arise. */
  #contested({ position, options }: { position: string; options: Record<string, Condition> }, reading: Reading): Teller {
    const ids = this.#positions.get(position)?.options.map((option) => option.id) ?? [];
    const rows = ids.map((id) => (Object.hasOwn(options, id) ? this.of(options[id], reading) : null));
    const complete = rows.length > 0 && !rows.includes(null);
    return {
      contested: true,
      ...readBy(rows.filter((row) => row !== null)),
      at: (spot) => {
        const told = rows.map((row) => row?.at(spot) ?? plainly("unknown"));
        const [first] = told;
        if (complete && told.every((t) => t.truth === first!.truth && t.kept === first!.kept)) return first!;
        const option = spot.standpoint.option(position, spot.atom);
        if (spot.standpoint.isUntaken(position)) {
          const same = (of: "truth" | "kept"): Truth => (complete && told.every((t) => t[of] === first![of]) ? first![of] : "unknown");
          return { truth: same("truth"), kept: same("kept"), premises: noPremises };
        }
        const taken = told[option === null ? -1 : ids.indexOf(option)] ?? plainly("unknown");
        return { ...taken, premises: [{ reads: `position ${position}`, of: spot.atom, is: option, needs: "as the position says", result: taken.truth }, ...taken.premises] };
      },
    };
  }
}

/** Told once where it is the same of all things, or of one thing in all acts. */
function once(teller: Teller): Teller {
  const { at, ofAct, ofThing } = teller;
  if (ofAct !== null) {
    const condition = { at, facts: ofAct };
    return { ...teller, at: (spot) => spot.here?.of(condition, spot) ?? at(spot) };
  }
  if (ofThing === null) return teller;
  const condition = { at, facts: ofThing };
  return { ...teller, at: (spot) => spot.things?.of(condition, spot) ?? at(spot) };
}

/** What a condition reads that is put together from others. */
function readBy(tellers: readonly Teller[]): Pick<Teller, "ofAct" | "ofThing"> {
  const all = (of: "ofAct" | "ofThing"): readonly string[] | null => (tellers.some((teller) => teller[of] === null) ? null : tellers.flatMap((teller) => teller[of] ?? []));
  return { ofAct: all("ofAct"), ofThing: all("ofThing") };
}

const opposite = ({ at, contested, ofAct, ofThing }: Teller): Teller => ({
  contested, ofAct, ofThing,
  at: (spot) => {
    const { truth, kept, premises } = at(spot);
    return { truth: not(truth), kept: not(kept), premises: premises.map((p) => ({ ...p, needs: `not ${p.needs}`, result: not(p.result) })) };
  },
});
