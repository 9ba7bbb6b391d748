import type { Decision } from "./decision.js";

/** One thing that stands for all that are of its kind. */
export interface StandsFor {
  readonly asset: string;
  /** How many there are of the kind, itself included. */
  readonly things: number;
}

/** An answer over all that a thing came from, told of one thing of each kind: what is judged of it is so of all of them. */
export interface Outline {
  readonly $schema: "urn:cleartitle:schema:outline:1";
  readonly version: 1;
  /** How many things what is asked about came from, itself included. */
  readonly things: number;
  /** Nearest first. */
  readonly kinds: readonly StandsFor[];
  /** As `decide` answers, without its range. Of things of one kind the nearest is told, and no other. */
  readonly decision: Decision;
}
