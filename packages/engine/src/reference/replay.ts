import type { Env, Scene } from "./scene.js";

/** How a judgment's surroundings answer: which option is taken, what became of earlier acts. */
export interface Surroundings {
  readonly env: Env;
  readonly history: Scene["history"];
}

/** Of what turns on nothing that was done. */
export const nothingDone: Scene["history"] = () => null;

type Answer = string | null;

/** What a judgment asked for first, and by each answer what next. */
interface Branch<T> {
  readonly ask: (of: Surroundings) => Answer;
  readonly answers: Map<Answer, Branch<T> | Leaf<T>>;
}

interface Leaf<T> {
  readonly value: T;
}

/**
 * Judgments already made, found again where all that they asked for is answered alike. Whoever finds one has asked the same of its surroundings, in the same order, as if it
 * had been made again.
 * INVARIANT: what is judged under one name differs by nothing but the surroundings, and asks for things in an order that depends only on the answers so far.
 */
export class Replay<T> {
  readonly #roots = new Map<string, Branch<T> | Leaf<T>>();

  of(name: string, surroundings: Surroundings, judge: (watched: Surroundings) => T): T {
    let node = this.#roots.get(name);
    while (node !== undefined && !("value" in node)) node = node.answers.get(node.ask(surroundings));
    if (node !== undefined) return node.value;
    const asked = new Map<string, { readonly ask: Branch<T>["ask"]; readonly answer: Answer }>();
    const note = <A extends Answer>(key: string, ask: (of: Surroundings) => A): A => {
      const answer = ask(surroundings);
      if (!asked.has(key)) asked.set(key, { ask, answer });
      return answer;
    };
    const value = judge({
      env: { ...surroundings.env, position: (id, territory) => note(`${id}\u0000${territory}`, ({ env }) => env.position(id, territory)) },
      history: (asset, layer) => note(`${asset}\u0000${layer}\u0000`, ({ history }) => history(asset, layer)),
    });
    this.#add(name, [...asked.values()], value);
    return value;
  }

  #add(name: string, asked: readonly { readonly ask: Branch<T>["ask"]; readonly answer: Answer }[], value: T): void {
    let set = (node: Branch<T> | Leaf<T>): void => void this.#roots.set(name, node);
    let node = this.#roots.get(name);
    for (const { ask, answer } of asked) {
      const branch: Branch<T> = node !== undefined && "ask" in node ? node : { ask, answers: new Map() };
      set(branch);
      set = (next): void => void branch.answers.set(answer, next);
      node = branch.answers.get(answer);
    }
    set({ value });
  }
}
