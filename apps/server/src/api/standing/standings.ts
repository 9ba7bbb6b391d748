import { setImmediate } from "node:timers/promises";
import { follow, goingOn, usesReached, type DecideOptions, type Decision, type World } from "@cleartitle/engine";
import type { ChangeSet } from "@cleartitle/title";
import type { State, States } from "../state.js";
import { type Answer, answerOf } from "./answer.js";

/** What every recorded use of a workspace comes to on a day, by the records of one change set. */
export interface Standing {
  readonly number: number;
  readonly day: string;
  readonly world: World;
  /** In the order of the records. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Standings in memory for a workspace: pages are of the state in which the first was read. */
const mostKept = 3;
/** Change sets that a standing is followed over; beyond, every use is decided anew. */
const mostFollowed = 50;
/** Neither range nor proof, and every reason: a thing behind the last of them is reached too. */
export const bare = { withoutRange: true, withoutProof: true, fullProof: true } as const;

/** Answers to all uses, decided once for a state of the records and a day, and followed: of a change set only the uses that it reaches are decided again. */
export class Standings {
  readonly #states: States;
  readonly #decide: (world: World, use: string, options: DecideOptions) => Decision;
  readonly #kept = new Map<string, { readonly number: number; readonly day: string; readonly standing: Promise<Standing> }[]>();

  constructor(states: States, decide: (world: World, use: string, options: DecideOptions) => Decision) {
    this.#states = states;
    this.#decide = decide;
  }

  /** The standing of a state that something was recorded in. */
  async of(workspace: string, { number }: State, world: World, day: string): Promise<Standing> {
    const kept = this.#kept.get(workspace) ?? [];
    this.#kept.set(workspace, kept);
    const known = kept.find((each) => each.number === number && each.day === day);
    if (known !== undefined) return known.standing;
    const before = kept.findLast((each) => each.day === day && each.number < number);
    const standing = this.#decided(workspace, { number, day, world }, before?.standing ?? null);
    const entry = { number, day, standing };
    kept.push(entry);
    if (kept.length > mostKept) kept.shift();
    // What failed is tried again by whoever asks next.
    standing.catch(() => void this.#kept.set(workspace, (this.#kept.get(workspace) ?? []).filter((each) => each !== entry)));
    return standing;
  }

  /** The state of a number, if a standing of it is kept: its page goes on without being read again. */
  async kept(workspace: string, number: number, day: string): Promise<Standing | null> {
    return (await this.#kept.get(workspace)?.find((each) => each.number === number && each.day === day)?.standing) ?? null;
  }

  async #decided(workspace: string, { number, day, world }: Omit<Standing, "answers">, before: Promise<Standing> | null): Promise<Standing> {
    const unreached = before === null ? new Map<string, Answer>() : await this.#unreached(workspace, await before, number, world);
    const present = goingOn(world, day);
    if (present !== null) follow(world, present, []);
    const answers = new Map<string, Answer>();
    for (const use of world.graph.uses.keys()) {
      const asked = present ?? world;
      answers.set(use, unreached.get(use) ?? answerOf(this.#decide(asked, use, bare), asked));
      // Others are answered in between.
      if (!unreached.has(use)) await setImmediate();
    }
    return { number, day, world, answers };
  }

  /** Answers of an earlier standing that no change set since has reached. */
  async #unreached(workspace: string, before: Standing, number: number, world: World): Promise<ReadonlyMap<string, Answer>> {
    const nothing = new Map<string, Answer>();
    if (number - before.number > mostFollowed || before.world.catalogue !== world.catalogue) return nothing;
    const steps = await (await this.#states.workspace(workspace)).history(before.number, number - before.number);
    const changes: ChangeSet[] = steps.flatMap((step) => (step.changes === null ? [] : [step.changes]));
    if (changes.length < number - before.number) return nothing;
    const reached = new Set(usesReached(before.world, world, changes.flat()));
    return new Map([...before.answers].filter(([use]) => !reached.has(use)));
  }
}
