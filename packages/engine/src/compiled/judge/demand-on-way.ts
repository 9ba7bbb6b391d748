import type { Layer, Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Demand } from "../../judgment/demand.js";
import type { WayBook } from "./way-book.js";

/** What tells of a way what its steps rest on. */
export interface StepsTold {
  /** Tells it from the standpoint of now, to be written out later. */
  readonly tell: (way: number, place: number) => void;
  readonly premisesOf: (way: number, place: number) => readonly Premise[];
}

interface Met extends Pick<Demand, "asset" | "layer" | "action" | "persists"> {
  readonly ways: WayBook;
  readonly way: number;
  readonly steps: StepsTold;
  /** The way and the place as the steps are told of them. */
  readonly pass: readonly [way: number, place: number];
}

/** A demand that arrives by a way of its act. The way and what it rests on are written out when they are asked for: both are as long as it is, and of earlier acts never told. */
export class DemandOnWay implements Demand {
  readonly asset: string;
  readonly layer: Layer;
  readonly action: string;
  readonly persists: Truth;
  readonly ways: WayBook;
  readonly way: number;
  readonly #steps: StepsTold;
  readonly #passed: number;
  readonly #place: number;
  #premises: readonly Premise[] | null = null;
  #key: string | null = null;

  constructor({ asset, layer, action, persists, ways, way, steps, pass: [passed, place] }: Met) {
    this.asset = asset;
    this.layer = layer;
    this.action = action;
    this.persists = persists;
    this.ways = ways;
    this.way = way;
    this.#steps = steps;
    this.#passed = passed;
    this.#place = place;
  }

  get path(): readonly string[] {
    return this.ways.pathOf(this.way);
  }

  get length(): number {
    return this.ways.lengthOf(this.way);
  }

  /** Tells what it rests on from the standpoint of now; written out it is as long as the way, and of most demands nobody asks for it. */
  tell(): void {
    this.#steps.tell(this.#passed, this.#place);
  }

  get premises(): readonly Premise[] {
    return (this.#premises ??= this.#steps.premisesOf(this.#passed, this.#place));
  }

  /** All that a judgment of it reads, as text that is one among the demands of its act. */
  get key(): string {
    return (this.#key ??= `${this.layer} ${this.action} ${this.persists} ${this.way}`);
  }
}
