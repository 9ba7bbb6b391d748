import type { Taxonomies } from "@cleartitle/norms";
import { amountOf, type FieldValue } from "../clause/field.js";
import type { ClauseLibrary } from "../clause/library.js";
import { fillText, parametersIn } from "../clause/template.js";
import type { Stance, Topic } from "../clause/topic.js";
import { sayingOf, valuesOf } from "../compile/wording.js";
import type { Deal, Taken } from "../deal/deal.js";
import type { Playbook, Position, Values } from "./playbook.js";

/** A clause that could be proposed, in the words that it would have in this deal. */
interface Proposal {
  readonly version: Stance;
  readonly with: Readonly<Record<string, FieldValue>>;
  /** Why one goes there, in the words of the library. */
  readonly says: string;
  readonly text: readonly string[];
}

/** A topic on which a deal is not what the house wants. */
export interface Deviation {
  readonly topic: string;
  readonly number: number;
  readonly title: string;
  /** `fallback`: the house goes that far; `ask` and `stop`: it does not. */
  readonly severity: "fallback" | "ask" | "stop";
  readonly kind: "version" | "values" | "own" | "silent";
  readonly wanted: Stance;
  /** null: the deal is silent. */
  readonly found: Stance | "own" | null;
  /** What is not as it is wanted. */
  readonly message: string;
  /** Why the house wants it so. */
  readonly why: string;
  /** What may go wrong with what was found; null: words of the parties, or none. */
  readonly risk: string | null;
  /** What is wanted, then each step down that the house still takes, in order; what was found is left out. */
  readonly proposals: readonly Proposal[];
  /** The step that the library has after the last one that the house takes, to be asked for; null: none but to walk away. */
  readonly beyond: Proposal | null;
}

interface Rung {
  readonly version: Stance;
  readonly with: Readonly<Record<string, FieldValue>>;
  readonly says: string;
}

/** What is wanted, and the steps down from it. The last step is to walk away, which is no clause. */
function rungsOf(topic: Topic, { want }: Position, side: Playbook["side"]): readonly Rung[] {
  const steps = topic.fallback[side];
  const from = steps.findIndex((step) => step.to === want);
  const down = steps.slice(from + 1).flatMap(({ to, with: values, says }) => (to === "walk-away" || to === want ? [] : [{ version: to, with: values ?? {}, says }]));
  return [{ version: want, with: {}, says: topic.versions[want].why }, ...down];
}

/** Versions are named for the side that they favor: 0 for the own one. */
const favor = (version: Stance, side: Playbook["side"]): number => (side === "licensee" ? ["licensee", "neutral", "licensor"] : ["licensor", "neutral", "licensee"]).indexOf(version);

const isList = (value: FieldValue): value is string[] => Array.isArray(value);

/** Which of two values is more; days are compared as they are written. null: they cannot be compared. */
function order(a: FieldValue, b: FieldValue): number | null {
  const [x, y] = [amountOf(a), amountOf(b)];
  if (x !== null && y !== null) return x.unit === y.unit ? x.amount - y.amount : null;
  return typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : null;
}

/** What cannot be compared is not within. */
function isWithin(value: FieldValue, { from, to, oneOf, only, all, none }: Values): boolean {
  const [low, high] = [from, to].map((bound) => (bound === undefined ? 0 : order(value, bound)));
  return low !== null && low! >= 0 && high !== null && high! <= 0
    && (oneOf === undefined || oneOf.some((each) => JSON.stringify(each) === JSON.stringify(value)))
    && (only === undefined || (isList(value) && value.every((each) => only.includes(each))))
    && (all === undefined || (isList(value) && all.every((each) => value.includes(each))))
    && (none === undefined || (isList(value) && !none.some((each) => value.includes(each))));
}

/** A value as near to what was found as the playbook lets it be. */
function mended(value: FieldValue, values: Values): FieldValue {
  const { from, to, oneOf, only, all = [], none = [] } = values;
  if (isWithin(value, values)) return value;
  if (isList(value)) return [...new Set([...(only === undefined ? value : value.filter((each) => only.includes(each))), ...all])].filter((each) => !none.includes(each));
  return oneOf?.[0] ?? (from !== undefined && !isWithin(value, { from }) ? from : (to ?? value));
}

const say = (value: FieldValue): string => (isList(value) ? value.join(", ") : String(value));

const wants = (values: Values): string => {
  const words = { from: "at least", to: "at most", oneOf: "one of", only: "nothing but", all: "also", none: "without" } as const;
  return (Object.keys(words) as (keyof Values)[]).flatMap((key) => (values[key] === undefined ? [] : [`${words[key]} ${key === "oneOf" ? values.oneOf!.map(say).join(" or ") : say(values[key])}`])).join(", ");
};

export interface DeviationOptions {
  readonly playbook: Playbook;
  readonly library: ClauseLibrary;
  readonly taxonomies: Taxonomies;
}

class Asked {
  constructor(private readonly deal: Deal, private readonly topic: Topic, private readonly position: Position, private readonly options: DeviationOptions) {}

  get #taken(): Taken | undefined {
    return this.deal.topics[this.topic.id];
  }

  #valueOf(name: string): FieldValue | null {
    return this.#taken?.with?.[name] ?? this.topic.fields[name]?.default ?? null;
  }

  #proposal(rung: Rung): Proposal {
    const { topic, deal } = this;
    const spoken = parametersIn(topic.versions[rung.version]);
    const mend = Object.entries(this.position.values ?? {}).flatMap(([name, values]) => {
      const value = rung.with[name] ?? this.#valueOf(name);
      return !spoken.has(name) || value === null || isWithin(value, values) ? [] : [[name, mended(value, values)] as const];
    });
    const changed = { ...rung.with, ...Object.fromEntries(mend) };
    const taken: Taken = { version: rung.version, with: { ...this.#taken?.with, ...changed } };
    const [values, saying] = [valuesOf(deal, topic, taken, new Map()), sayingOf(deal, topic, this.options.taxonomies)];
    return { ...rung, with: changed, text: topic.versions[rung.version].text.map((sentence) => fillText(sentence, values, saying)) };
  }

  /** Values that the version taken speaks of, and that are not what the playbook, or the step of the ladder, has. */
  #values(version: Stance, rung: Rung | undefined): string[] {
    const { topic, position } = this;
    const spoken = parametersIn(topic.versions[version]);
    const wanted = Object.entries(position.values ?? {}).flatMap(([name, values]) => {
      const value = this.#valueOf(name);
      return !spoken.has(name) || value === null || isWithin(value, values) ? [] : [`\`${name}\` is ${say(value)}; wanted is ${wants(values)}`];
    });
    const stepped = Object.entries(rung?.with ?? {}).flatMap(([name, value]) => {
      const found = this.#valueOf(name);
      return position.values?.[name] !== undefined || JSON.stringify(found) === JSON.stringify(value) ? [] : [`\`${name}\` is ${found === null ? "not said" : say(found)}; the ladder has ${say(value)}`];
    });
    return [...wanted, ...stepped];
  }

  deviation(): Deviation | null {
    const { topic, position, options: { playbook } } = this;
    const rungs = rungsOf(topic, position, playbook.side);
    const last = position.downTo === undefined ? 0 : rungs.findIndex((rung) => rung.version === position.downTo);
    const taken = this.#taken;
    const found = taken === undefined ? null : (taken.version ?? "own");
    // What favors the house more than what it wants is as good as that.
    const isBetter = found !== null && found !== "own" && favor(found, playbook.side) < favor(position.want, playbook.side);
    const at = isBetter ? 0 : rungs.findIndex((rung) => rung.version === found);
    const off = found === null || found === "own" ? [] : this.#values(found, isBetter ? undefined : rungs[at]);
    if (at === 0 && off.length === 0) return null;
    const isTaken = at > 0 && at <= last;
    const kind = found === null ? "silent" : found === "own" ? "own" : at === 0 || (isTaken && off.length > 0) ? "values" : "version";
    const words = {
      silent: "the deal is silent on it", own: "it is said in words of the parties, which nobody has compared with a version of the house",
      values: off.join("; "), version: `it is taken as \`${found}\`, and \`${position.want}\` is wanted${off.length === 0 ? "" : `; ${off.join("; ")}`}`,
    } as const;
    const beyond = rungs[last + 1];
    return {
      topic: topic.id, number: topic.number, title: topic.title, severity: isTaken && off.length === 0 ? "fallback" : position.beyond, kind, wanted: position.want, found, message: words[kind], why: position.why,
      risk: found === null || found === "own" ? null : topic.versions[found].risk,
      proposals: rungs.slice(0, last + 1).filter((rung) => rung.version !== found || off.length > 0).map((rung) => this.#proposal(rung)),
      beyond: beyond === undefined || beyond.version === found ? null : this.#proposal(beyond),
    };
  }
}

const weight = { stop: 0, ask: 1, fallback: 2 } as const;

/** Where a deal is not what a playbook wants, the gravest first, and what could be proposed in its place. */
export function deviationsOf(deal: Deal, options: DeviationOptions): Deviation[] {
  const found = Object.entries(options.playbook.topics).flatMap(([id, position]) => new Asked(deal, options.library.topics.get(id)!, position, options).deviation() ?? []);
  return found.toSorted((a, b) => weight[a.severity] - weight[b.severity] || a.number - b.number);
}
