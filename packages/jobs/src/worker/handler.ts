import type { Problem } from "@cleartitle/norms";
import type { Parts, PartsKept, Progress } from "@cleartitle/store";
import type { z } from "zod";

/** A job as its handler has it. */
export interface Running<P> {
  readonly workspace: string;
  readonly number: number;
  readonly payload: P;
  /** Who asked for it. */
  readonly by: string;
  /** From 1. */
  readonly attempt: number;
  /** Ends when the job was taken away, somebody wants it ended, or the program stops: whatever is awaited should hear of it. */
  readonly signal: AbortSignal;
  /** This instant. */
  readonly now: () => string;
  /** The name of something that the job does, the same in each attempt: what is asked of the store under it is carried out once. */
  readonly request: (part: string) => string;
  /** Keeps how far it is. What comes too soon after the one before is left out. */
  readonly progress: (progress: Progress) => Promise<void>;
  /** How much of what it comes to earlier attempts kept. */
  readonly kept: () => Promise<PartsKept>;
  /** Keeps further parts after so many: another attempt goes on from them. Ends the attempt where the job was taken away, or somebody wants it ended. */
  readonly keep: (after: number, parts: Parts) => Promise<void>;
  /** Lets go what earlier attempts kept: this one begins anew. */
  readonly beginAnew: () => Promise<void>;
}

/**
 * What is done with jobs of a kind. An attempt may be cut off anywhere and repeated, so everything that it does beside the queue goes by the names that `request` gives, or may be done twice without harm.
 */
export interface Handler<P = unknown> {
  readonly kind: string;
  /** A job whose question is not of this form is dead at once. */
  readonly payload: Pick<z.ZodType<P>, "safeParse">;
  /** How many of a workspace may be at work at once. */
  readonly atOnce: number;
  run(job: Running<P>): Promise<unknown>;
}

/** A handler of one kind of question beside those of others. */
export const handler = <P>(of: Handler<P>): Handler => of;

/** Ends an attempt for something that is no bug: `again` tells whether another attempt may mend it. */
export class JobFailure extends Error {
  constructor(readonly problem: Problem, readonly again: boolean) {
    super(problem.message);
  }
}
