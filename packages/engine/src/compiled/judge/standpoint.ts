import { profileValue, type Layer } from "@cleartitle/norms";
import type { ExposureState } from "../../decision.js";
import type { Question } from "../../judgment/question.js";
import type { Presumed } from "../../judgment/view.js";
import { placesIn } from "../places.js";
import { Turning, type Point } from "./turning.js";

/** Answers for a position of which no option is taken. */
const noOption = false;

/** A contested question as a point: answered by what is assigned, else as it is adopted in each place. */
interface PositionPoint extends Point {
  readonly position: string;
}

/** What earlier acts on a thing came to in a layer, as a point. */
interface StatePoint extends Point {
  readonly asset: string;
  readonly layer: Layer;
}

/** How the open questions are taken at the moment: set anew for each judgment, and asked for only through what watches. */
export class Standpoint {
  readonly turning = new Turning();
  readonly #question: Pick<Question, "world" | "asOf" | "profile">;
  readonly #positions = new Map<string, PositionPoint>();
  readonly #states = new Map<string, StatePoint>();
  readonly #adopted = new Map<string, string | null>();
  readonly #presumed = new Map<string, Presumed>();
  /** Whether rebuttable presumptions stand in for what is unknown, as a point. */
  readonly presumption: Point = { answer: () => !this.conservative };
  assignment: ReadonlyMap<string, string> = new Map();
  conservative = false;
  /** Positions of which no option is taken: what turns on one is known only where all its options say the same. */
  untaken: ReadonlySet<string> = new Set();
  /** States of earlier acts, by asset and layer. */
  states: ReadonlyMap<string, ExposureState> = new Map();

  constructor(question: Pick<Question, "world" | "asOf" | "profile">) {
    this.#question = question;
  }

  /** As things stand, before anything earlier is judged. */
  reset(): void {
    this.assignment = new Map();
    this.conservative = false;
    this.untaken = new Set();
    this.states = new Map();
  }

  /** The option taken for a contested question in a place. */
  option(position: string, atom: string): string | null {
    let point = this.#positions.get(position);
    if (point === undefined) this.#positions.set(position, (point = { position, answer: () => (this.untaken.has(position) ? noOption : this.assignment.get(position)) }));
    const taken = this.turning.ask(point) as string | typeof noOption | undefined;
    return taken === undefined || taken === noOption ? this.adopted(position, atom) : taken;
  }

  /** Whether no option of a position is taken; told by the option that is asked for. */
  isUntaken(position: string): boolean {
    return this.untaken.has(position);
  }

  /** Whether rebuttable presumptions stand in for what is unknown. */
  presumes(): boolean {
    return this.turning.ask(this.presumption) === true;
  }

  notePresumed(law: { readonly id: string; readonly authority: readonly string[] }, fact: string, value: string): void {
    const key = `${law.id}\u0000${fact}`;
    let presumed = this.#presumed.get(key);
    if (presumed === undefined) this.#presumed.set(key, (presumed = { law: law.id, fact, value, cite: law.authority[0] ?? law.id }));
    this.turning.note(presumed);
  }

  /** What earlier acts on the same copy came to; null: none is known. */
  stateOf(asset: string, layer: Layer): ExposureState | null {
    return this.turning.ask(this.statePoint(asset, layer)) as ExposureState | null;
  }

  /** The same, as a point. */
  statePoint(asset: string, layer: Layer): Point {
    const key = stateKey(asset, layer);
    let point = this.#states.get(key);
    if (point === undefined) this.#states.set(key, (point = { asset, layer, answer: () => this.states.get(key) ?? null }));
    return point;
  }

  /** What a point tells the state of; null: it tells another thing. */
  stateOfPoint(point: Point): Pick<StatePoint, "asset" | "layer"> | null {
    return "asset" in point ? (point as StatePoint) : null;
  }

  /** The contested question that a point is; null: it is none. */
  positionOf(point: Point): string | null {
    return "position" in point ? (point as PositionPoint).position : null;
  }

  /** Points that tell what earlier acts came to. */
  readonly isState = (point: Point): boolean => !("position" in point) && point !== this.presumption;

  /** The most specific adoption for a place, of equal ones the latest, else what the profile says. */
  adopted(id: string, atom: string): string | null {
    const key = `${id}\u0000${atom}`;
    const known = this.#adopted.get(key);
    if (known !== undefined) return known;
    const { world, asOf, profile } = this.#question;
    const position = world.catalogue.positions.get(id);
    const places = placesIn(world.catalogue);
    let best: { readonly option: string; readonly size: number; readonly on: string } | null = null;
    for (const { position: of, territory, option, on: day } of position === undefined ? [] : world.graph.positions) {
      const everywhere = territory === "WORLD";
      if (of !== id || (day !== null && day > asOf) || (!everywhere && places.contains(territory, atom, asOf) !== "true")) continue;
      const [size, on] = [everywhere ? Number.MAX_SAFE_INTEGER : (places.atomsOf(territory, asOf)?.size ?? 0), day ?? ""];
      if (best === null || size < best.size || (size === best.size && (on > best.on || (on === best.on && option < best.option)))) best = { option, size, on };
    }
    const adopted = best?.option ?? (position === undefined ? null : profileValue(position, profile));
    this.#adopted.set(key, adopted);
    return adopted;
  }
}

export const stateKey = (asset: string, layer: Layer): string => `${asset}\u0000${layer}`;

/** Positions among the points that a judgment turned on. */
export const positionsIn = (points: Iterable<Point>): Set<string> => new Set([...points].flatMap((point) => ("position" in point ? [(point as PositionPoint).position] : [])));
