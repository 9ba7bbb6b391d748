import type { Catalogue } from "@cleartitle/catalogue";
import type { DecideOptions, Decision } from "@cleartitle/engine";
import type { TitleGraph } from "@cleartitle/title";
import type { z } from "zod";
import type { World } from "../io.js";

/** An answer that somebody wants to have recorded. */
interface Recorded {
  readonly use: string;
  readonly answers: readonly string[];
  readonly by: string;
}

/** What is served: a title file or a workspace. */
export interface Subject {
  /** As it is now: read again for each question. */
  graph(): Promise<TitleGraph>;
  /** Records answers, and says what became of it; null: changes are not allowed. */
  readonly record: ((recorded: Recorded, world: World) => Promise<readonly string[]>) | null;
  close(): Promise<void>;
}

/** What a tool has to work with. */
export interface Bench {
  readonly world: World;
  readonly catalogue: Catalogue;
  readonly subject: Subject;
  readonly today: string;
  readonly decide: (world: World, use: string, options: DecideOptions) => Decision;
}

/** One thing that can be asked. What is wrong with a question is thrown as a stop, and answered with its problems. */
export interface Tool<A = unknown> {
  readonly name: string;
  readonly says: string;
  readonly input: z.ZodType<A> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  /** Writes; it is offered only where that is allowed. */
  readonly changes?: boolean;
  run(args: A, bench: Bench): Promise<unknown>;
}

export const tool = <A>(of: Tool<A>): Tool => of;
